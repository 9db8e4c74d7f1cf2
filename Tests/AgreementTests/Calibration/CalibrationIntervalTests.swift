import Agreement
import Testing

/// Intervals of calibration errors and of the estimated share of label errors.
@Suite struct CalibrationIntervalTests {
  private static func forecasts(seed: UInt64, count: Int) throws -> Forecasts {
    var random = SeededRandom(seed: seed)
    let confidences = (0..<count).map { _ in Double.random(in: 0...1, using: &random) }
    let outcomes = confidences.map { Double.random(in: 0...1, using: &random) < $0 * 0.8 }
    return try Forecasts(confidences: confidences, outcomes: outcomes)
  }

  /// The error over bins of equal width, from its definition.
  private static func error(
    _ forecasts: [(Double, Bool)], bins: Int, norm: CalibrationNorm
  ) -> Double? {
    guard !forecasts.isEmpty else { return nil }
    var parts: [(share: Double, gap: Double)] = []
    for bin in 0..<bins {
      let lower = Double(bin) / Double(bins)
      let upper = Double(bin + 1) / Double(bins)
      let own = forecasts.filter { ($0.0 > lower || bin == 0) && $0.0 <= upper }
      guard !own.isEmpty else { continue }
      let count = Double(own.count)
      let right = Double(own.count { $0.1 }) / count
      let mean = own.map(\.0).reduce(0, +) / count
      parts.append((count / Double(forecasts.count), (right - mean).magnitude))
    }
    switch norm {
    case .l1: return parts.map { $0.share * $0.gap }.reduce(0, +)
    case .l2: return parts.map { $0.share * $0.gap * $0.gap }.reduce(0, +).squareRoot()
    case .max: return parts.map(\.gap).max()
    }
  }

  @Test(arguments: CalibrationNorm.allCases)
  func `the interval is that of leaving out each unit`(norm: CalibrationNorm) throws {
    for seed in UInt64(0)..<12 {
      let count = 8 + Int(seed) * 3
      let forecasts = try Self.forecasts(seed: seed, count: count)
      let pairs = Array(zip(forecasts.confidences, forecasts.outcomes))
      let found = CalibrationErrors(forecasts, binning: .equalWidth(5))[norm]
      #expect(isNear(found.value, Self.error(pairs, bins: 5, norm: norm)))
      let rests = pairs.indices.compactMap { left -> Double? in
        var rest = pairs
        rest.remove(at: left)
        return Self.error(rest, bins: 5, norm: norm)
      }
      let n = Double(count)
      let mean = rests.reduce(0, +) / n
      let squares = rests.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
      #expect(isNear(found.standardError, ((n - 1) / n * squares).squareRoot()))
      #expect(found.intervalStatus == .jackknife)
      let interval = try #require(found.interval95)
      #expect(interval.lower >= 0 && interval.upper <= 1 && interval.lower <= interval.upper)
    }
  }

  @Test func `the class-wise error is the mean of the labels', left out together`() throws {
    let labels = [0, 1, 2, 2, 1, 0, 1]
    let rows = labels.map { label in (0..<3).map { $0 == label ? 0.5 : 0.25 } }
    let report = CalibrationReport(try ProbabilityTable(labels: labels, rows: rows), bins: 4)
    let found = try #require(report.classwiseError)
    let mean = report.labels.compactMap(\.error.value).reduce(0, +) / 3
    #expect(isNear(found.value, mean))
    let rests = labels.indices.map { left -> Double in
      var (fewer, less) = (labels, rows)
      fewer.remove(at: left)
      less.remove(at: left)
      let errors = (0..<3).compactMap { label in
        Self.error(
          zip(less, fewer).map { ($0[label], $1 == label) }, bins: 4, norm: .l1)
      }
      return errors.reduce(0, +) / 3
    }
    let middle = rests.reduce(0, +) / 7
    let squares = rests.map { ($0 - middle) * ($0 - middle) }.reduce(0, +)
    #expect(isNear(found.standardError, (6.0 / 7 * squares).squareRoot()))
  }

  @Test func `the order of the units changes nothing`() throws {
    let forecasts = try Self.forecasts(seed: 5, count: 60)
    var random = SeededRandom(seed: 9)
    let order = forecasts.outcomes.indices.shuffled(using: &random)
    let other = try Forecasts(
      confidences: order.map { forecasts.confidences[$0] },
      outcomes: order.map { forecasts.outcomes[$0] })
    for binning in [Binning.equalWidth(10), .equalMass(7)] {
      #expect(
        CalibrationErrors(forecasts, binning: binning) == CalibrationErrors(other, binning: binning)
      )
    }
  }

  private static func table(
    seed: UInt64, count: Int, order: ([Int]) -> [Int] = { $0 }
  ) throws -> ProbabilityTable {
    var random = SeededRandom(seed: seed)
    var labels: [Int] = []
    let rows = (0..<count).map { _ -> [Double] in
      let right = Int.random(in: 0..<3, using: &random)
      let isWrong = Int.random(in: 0..<5, using: &random) == 0
      labels.append(isWrong ? (right + 1) % 3 : right)
      let weights = (0..<3).map { label in
        (label == right ? 2 : 0.3) * Double.random(in: 0.5...1, using: &random)
      }
      return weights.map { $0 / weights.reduce(0, +) }
    }
    let places = order(Array(labels.indices))
    return try ProbabilityTable(
      labels: places.map { labels[$0] }, rows: places.map { rows[$0] })
  }

  @Test func `the share of label errors has a seeded interval that holds it`() throws {
    let report = LabelErrorReport(try Self.table(seed: 3, count: 150))
    let share = try #require(report.errorShare.value)
    let interval = try #require(report.errorShare.interval95)
    #expect(report.errorShare.intervalStatus == .percentile)
    #expect(interval.lower < share && share < interval.upper)
    #expect(interval.lower < 0.2 && 0.2 < interval.upper, "a fifth is wrong")
    #expect(report.resamples == 2000 && report.undefinedResamples == 0)
    #expect(report.errorShare == LabelErrorReport(try Self.table(seed: 3, count: 150)).errorShare)
    let other = LabelErrorReport(try Self.table(seed: 3, count: 150), seed: 77).errorShare
    #expect(other.value == share && other.interval95 != report.errorShare.interval95)
    let shuffled = try Self.table(seed: 3, count: 150) { Array($0.reversed()) }
    #expect(LabelErrorReport(shuffled).errorShare == report.errorShare)
  }

  @Test func `one unit, or none, has no interval and says why`() throws {
    let one = LabelErrorReport(try Self.table(seed: 1, count: 1)).errorShare
    #expect(one.value != nil && one.interval95 == nil && one.intervalStatus == .oneUnit)
    let none = LabelErrorReport(try Self.table(seed: 1, count: 0)).errorShare
    #expect(none.value == nil && none.status == .undefinedNoData)
    let single = CalibrationErrors(
      try Forecasts(confidences: [0.7], outcomes: [true]), binning: .equalWidth(10))
    #expect(single.l1.intervalStatus == .oneUnit && single.l1.standardError == nil)
    let empty = CalibrationErrors(
      try Forecasts(confidences: [], outcomes: []), binning: .equalMass(10))
    #expect(CalibrationNorm.allCases.allSatisfy { empty[$0].status == .undefinedNoData })
  }
}
