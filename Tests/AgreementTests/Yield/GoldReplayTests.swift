import Agreement
import Testing

/// Gold as adjudicator: the measures of a queue, counted by hand.
@Suite struct GoldReplayTests {
  @Test func `errors of the majority, ties in part, and what rulings take away`() throws {
    // Ten units, the majority wrong on two and torn on one.
    var units = (0..<7).map { _ in [0, 0, 0] }
    units += [[1, 1, 0], [1, 1, 0], [0, 1]]
    let ratings = units.map { unit in
      unit.enumerated().map { UnitRating(annotator: Int32($0.offset), label: Int32($0.element)) }
    }
    let replay = GoldReplay(
      votes: MadeVotes.table(ratings, annotators: 3, labels: 2),
      keys: AnnotatorModelTests.keys(10), gold: Array(repeating: 0, count: 10),
      policy: .lowestAgreement, budget: 0.5)
    #expect(replay.majorityErrors == 2.5)
    #expect(replay.units == 10)
    #expect(replay.curve.map(\.rulings) == [0, 1, 2, 3, 4, 5])
    // The torn one has the least agreement of all.
    #expect(replay.curve.map(\.errors) == [2.5, 2, 1, 0, 0, 0])
    #expect(replay.removed(at: 0) == 0)
    #expect(replay.removed(at: 0.2) == 0.6)
    #expect((try #require(replay.removed(at: 0.15)) - 0.4).magnitude < 1e-12)
    #expect(replay.removed(at: 0.5) == 1)
    #expect(replay.removed(at: 0.6) == nil)
    #expect(replay.rulingsUntilHalf == 2)
  }

  @Test func `calibration is how far probabilities are off`() throws {
    let ratings = (0..<20).map { number in
      (0..<4).map { UnitRating(annotator: $0, label: $0 == 3 ? 1 : 0) }
        + [UnitRating(annotator: 4, label: number < 10 ? 0 : 1)]
    }
    // Votes 4 to 1 and 3 to 2, right in all but two of those that are left.
    let gold: [Int32] = (0..<20).map { $0 == 3 || $0 == 5 ? 1 : 0 }
    let replay = GoldReplay(
      votes: MadeVotes.table(ratings, annotators: 5, labels: 2),
      keys: AnnotatorModelTests.keys(20), gold: gold, policy: .lowestAgreement)
    // The four rulings went to the lower agreement: 10 units at .8, of which 8 right, 6 at .6.
    let error = try #require(replay.calibrationError)
    #expect((error - 6 * 0.4 / 16).magnitude < 1e-12)
  }

  @Test func `units without gold are neither ruled nor counted`() {
    let votes = MadeVotes(seed: 61, units: 80, annotators: 6, labels: 3, votesPerUnit: 3...4)
    let gold = votes.truth.enumerated().map { $0.offset % 2 == 0 ? $0.element : -1 }
    for policy in ReplayPolicy.allCases {
      let replay = GoldReplay(
        votes: votes.table, keys: AnnotatorModelTests.keys(80), gold: gold, policy: policy,
        budget: 1)
      #expect(replay.units == 40)
      #expect(replay.curve.last?.rulings == 40 && replay.curve.last?.errors == 0)
    }
  }

  @Test func `the same seed plays the same game`() {
    let votes = MadeVotes(seed: 67, units: 80, annotators: 6, labels: 3, votesPerUnit: 3...4)
    let replays = [1, 1, 2].map { seed in
      GoldReplay(
        votes: votes.table, keys: AnnotatorModelTests.keys(80), gold: votes.truth,
        policy: .random, options: AnnotatorModelOptions(seed: UInt64(seed)))
    }
    #expect(replays[0].curve == replays[1].curve)
    #expect(replays[0].curve != replays[2].curve)
  }
}
