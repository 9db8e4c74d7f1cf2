import Agreement
import Foundation
import Testing

/// Numbers for a person: they add up, and mean what they say.
@Suite struct QueueExplanationTests {
  @Test func `what the votes add and the rest make the odds of the two likeliest labels`() throws {
    let votes = MadeVotes(
      seed: 51, units: 160, annotators: 8, labels: 4, votesPerUnit: 3...6,
      accuracies: 0.4...0.95)
    var model = AnnotatorModelTests.model(votes)
    for unit in model.top(12) { model.set(unit, .ruled(votes.truth[unit])) }
    for unit in votes.units.indices {
      let why = model.explanation(of: unit)
      let shares = model.probabilities(of: unit)
      let rival = try #require(why.rival)
      #expect(why.label == model.forecast(of: unit).label)
      #expect(
        shares.indices.allSatisfy { $0 == Int(why.label) || shares[$0] <= shares[Int(rival)] })
      let odds = log(shares[Int(why.label)] / shares[Int(rival)])
      #expect((why.total - odds).magnitude < 1e-9)
      #expect(
        why.votes.map(\.label)
          == votes.units[unit].sorted { $0.annotator < $1.annotator }
          .map(\.label))
      for vote in why.votes {
        #expect((vote.factor - exp(vote.weight)).magnitude < 1e-9 * vote.factor)
        let isFor = vote.underReleased > vote.underRival
        #expect(vote.weight == 0 || (vote.weight > 0) == isFor)
        #expect(vote.rate > 0 && vote.rate < 1)
      }
      let share =
        Double(votes.units[unit].count { $0.label == why.label })
        / Double(votes.units[unit].count)
      #expect((why.votesWrong - (1 - share)).magnitude < 1e-12)
      let gain = 0.8 * why.wrong * why.cost + 0.2 * why.votesWrong
      #expect((why.gain - gain).magnitude < 4e-6)
    }
  }

  @Test func `a better annotator's vote weighs more, and says on how much that rests`() {
    var units: [[UnitRating]] = []
    for number in 0..<120 {
      let truth = Int32(number % 2)
      let wrong = 1 - truth
      units.append([
        UnitRating(annotator: 0, label: truth), UnitRating(annotator: 1, label: truth),
        UnitRating(annotator: 2, label: number % 3 == 0 ? wrong : truth),
      ])
    }
    let model = AnnotatorModel(
      votes: MadeVotes.table(units, annotators: 3, labels: 2),
      keys: AnnotatorModelTests.keys(120))
    let why = model.explanation(of: 4)
    #expect(why.votes[0].weight > why.votes[2].weight)
    #expect(why.votes[0].rate > 0.9 && why.votes[2].rate < 0.8)
    #expect((50...59).contains(why.votes[0].evidence), "\(why.votes[0].evidence)")
  }
}
