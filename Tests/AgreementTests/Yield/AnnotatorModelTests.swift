import Agreement
import Testing

/// The queue's models beside their formulas, and what they are for.
@Suite struct AnnotatorModelTests {
  static func keys(_ count: Int) -> [UInt64] {
    (0..<count).map { AnnotatorModel.key("item-\($0)", "label") }
  }

  static func model(
    _ votes: MadeVotes, standings: [UnitRuling] = [],
    options: AnnotatorModelOptions = AnnotatorModelOptions()
  ) -> AnnotatorModel {
    AnnotatorModel(
      votes: votes.table, keys: keys(votes.units.count), standings: standings, options: options)
  }

  @Test(arguments: 1...6)
  func `it is what the formulas say, before and after rulings`(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    let labels = 2 + seed % 3
    let votes = MadeVotes(
      seed: UInt64(seed), units: Int.random(in: 60...120, using: &random), annotators: 9,
      labels: labels, votesPerUnit: 3...6, accuracies: 0.55...0.95)
    var model = Self.model(votes)
    var plain = PlainPool(votes.units, annotators: 9, labels: labels)
    try #require(model.trust == .trusted)
    func compare(_ moment: String) {
      for unit in votes.units.indices {
        let ours = model.probabilities(of: unit)
        for (one, other) in zip(ours, plain.probabilities(unit)) {
          #expect((one - other).magnitude < 2e-3, "\(moment), unit \(unit)")
        }
      }
    }
    compare("before")
    for (number, unit) in votes.units.indices.shuffled(using: &random).prefix(15).enumerated() {
      let ruled = votes.truth[unit]
      model.set(unit, number == 7 ? .outside : .ruled(ruled))
      if number == 7 { plain.silent.insert(unit) } else { plain.ruled[unit] = Int(ruled) }
      plain.sweep(3)
      if number % 7 == 6 {
        plain.learn()
        compare("after \(number + 1)")
      }
    }
  }

  @Test func `before any ruling the members and the first weights say it all, to the last places`()
  {
    let votes = MadeVotes(
      seed: 5, units: 150, annotators: 10, labels: 3, votesPerUnit: 2...6, accuracies: 0.6...0.95)
    let model = Self.model(votes)
    let plain = PlainPool(votes.units, annotators: 10, labels: 3)
    for unit in votes.units.indices {
      for (one, other) in zip(model.probabilities(of: unit), plain.probabilities(unit)) {
        #expect((one - other).magnitude < 1e-9)
      }
      let shares = plain.probabilities(unit)
      let best = shares.max() ?? 0
      #expect((model.wrong(of: unit) - (1 - best)).magnitude <= 0x1p-20)
      let label = Int(model.forecast(of: unit).label)
      let own = votes.units[unit].count { Int($0.label) == label }
      let share = Double(own) / Double(votes.units[unit].count)
      let gain = 0.8 * (1 - best) + 0.2 * (1 - share)
      #expect((model.gain(of: unit) - gain).magnitude <= 0x1p-20)
    }
  }

  @Test func `rulings along the queue remove more errors than any other order`() throws {
    let votes = MadeVotes(
      seed: 17, units: 240, annotators: 12, labels: 3, votesPerUnit: 4...6,
      accuracies: 0.35...0.95, spammers: 3)
    let keys = Self.keys(votes.units.count)
    let replays = ReplayPolicy.allCases.map {
      GoldReplay(votes: votes.table, keys: keys, gold: votes.truth, policy: $0)
    }
    let areas = try replays.map { try #require($0.area) }
    #expect(areas[0] > areas[1] && areas[1] > areas[2], "\(areas)")
  }

  @Test func `the same calls give the same bits with one core and with several`() {
    let votes = MadeVotes(
      seed: 3, units: 8300, annotators: 30, labels: 2, votesPerUnit: 1...2,
      accuracies: 0.6...0.95)
    let models = [1, 2].map { shards in
      Self.model(votes, options: AnnotatorModelOptions(shards: shards))
    }
    for unit in votes.units.indices {
      #expect(models[0].probabilities(of: unit) == models[1].probabilities(of: unit))
    }
    #expect(models[0].top(500) == models[1].top(500))
  }

  @Test func `equal gains go by seed and key, never by the order of units`() {
    let units = Array(repeating: [UnitRating(annotator: 0, label: 0)], count: 40)
    let table = MadeVotes.table(units, annotators: 1, labels: 2)
    let keys = Self.keys(40)
    let reversed = Array(keys.reversed())
    let one = AnnotatorModel(votes: table, keys: keys)
    let other = AnnotatorModel(votes: table, keys: reversed)
    #expect(one.top(40).map { keys[$0] } == other.top(40).map { reversed[$0] })
    let seeded = AnnotatorModel(
      votes: table, keys: keys, options: AnnotatorModelOptions(seed: 9))
    #expect(one.top(40) != seeded.top(40))
    #expect(one.top(40).sorted() == Array(0..<40))
    for (place, unit) in one.top(40).enumerated() { #expect(one.rank(of: unit) == place + 1) }
    let even = one.top(40).filter { $0 % 2 == 0 }
    #expect(one.top(5) { $0 % 2 == 0 } == Array(even.prefix(5)))
  }

  @Test func `figures that order are multiples of a millionth of a kind`() {
    let votes = MadeVotes(seed: 8, units: 60, annotators: 5, labels: 3, votesPerUnit: 2...4)
    let model = Self.model(votes)
    for unit in votes.units.indices {
      for figure in [model.gain(of: unit), model.wrong(of: unit)] {
        #expect((figure * 0x1p20).truncatingRemainder(dividingBy: 1) == 0)
      }
    }
  }

  @Test func `costs of the tier decide what is released and what comes first`() {
    let split = [0, 0, 0, 1, 1].enumerated().map {
      UnitRating(annotator: Int32($0.offset), label: Int32($0.element))
    }
    let units = Array(repeating: split, count: 12)
    let table = MadeVotes.table(units, annotators: 5, labels: 2)
    let plain = AnnotatorModel(votes: table, keys: Self.keys(12))
    let dear = AnnotatorModel(
      votes: table, keys: Self.keys(12),
      options: AnnotatorModelOptions(costs: .byTruth([1, 50])))
    #expect(plain.forecast(of: 0).label == 0)
    #expect(dear.forecast(of: 0).label == 1)
    #expect(dear.explanation(of: 0).cost == 1)
    let table3 = AnnotatorModel(
      votes: table, keys: Self.keys(12), options: AnnotatorModelOptions(costs: .distance([0, 1])))
    for unit in units.indices {
      #expect(table3.gain(of: unit) == plain.gain(of: unit))
    }
  }
}
