import Agreement
import Foundation
import Testing

/// Dawid & Skene's model against the formula, and what it is used for.
@Suite struct DawidSkeneTests {
  @Test(arguments: 1...40)
  func `it is the textbook's algorithm`(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    let labels = Int.random(in: 1...7, using: &random)
    let annotators = Int.random(in: 1...12, using: &random)
    let votes = MadeVotes(
      seed: UInt64(seed), units: Int.random(in: 1...60, using: &random), annotators: annotators,
      labels: labels, votesPerUnit: 1...7)
    let steps = Int.random(in: 1...8, using: &random)
    let smoothing = seed % 3 == 0 ? 0.25 : 0
    let plain = PlainDawidSkene(
      votes.units, annotators: annotators, labels: labels, steps: steps, smoothing: smoothing)
    let found = DawidSkene.estimate(
      votes.table, options: TruthOptions(iterations: steps, tolerance: nil, smoothing: smoothing))
    for (unit, row) in plain.posteriors.enumerated() {
      for (ours, theirs) in zip(found.posterior(of: unit), row) {
        #expect((ours - theirs).magnitude < 1e-9)
      }
      let entropy = row.filter { $0 > 0 }.reduce(0) { $0 - $1 * log($1) }
      #expect((found.units[unit].entropy - entropy).magnitude < 1e-8)
    }
    for (ours, theirs) in zip(found.priors, plain.priors) {
      #expect((ours - theirs).magnitude < 1e-9)
    }
    #expect((try #require(found.logLikelihoods.last) - plain.logLikelihood).magnitude < 1e-8)
  }

  @Test func `spammers are found, and the model beats the majority`() {
    let votes = MadeVotes(
      seed: 11, units: 600, annotators: 12, labels: 4, votesPerUnit: 5...8,
      accuracies: 0.7...0.9, spammers: 4)
    let table = votes.table
    let majority = MajorityVote.estimate(table)
    for found in [DawidSkene.estimate(table), MACE.estimate(table)] {
      for annotator in 0..<12 {
        let competence = found.competences[annotator] ?? .nan
        #expect(annotator < 4 ? competence < 0.45 : competence > 0.6, "\(found.model) \(annotator)")
      }
      let ours = TruthAccuracy.measured(found, gold: votes.truth).value ?? 0
      let theirs = TruthAccuracy.measured(majority, gold: votes.truth).value ?? 1
      #expect(ours > theirs, "\(found.model)")
    }
    let model = DawidSkene.estimate(table)
    let profiles = AnnotatorProfile.all(table, truth: model, gold: votes.truth)
    for profile in profiles {
      let score = profile.spammerScore.value ?? .nan
      #expect(profile.annotator < 4 ? score < 0.05 : score > 0.3)
      #expect(!profile.hasTooFewVotes)
      let measured = profile.gold?.accuracy
      #expect(measured?.intervalStatus == .wilson)
    }
    let expected = TruthAccuracy.expected(of: model, by: model).value ?? 0
    #expect((expected - (model.expectedAccuracy ?? 1)).magnitude < 1e-12)
    #expect(TruthAccuracy.expected(of: majority, by: model).value ?? 1 < expected)
    let measured = TruthAccuracy.measured(model, gold: votes.truth).value ?? 0
    #expect((expected - measured).magnitude < 0.03)
  }

  @Test func `what was learned scores a unit as the last step would`() {
    let votes = MadeVotes(seed: 21, units: 200, annotators: 8, labels: 4, votesPerUnit: 2...5)
    let fitted = DawidSkene.estimate(
      votes.table, options: TruthOptions(iterations: 300, tolerance: 1e-14))
    let parameters = fitted.parameters
    for (unit, ratings) in votes.units.enumerated() {
      let scored = parameters?.posterior(of: ratings) ?? []
      #expect(scored == parameters?.posterior(of: ratings.reversed()))
      for (one, two) in zip(scored, fitted.posterior(of: unit)) {
        // One M-step lies between the two.
        #expect((one - two).magnitude < 1e-2)
      }
    }
    let stranger = [UnitRating(annotator: 77, label: 2)]
    for (one, two) in zip(parameters?.posterior(of: stranger) ?? [], parameters?.priors ?? []) {
      #expect((one - two).magnitude < 1e-9)
    }
  }

  @Test func `going on from an earlier fit takes fewer steps and comes to the same end`() {
    let votes = MadeVotes(seed: 31, units: 400, annotators: 10, labels: 3, votesPerUnit: 3...5)
    let options = TruthOptions(iterations: 500, tolerance: 1e-12)
    let fitted = DawidSkene.estimate(votes.table, options: options)
    var more = votes.units
    more[3].append(UnitRating(annotator: 9, label: votes.truth[3]))
    let table = MadeVotes.table(more, annotators: 10, labels: 3)
    let cold = DawidSkene.estimate(table, options: options)
    let warm = DawidSkene.estimate(table, options: options, from: fitted.parameters)
    #expect(warm.iterations < cold.iterations)
    let difference = (warm.logLikelihoods.last ?? 0) - (cold.logLikelihoods.last ?? 1)
    #expect(difference.magnitude < 1e-4)
  }

  @Test func `votes of nobody known count, as one annotator's`() {
    let known = MadeVotes(seed: 41, units: 50, annotators: 4, labels: 3, votesPerUnit: 2...4)
    let anonymous = known.units.map { unit in
      unit.map { $0.annotator == 3 ? UnitRating(label: $0.label) : $0 }
    }
    let one = DawidSkene.estimate(known.table)
    let two = DawidSkene.estimate(MadeVotes.table(anonymous, annotators: 3, labels: 3))
    #expect(one.posteriors == two.posteriors)
    #expect(two.confusions.count == 3 && two.competences == Array(one.competences.prefix(3)))
  }

  @Test func `a summary says the same without the rows`() {
    let votes = MadeVotes(seed: 51, units: 50, annotators: 4, labels: 3, votesPerUnit: 2...4)
    let rows = DawidSkene.estimate(votes.table)
    let summary = DawidSkene.estimate(votes.table, options: TruthOptions(detail: .summary))
    #expect(summary.posteriors.isEmpty && summary.units == rows.units)
    #expect(summary.objectives == rows.objectives)
  }
}
