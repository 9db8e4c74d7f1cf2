import Agreement
import Testing

/// Light's and Conger's κ and Bangdiwala's B against their definitions.
@Suite struct FixedAnnotatorTests {
  private static func light(_ units: [[UnitRating]], labelCount: Int) -> Double? {
    let annotators = Set(units.joined().map(\.annotator).filter { $0 >= 0 }).sorted()
    var kappas: [Double] = []
    for (place, second) in annotators.enumerated() {
      for first in annotators[..<place] {
        let pairs = units.compactMap { unit -> (Int, Int)? in
          guard let one = unit.first(where: { $0.annotator == first }),
            let other = unit.first(where: { $0.annotator == second })
          else { return nil }
          return (Int(one.label), Int(other.label))
        }
        guard !pairs.isEmpty else { continue }
        if let kappa = PlainFormulas.cohen(pairs, labelCount: labelCount) { kappas.append(kappa) }
      }
    }
    return kappas.isEmpty ? nil : kappas.reduce(0, +) / Double(kappas.count)
  }

  @Test func `the jackknife of Light's kappa is that of leaving out each unit`() {
    var compared = 0
    for seed in 1...60 {
      let random = RandomRatings(seed: UInt64(seed))
      let shared = random.units.filter { unit in unit.count { $0.annotator >= 0 } > 1 }
      let found = LightKappa(random.votes)
      #expect(isNear(found.estimate.value, Self.light(shared, labelCount: random.labelCount)))
      #expect(found.pairs == MeanPairwiseCohen(random.sums.annotatorPairs).pairs)
      guard found.estimate.value != nil else { continue }
      let wanted = PlainJackknife.standardError(shared) {
        Self.light($0, labelCount: random.labelCount)
      }
      #expect(isNear(found.estimate.standardError, wanted), "seed \(seed)")
      compared += 1
    }
    #expect(compared > 20)
  }

  /// p_e as the mean over ordered pairs of annotators.
  private static func chance(_ units: [[UnitRating]], labelCount: Int) -> Double {
    let annotators = Set(units.joined().map(\.annotator)).sorted()
    let shares = annotators.map { annotator in
      let own = units.joined().filter { $0.annotator == annotator }
      return (0..<labelCount).map { label in
        Double(own.count { Int($0.label) == label }) / Double(own.count)
      }
    }
    var sum = 0.0
    for one in shares.indices {
      for other in shares.indices where other != one {
        sum += zip(shares[one], shares[other]).map { $0 * $1 }.reduce(0, +)
      }
    }
    return sum / Double(shares.count * (shares.count - 1))
  }

  @Test func `Conger's chance agreement is the mean over pairs of annotators`() {
    var compared = 0
    for seed in 1...60 {
      let random = RandomRatings(seed: UInt64(seed))
      let found = CongerKappa.estimate(random.sums, votes: random.votes)
      guard let expected = found.expected else { continue }
      #expect(isNear(expected, Self.chance(random.units, labelCount: random.labelCount)))
      #expect(CongerKappa.estimate(random.sums).value == found.value)
      compared += 1
    }
    #expect(compared > 30)
  }

  @Test func `two complete annotators have Cohen's kappa by every name`() throws {
    let sums = Tables.square([[44, 5, 1], [7, 20, 3], [9, 5, 6]])
    let table = try #require(sums.annotatorPairs.first).table
    let cohen = try #require(CohenKappa.value(table))
    #expect(isNear(CongerKappa.estimate(sums).value, cohen))
    #expect(LightKappa(sums.annotatorPairs).estimate.value == cohen)
  }

  @Test func `unknown annotators leave Conger's kappa undefined`() {
    let sums = Tables.counts([[2, 1], [0, 3]])
    #expect(CongerKappa.estimate(sums).status == .undefinedUnknownAnnotators)
    #expect(
      CongerKappa.estimate(AgreementSums(detail: .none)).status == .undefinedNoData)
  }

  @Test func `the jackknife of B is that of leaving out each unit`() {
    let counts = [[11, 2, 0], [3, 7, 1], [0, 4, 9]]
    var units: [(Int, Int)] = []
    for row in 0..<3 {
      for column in 0..<3 {
        units += Array(repeating: (row, column), count: counts[row][column])
      }
    }
    func value(_ units: [(Int, Int)]) -> Double {
      var squares = 0
      var rectangles = 0
      for label in 0..<3 {
        let both = units.count { $0.0 == label && $0.1 == label }
        squares += both * both
        rectangles += units.count { $0.0 == label } * units.count { $0.1 == label }
      }
      return Double(squares) / Double(rectangles)
    }
    let found = BangdiwalaB.estimate(ContingencyTable(counts: counts))
    let values = units.indices.map { left in
      var rest = units
      rest.remove(at: left)
      return value(rest)
    }
    let count = Double(units.count)
    let mean = values.reduce(0, +) / count
    let squares = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
    #expect(isNear(found.value, value(units)))
    #expect(isNear(found.standardError, ((count - 1) / count * squares).squareRoot()))
    #expect(
      BangdiwalaB.estimate(ContingencyTable(counts: [[0, 3], [0, 0]])).status
        == .undefinedNoCommonLabel)
  }
}
