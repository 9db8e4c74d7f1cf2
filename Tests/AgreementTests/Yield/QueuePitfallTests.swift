import Agreement
import Testing

/// What goes wrong with models in a queue, one test each.
@Suite struct QueuePitfallTests {
  private static func votes(_ rows: [[Int]], copies: Int = 1) -> [[UnitRating]] {
    Array(repeating: rows, count: copies).joined().map { row in
      row.enumerated().filter { $0.element >= 0 }.map {
        UnitRating(annotator: Int32($0.offset), label: Int32($0.element))
      }
    }
  }

  private static func model(
    _ units: [[UnitRating]], labels: Int = 2, standings: [UnitRuling] = []
  ) -> AnnotatorModel {
    let annotators = 1 + (units.joined().map { Int($0.annotator) }.max() ?? 0)
    return AnnotatorModel(
      votes: MadeVotes.table(units, annotators: annotators, labels: labels),
      keys: AnnotatorModelTests.keys(units.count), standings: standings)
  }

  /// Annotators 0 and 1 say what is true, 2 to 4 say the other label every other time.
  private static var outvoted: [[UnitRating]] {
    votes(
      [
        [0, 0, 0, 0, 0], [1, 1, 1, 1, 1], [0, 0, 1, 1, 1], [1, 1, 0, 0, 0], [0, 0, 0, 1, 1],
        [1, 1, 1, 0, 0], [0, 0, 1, 0, 1], [1, 1, 0, 1, 0],
      ], copies: 12)
  }

  @Test func `a model's label that beats the votes says so`() throws {
    let units = Self.outvoted
    let truth = units.map { $0[0].label }
    let contested = units.indices.filter { unit in units[unit].count { $0.label == truth[unit] } < 3
    }
    var model = Self.model(units)
    model.set(contested.prefix(8).map { UnitRuling(unit: $0, standing: .ruled(truth[$0])) })
    let turned = contested.dropFirst(8).filter { model.forecast(of: $0).label == truth[$0] }
    #expect(turned.count == contested.count - 8)
    for unit in turned {
      let released = try #require(model.released(unit))
      #expect(released.source == .model)
      #expect(released.probability < 1 && released.probability > 0.5)
      // A person confirms the turn: the majority keeps a fifth of the say.
      #expect(model.gain(of: unit) >= 0.2 * 0.6 - 0x1p-20)
    }
    #expect(model.released(0)?.source == .majority)
    #expect(model.released(contested[0])?.source == .ruling)
    #expect(model.released(contested[0])?.label == truth[contested[0]])
    #expect(model.released(contested[0])?.probability == 1)
    let single = Self.model(Self.votes([[0], [1], [0]]))
    #expect(single.released(1)?.source == .single)
  }

  @Test func `rulings without a label take their unit out of the sums`() {
    let units = Self.outvoted
    var model = Self.model(units)
    let others = Array(units.dropFirst())
    model.set(0, .outside)
    #expect(!model.isWaiting(0) && model.released(0) == nil && model.gain(of: 0) == 0)
    #expect(!model.top(units.count).contains(0))
    let opened = Self.model(units, standings: [UnitRuling(unit: 0, standing: .outside)])
    let without = Self.model(others)
    // Only the anchor and the start of the sweeps know of the unit at all.
    for unit in others.indices {
      let one = opened.probabilities(of: unit + 1)[0]
      #expect((one - without.probabilities(of: unit)[0]).magnitude < 1e-6)
    }
  }

  @Test func `a ruled label that nobody voted for is one more class`() {
    var model = Self.model(Self.outvoted)
    #expect(model.probabilities(of: 1).count == 2)
    model.set(0, .ruled(4))
    #expect(model.released(0)?.label == 4)
    #expect(model.probabilities(of: 1).count == 5)
    #expect(model.probabilities(of: 1)[4] > 0)
    #expect(model.probabilities(of: 1)[3] == 0)
    #expect((model.probabilities(of: 1).reduce(0, +) - 1).magnitude < 1e-12)
    model.set(0, .open)
    #expect(model.ruledCount == 0)
  }

  @Test func `a ruling in doubt loses its weight and comes back`() {
    let units = Self.outvoted
    let contested = units.indices.filter { unit in
      units[unit].count { $0.label == units[unit][0].label } < 3
    }
    let rulings = contested.prefix(6).map {
      UnitRuling(unit: $0, standing: .ruled(units[$0][0].label))
    }
    var model = Self.model(units, standings: rulings)
    let before = model.forecast(of: contested[10]).wrong
    model.set(rulings.map { UnitRuling(unit: $0.unit, standing: .doubted) })
    #expect(model.ruledCount == 0)
    #expect(rulings.allSatisfy { model.isWaiting($0.unit) && model.gain(of: $0.unit) > 0 })
    #expect(model.forecast(of: contested[10]).wrong != before)
    // Not even what the votes say of it counts while the doubt lasts.
    let doubted = Self.model(
      units, standings: rulings.map { UnitRuling(unit: $0.unit, standing: .doubted) })
    let outside = Self.model(
      units, standings: rulings.map { UnitRuling(unit: $0.unit, standing: .outside) })
    #expect(doubted.probabilities(of: 50) == outside.probabilities(of: 50))
    model.set(rulings)
    #expect(model.ruledCount == 6)
    #expect((model.forecast(of: contested[10]).wrong - before).magnitude < 0.02)
  }

