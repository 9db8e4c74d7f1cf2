import Agreement
import Testing

@Suite struct AnnotatorAgainstRestTests {
  /// Own label and the other's, for every other rating of every shared unit.
  private static func pairs(_ annotator: Int32, _ units: [[UnitRating]]) -> [(Int, Int)] {
    units.flatMap { unit in
      guard let own = unit.first(where: { $0.annotator == annotator }) else {
        return [(Int, Int)]()
      }
      return unit.filter { $0.annotator != annotator }.map { (Int(own.label), Int($0.label)) }
    }
  }

  private static func alpha(_ units: [[UnitRating]]) -> Double? {
    KrippendorffAlpha.estimate(RandomRatings.sums(units)).value
  }

  @Test func `every figure is what its definition says, on random ratings`() {
    var compared = 0
    for seed in 1...60 {
      let random = RandomRatings(seed: UInt64(seed))
      for found in AnnotatorAgainstRest.all(random.votes) {
        let code = Int32(found.annotator)
        let shared = random.units.filter { unit in
          unit.count > 1 && unit.contains { $0.annotator == code }
        }
        let pairs = Self.pairs(code, shared)
        #expect(found.sharedUnits == shared.count)
        #expect(found.pairs == pairs.count)
        guard !pairs.isEmpty else {
          #expect(found.kappa.status == .undefinedNoPairs)
          continue
        }
        let figure = { (units: [[UnitRating]]) -> Double? in
          let pairs = Self.pairs(code, units)
          return pairs.isEmpty
            ? nil : PlainFormulas.cohen(pairs, labelCount: random.labelCount)
        }
        #expect(isNear(found.kappa.value, figure(shared)))
        if found.kappa.value != nil {
          #expect(
            isNear(
              found.kappa.standardError, PlainJackknife.standardError(shared, of: figure)))
        }
        let share = { (units: [[UnitRating]]) -> Double? in
          let pairs = Self.pairs(code, units)
          return pairs.isEmpty
            ? nil : Double(pairs.count { $0.0 == $0.1 }) / Double(pairs.count)
        }
        #expect(isNear(found.agreement.value, share(shared)))
        #expect(
          isNear(found.agreement.standardError, PlainJackknife.standardError(shared, of: share)))
        compared += 1
      }
    }
    #expect(compared > 300)
  }

  @Test func `the plurality of the others decides, and ties are told apart`() throws {
    // Annotator 0 against 1, 2, 3: with them, against them, and where they tie.
    let units: [[UnitRating]] = [
      [(0, 0), (1, 0), (2, 0), (3, 1)], [(0, 1), (1, 0), (2, 0), (3, 1)], [(0, 0), (1, 0), (2, 1)],
      [(0, 1)],
    ].map { $0.map { UnitRating(annotator: Int32($0.0), label: Int32($0.1)) } }
    let found = try #require(AnnotatorAgainstRest.all(RandomRatings.votes(units)).first)
    #expect(found.ratings == 4)
    #expect(found.sharedUnits == 3)
    #expect(found.tiedUnits == 1)
    #expect(found.pluralityAgreement.value == 0.5)
    #expect(!found.isEnough)
  }

  @Test func `alpha changes by what leaving the annotator out changes`() {
    for seed in 1...30 {
      let random = RandomRatings(seed: UInt64(seed))
      for found in AnnotatorAgainstRest.all(random.votes) {
        let rest = random.units.map { unit in
          unit.filter { $0.annotator != Int32(found.annotator) }
        }
        let wanted = Self.alpha(random.units).flatMap { whole in
          Self.alpha(rest).map { whole - $0 }
        }
        #expect(isNear(found.alphaDifference.value, wanted))
      }
    }
  }

  @Test func `the order of units and of votes changes no bit, and the last repeat counts`() {
    for seed in 1...20 {
      let random = RandomRatings(seed: UInt64(seed))
      let found = AnnotatorAgainstRest.all(random.votes)
      let turned = random.units.reversed().map { Array($0.reversed()) }
      #expect(AnnotatorAgainstRest.all(RandomRatings.votes(turned)) == found)
      let repeated = random.units.map { unit in
        unit.map { UnitRating(annotator: $0.annotator, label: 0) } + unit
      }
      guard random.units.joined().allSatisfy({ $0.annotator >= 0 }) else { continue }
      #expect(AnnotatorAgainstRest.all(RandomRatings.votes(repeated)) == found)
    }
  }
}
