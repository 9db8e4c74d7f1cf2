import Agreement
import Testing

/// Steps between sweeps, undo, new votes: the queue is what it would be from scratch, or as good as.
@Suite struct QueueStepTests {
  /// Too large for a sweep after every ruling.
  static func large(_ seed: UInt64) -> MadeVotes {
    MadeVotes(
      seed: seed, units: 2600, annotators: 40, labels: 3, votesPerUnit: 3...6,
      accuracies: 0.45...0.95)
  }

  @Test func `after 500 rulings with undo the head of the queue is that of a model from scratch`() {
    let votes = Self.large(29)
    var model = AnnotatorModelTests.model(votes)
    var random = SeededRandom(seed: 1)
    var ruled: [Int] = []
    var steps = 0
    var sweeps = 0
    while steps < 500 {
      if steps % 7 == 6, let unit = ruled.randomElement(using: &random) {
        model.set(unit, .open)
        ruled.removeAll { $0 == unit }
      } else {
        let unit = model.top(3).randomElement(using: &random) ?? 0
        model.set(unit, .ruled(votes.truth[unit]))
        ruled.append(unit)
      }
      steps += 1
      if model.stepsSinceSweep == 0 { sweeps += 1 }
      if model.isSweepDue { model.sweep() }
    }
    #expect(sweeps == 0, "the model is too small to take steps without sweeps")
    // Everything anew from votes and standings, from where the figures are.
    var swept = model
    swept.sweep()
    Self.compare(model, swept, within: 1e-3, common: 62)
    // From the very start 20 sweeps are not the end of the way, so figures differ by more.
    let standings = ruled.map { UnitRuling(unit: $0, standing: .ruled(votes.truth[$0])) }
    let fresh = AnnotatorModelTests.model(votes, standings: standings)
    Self.compare(model, fresh, within: 0.04, common: 48)
  }

  private static func compare(
    _ one: AnnotatorModel, _ other: AnnotatorModel, within bound: Double, common: Int
  ) {
    let (ours, theirs) = (one.top(64), other.top(64))
    for unit in Set(ours + theirs).sorted() where ours != theirs {
      let difference = (one.gain(of: unit) - other.gain(of: unit)).magnitude
      #expect(difference < bound, "unit \(unit)")
    }
    #expect(Set(ours).intersection(theirs).count >= common)
  }

  @Test func `between sweeps a ruling's influence is about what a sweep finds`() {
    let votes = Self.large(31)
    var model = AnnotatorModelTests.model(votes)
    for _ in 0..<9 {
      let unit = model.top(1)[0]
      model.set(unit, .ruled(votes.truth[unit]))
    }
    #expect(model.stepsSinceSweep == 9)
    var swept = model
    swept.sweep()
    #expect(swept.stepsSinceSweep == 0)
    let differences = votes.units.indices.map {
      (model.forecast(of: $0).wrong - swept.forecast(of: $0).wrong).magnitude
    }
    #expect(differences.reduce(0, +) / Double(differences.count) < 2e-3)
    let still = AnnotatorModelTests.model(votes)
    let moved = votes.units.indices.map {
      (model.forecast(of: $0).wrong - still.forecast(of: $0).wrong).magnitude
    }
    #expect(differences.reduce(0, +) < 0.5 * moved.reduce(0, +), "steps learn nothing")
  }

  @Test func `a ruling and its undo leave next to nothing behind`() {
    let votes = Self.large(37)
    var model = AnnotatorModelTests.model(votes)
    let before = votes.units.indices.map { model.forecast(of: $0).wrong }
    let unit = model.top(1)[0]
    model.set(unit, .ruled(votes.truth[unit]))
    #expect(model.rank(of: unit) == nil)
    model.set(unit, .open)
    for unit in votes.units.indices {
      #expect((model.forecast(of: unit).wrong - before[unit]).magnitude < 1e-5)
    }
    #expect(model.rank(of: unit) == 1)
  }

  @Test func `what one ruling moved elsewhere is told`() {
    let votes = MadeVotes(
      seed: 41, units: 150, annotators: 6, labels: 2, votesPerUnit: 3...5,
      accuracies: 0.3...0.9)
    var model = AnnotatorModelTests.model(votes)
    var turns = 0
    for _ in 0..<12 {
      let unit = model.top(1)[0]
      let before = votes.units.indices.map { model.forecast(of: $0) }
      model.set(unit, .ruled(votes.truth[unit]))
      let others = votes.units.indices.filter { $0 != unit && model.isWaiting($0) }
      let moved = others.count {
        (model.forecast(of: $0).wrong - before[$0].wrong).magnitude >= 0.01
      }
      #expect(model.effect.moved == moved)
      let turned = others.filter { model.forecast(of: $0).label != before[$0].label }
      #expect(model.effect.turned.map(\.unit) == turned)
      for turn in model.effect.turned {
        #expect(turn.from == before[turn.unit].label)
        #expect(turn.to == model.forecast(of: turn.unit).label)
      }
      turns += turned.count
    }
    #expect(turns > 0)
    model.set(0, model.standing(of: 0))
    #expect(model.effect.moved == 0 && model.effect.turned.isEmpty)
  }

  @Test func `a new batch is taken in, and rulings stay with their units`() {
    let votes = MadeVotes(
      seed: 43, units: 200, annotators: 8, labels: 3, votesPerUnit: 3...5,
      accuracies: 0.5...0.95)
    let first = MadeVotes.table(Array(votes.units.prefix(150)), annotators: 8, labels: 3)
    let keys = AnnotatorModelTests.keys(200)
    var model = AnnotatorModel(votes: first, keys: Array(keys.prefix(150)))
    let ruled = model.top(10)
    for unit in ruled { model.set(unit, .ruled(votes.truth[unit])) }
    model.set(ruled[3], .doubted)
    // New units come first, as their names may.
    let order = Array(150..<200) + Array(0..<150)
    let table = MadeVotes.table(order.map { votes.units[$0] }, annotators: 8, labels: 3)
    model.take(
      votes: table, keys: order.map { keys[$0] }, units: order.map { $0 < 150 ? $0 : nil })
    #expect(model.unitCount == 200 && model.ruledCount == 9)
    #expect(model.standing(of: ruled[3] + 50) == .doubted)
    let standings = ruled.enumerated().map { place, unit in
      UnitRuling(
        unit: unit + 50, standing: place == 3 ? .doubted : .ruled(votes.truth[unit]))
    }
    let fresh = AnnotatorModel(
      votes: table, keys: order.map { keys[$0] }, standings: standings)
    for unit in 0..<200 {
      #expect((model.forecast(of: unit).wrong - fresh.forecast(of: unit).wrong).magnitude < 0.05)
    }
  }
}