  @Test func `of two rulings the later one counts`() {
    var model = Self.model(Self.outvoted)
    model.set(2, .ruled(0))
    model.set(2, .ruled(1))
    #expect(model.released(2)?.label == 1 && model.ruledCount == 1)
    let once = Self.model(
      Self.outvoted,
      standings: [
        UnitRuling(unit: 2, standing: .ruled(0)), UnitRuling(unit: 2, standing: .ruled(1)),
      ])
    let alone = Self.model(Self.outvoted, standings: [UnitRuling(unit: 2, standing: .ruled(1))])
    #expect(once.probabilities(of: 3) == alone.probabilities(of: 3))
  }

  @Test func `where meanings may be switched the models wait for rulings`() throws {
    // Three votes near chance: what the classes mean cannot be told.
    let votes = MadeVotes(
      seed: 4, units: 120, annotators: 9, labels: 2, votesPerUnit: 3...3, accuracies: 0...0.1)
    var model = AnnotatorModelTests.model(votes)
    guard case .notYet(let doubt) = model.trust else {
      Issue.record("trusted")
      return
    }
    #expect(doubt.rulingsMissing == 20)
    for unit in votes.units.indices {
      let counts = (0..<2).map { label in votes.units[unit].count { $0.label == Int32(label) } }
      let leading: Int32 = counts[0] > counts[1] ? 0 : 1
      #expect(model.forecast(of: unit).label == leading)
      #expect(model.explanation(of: unit).votes.allSatisfy { $0.weight == 0 })
    }
    for unit in model.top(20) { model.set(unit, .ruled(votes.truth[unit])) }
    #expect(model.trust == .trusted)
    for unit in 0..<120 where !model.isWaiting(unit) {
      model.set(unit, .open)
      break
    }
    #expect(model.trust != .trusted)
  }

  @Test func `unanimous and wrong is found by no order, only by a random draw`() {
    let units = Self.outvoted
    let model = Self.model(units)
    let unanimous = Set(units.indices.filter { Set(units[$0].map(\.label)).count == 1 })
    #expect(Set(model.top(units.count).suffix(unanimous.count)) == unanimous)
    let drawn = ReleaseAudit.draw(
      units.count / 2, of: Array(units.indices), keys: AnnotatorModelTests.keys(units.count),
      seed: 1)
    #expect(drawn.contains { unanimous.contains($0) })
  }

  @Test func `on a scale the median is released, and far errors come first`() {
    let near = [1, 2, 3]
    let far = [0, 2, 4]
    let units = Self.votes(
      [near, far, [2, 2, 2], [0, 0, 0], [4, 4, 4], [1, 1, 1], [3, 3, 3]], copies: 6)
    let table = MadeVotes.table(units, annotators: 3, labels: 5)
    let model = AnnotatorModel(
      votes: table, keys: AnnotatorModelTests.keys(units.count),
      options: AnnotatorModelOptions(costs: .distance([0, 1, 2, 3, 4])))
    for unit in units.indices {
      let shares = model.probabilities(of: unit)
      var below = 0.0
      let median = shares.firstIndex { share in
        below += share
        return below >= 0.5
      }
      #expect(Int(model.forecast(of: unit).label) == median)
    }
    #expect(model.gain(of: 1) > model.gain(of: 0))
  }

  @Test func `one label, one unit, no votes: nothing breaks`() {
    let lonely = Self.model([[UnitRating(annotator: 0, label: 0)]], labels: 1)
    #expect(lonely.wrong(of: 0) == 0 && lonely.explanation(of: 0).rival == nil)
    let mute = AnnotatorModel(
      votes: MadeVotes.table([[], []], annotators: 0, labels: 2),
      keys: AnnotatorModelTests.keys(2))
    #expect(mute.top(5).count == 2 && mute.released(0)?.source == .model)
    let empty = AnnotatorModel(
      votes: MadeVotes.table([], annotators: 0, labels: 0), keys: [])
    #expect(empty.top(5).isEmpty && empty.claimedAccuracy == nil)
    #expect(empty.releaseForecast().point(after: 3) == nil)
    let anonymous = Self.model(
      Self.votes([[0, 1], [0, 0], [1, 1]]).map { $0.map { UnitRating(label: $0.label) } })
    #expect(
      anonymous.explanation(of: 0).votes.allSatisfy {
        $0.annotator == UnitRating.unknownAnnotator
      })
  }
}
