import Agreement
import Testing

/// M. P. Naeini, G. F. Cooper & M. Hauskrecht (2015) and C. Guo et al. (2017): the expected calibration
/// error, by hand.
@Suite struct GuoNaeiniTests {
  private let forecasts: Forecasts

  init() throws {
    // Bins of .2: (.0, .2] holds .1 .2; (.4, .6] holds .5 .6; (.8, 1] holds .9 .9 1.
    forecasts = try Forecasts(
      confidences: [0.1, 0.2, 0.5, 0.6, 0.9, 0.9, 1.0],
      outcomes: [false, true, true, true, true, false, true])
  }

  @Test func `the three norms, by hand`() throws {
    let table = ReliabilityTable(forecasts, binning: .equalWidth(5))
    #expect(table.bins.map(\.count) == [2, 0, 2, 0, 3])
    // Gaps: .5 − .15, 1 − .55, 2/3 − 2.8/3.
    let l1 = try #require(table.error(.l1))
    let l2 = try #require(table.error(.l2))
    let most = try #require(table.error(.max))
    #expect((l1 - (2 * 0.35 + 2 * 0.45 + 0.8) / 7).magnitude < 1e-15)
    let squares = 2 * 0.35 * 0.35 + 2 * 0.45 * 0.45 + 0.8 * 0.8 / 3
    #expect((l2 - (squares / 7).squareRoot()).magnitude < 1e-15)
    #expect((most - 0.45).magnitude < 1e-15)
    let few = table.bins.filter(\.isTooFew)
    #expect(few.count == 5)
  }

  @Test func `bins are closed on the right, and 0 falls into the first`() throws {
    for count in 1...100 {
      let borders = (0...count).map { Double($0) / Double(count) }
      let edge = try Forecasts(
        confidences: borders, outcomes: borders.map { _ in true })
      let counts = ReliabilityTable(edge, binning: .equalWidth(count)).bins.map(\.count)
      #expect(counts == [2] + Array(repeating: 1, count: count - 1))
    }
  }

  @Test func `bins of equal mass hold equal numbers, and equal confidences stay together`() throws {
    let confidences = (1...20).map { Double($0) / 20 }
    let spread = try Forecasts(confidences: confidences, outcomes: confidences.map { _ in true })
    let table = ReliabilityTable(spread, binning: .equalMass(5))
    #expect(table.bins.map(\.count) == [4, 4, 4, 4, 4])
    let same = try Forecasts(
      confidences: Array(repeating: 0.7, count: 30), outcomes: Array(repeating: true, count: 30))
    #expect(ReliabilityTable(same, binning: .equalMass(5)).bins.map(\.count) == [30])
  }

  @Test func `nothing to measure is no figure`() throws {
    let empty = CalibrationReport(try Forecasts(confidences: [], outcomes: []))
    #expect(empty.reliability.error() == nil && empty.massReliability.error() == nil)
    #expect(empty.brier.status == .undefinedNoData && empty.accuracy.value == nil)
    #expect(empty.decomposition == nil && empty.spiegelhalter == nil)
    let impossible = try Forecasts(confidences: [0, 0.5], outcomes: [true, true])
    #expect(LogLoss.binary(impossible).status == .infinite)
    #expect(LogLoss.binary(impossible, floor: 1e-9).value != nil)
  }

  @Test func `what is no probability is refused with its row`() {
    #expect(throws: AgreementError.noProbability(row: 1)) {
      try Forecasts(confidences: [0, .nan], outcomes: [true, true])
    }
    #expect(throws: AgreementError.noSuchLabel(row: 0)) {
      try ProbabilityTable(labels: [2], rows: [[0.5, 0.5]])
    }
    #expect(throws: AgreementError.lengthsDiffer) {
      try ProbabilityTable(labels: [0, 1], rows: [[0.5, 0.5], [1]])
    }
  }
}
