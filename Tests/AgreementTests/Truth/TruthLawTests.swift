import Agreement
import Testing

/// What holds for every model of truth.
@Suite struct TruthLawTests {
  private static let models: [TruthModel] = TruthModel.allCases

  private func estimate(
    _ model: TruthModel, _ votes: VoteTable, options: TruthOptions = TruthOptions(iterations: 12)
  ) -> TruthEstimate {
    switch model {
    case .majority: MajorityVote.estimate(votes, options: options)
    case .weightedMajority: WeightedVote.logOdds(votes, options: options)
    case .agreementWeighted: WeightedVote.byAgreement(votes, options: options)
    case .dawidSkene: DawidSkene.estimate(votes, options: options)
    case .oneCoin: OneCoin.estimate(votes, options: options)
    case .mace: MACE.estimate(votes, options: options)
    case .glad: GLAD.estimate(votes, options: options)
    }
  }

  @Test(arguments: models, [1, 2, 3] as [UInt64])
  func `order and names of units, votes, annotators and labels change no bit`(
    model: TruthModel, seed: UInt64
  ) {
    let votes = MadeVotes(
      seed: seed, units: 60, annotators: 9, labels: 5, votesPerUnit: 0...6)
    let plain = estimate(model, votes.table)
    var random = SeededRandom(seed: seed &+ 99)
    let order = votes.units.indices.shuffled(using: &random)
    let annotators = (0..<9).shuffled(using: &random)
    let labels = (0..<5).shuffled(using: &random)
    let moved = order.map { unit in
      votes.units[unit].shuffled(using: &random).map { rating in
        UnitRating(
          annotator: Int32(annotators[Int(rating.annotator)]),
          label: Int32(labels[Int(rating.label)]))
      }
    }
    let other = estimate(model, MadeVotes.table(moved, annotators: 9, labels: 5))
    #expect(other.objectives == plain.objectives)
    #expect(other.logLikelihoods == plain.logLikelihoods)
    for (place, unit) in order.enumerated() {
      let one = plain.units[unit]
      let two = other.units[place]
      #expect(two.label == one.label.map { labels[$0] })
      #expect(two.probability == one.probability && two.entropy == one.entropy)
      #expect(two.isTied == one.isTied)
      let row = Array(plain.posterior(of: unit))
      let movedRow = Array(other.posterior(of: place))
      for label in 0..<5 { #expect(movedRow[labels[label]] == row[label]) }
    }
    for annotator in 0..<9 {
      #expect(other.competences[annotators[annotator]] == plain.competences[annotator])
    }
    for label in 0..<5 { #expect(other.priors[labels[label]] == plain.priors[label]) }
  }

  @Test(arguments: models)
  func `the number of cores changes no bit`(model: TruthModel) {
    let votes = MadeVotes(
      seed: 7, units: 12_300, annotators: 30, labels: 4, votesPerUnit: 2...4
    ).table
    func fit(_ shards: Int) -> TruthEstimate {
      estimate(model, votes, options: TruthOptions(iterations: 3, restarts: 2, shards: shards))
    }
    let one = fit(1)
    for shards in 2...3 { #expect(fit(shards) == one, "\(model) \(shards)") }
  }

  @Test(arguments: [TruthModel.majority, .agreementWeighted, .dawidSkene, .oneCoin])
  func `every unit twice says the same with twice the weight`(model: TruthModel) {
    let votes = MadeVotes(seed: 17, units: 70, annotators: 8, labels: 4, votesPerUnit: 0...5)
    let once = estimate(model, votes.table)
    let twice = estimate(
      model, MadeVotes.table(votes.units + votes.units, annotators: 8, labels: 4))
    #expect(twice.iterations == once.iterations)
    for (one, two) in zip(once.logLikelihoods, twice.logLikelihoods) {
      #expect((two - 2 * one).magnitude < 1e-8 * one.magnitude)
    }
    for (one, two) in zip(once.priors, twice.priors) { #expect((one - two).magnitude < 1e-9) }
    for (one, two) in zip(once.competences, twice.competences) {
      #expect(((one ?? -1) - (two ?? -1)).magnitude < 1e-9)
    }
    for unit in votes.units.indices {
      // Copies are the same to the bit.
      #expect(twice.units[unit] == twice.units[unit + votes.units.count])
      for (one, two) in zip(once.posterior(of: unit), twice.posterior(of: unit)) {
        #expect((one - two).magnitude < 1e-7, "\(model) \(unit)")
      }
    }
  }

  @Test func `who always says the same scores 0, and who is never wrong scores 1`() {
    var votes = MadeVotes(
      seed: 27, units: 300, annotators: 6, labels: 3, votesPerUnit: 6...6, accuracies: 1...1)
    for unit in votes.units.indices {
      votes.units[unit] = votes.units[unit].map {
        $0.annotator == 2 ? UnitRating(annotator: 2, label: 1) : $0
      }
    }
    for model in [TruthModel.dawidSkene, .mace] {
      let found = estimate(model, votes.table, options: TruthOptions(iterations: 50))
      for profile in AnnotatorProfile.all(votes.table, truth: found) {
        let score = profile.spammerScore.value ?? .nan
        let wanted = profile.annotator == 2 ? 0.0 : 1
        #expect((score - wanted).magnitude < 1e-3, "\(model) \(profile.annotator) \(score)")
      }
    }
    // By counts beside gold it is 0 to the bit.
    let counted = LabelComparison.against(votes.truth, votes: votes.table)
    #expect(counted[2].spammerScore.value == 0)
    #expect(counted[3].spammerScore.value == 1)
  }

  @Test(arguments: [TruthModel.dawidSkene, .oneCoin, .mace, .glad], [1, 2, 3, 4] as [UInt64])
  func `the objective never falls`(model: TruthModel, seed: UInt64) {
    let votes = MadeVotes(
      seed: seed, units: 80, annotators: 7, labels: 3, votesPerUnit: 1...5)
    for smoothing in [0, 0.5] {
      let options = TruthOptions(iterations: 60, tolerance: nil, smoothing: smoothing)
      let trace = estimate(model, votes.table, options: options).objectives
      #expect(trace.count == 60)
      for (one, next) in zip(trace, trace.dropFirst()) {
        #expect(next >= one - 1e-8, "\(model) \(smoothing)")
      }
    }
  }

  @Test(arguments: models)
  func `perfect annotators are believed`(model: TruthModel) {
    let votes = MadeVotes(
      seed: 5, units: 50, annotators: 6, labels: 4, votesPerUnit: 3...5, accuracies: 1...1)
    let found = estimate(model, votes.table)
    for (unit, truth) in found.units.enumerated() {
      #expect(truth.label == Int(votes.truth[unit]))
      #expect(truth.probability > 0.95)
    }
    #expect(found.competences.allSatisfy { ($0 ?? 0) > 0.85 })
  }

  @Test(arguments: models)
  func `nothing is known about units without votes`(model: TruthModel) {
    let units = [[UnitRating(annotator: 0, label: 1)], [], [UnitRating(annotator: 0, label: 0)]]
    let found = estimate(model, MadeVotes.table(units, annotators: 2, labels: 2))
    #expect(found.units[1].label == nil && !found.units[1].isRated)
    #expect(Array(found.posterior(of: 1)) == [0, 0])
    #expect(found.competences[1] == nil && found.competences[0] != nil)
    let none = estimate(model, MadeVotes.table([[], []], annotators: 0, labels: 0))
    #expect(none.status == .undefinedNoData && none.units.count == 2)
  }

  @Test(arguments: models)
  func `a tie is said and never broken`(model: TruthModel) {
    let units = (0..<6).map { unit in
      [
        UnitRating(annotator: 0, label: unit % 2 == 0 ? 0 : 1),
        UnitRating(annotator: 1, label: unit % 2 == 0 ? 1 : 0),
      ]
    }
    let found = estimate(model, MadeVotes.table(units, annotators: 2, labels: 2))
    #expect(found.tiedUnits == 6)
    #expect(found.units.allSatisfy { $0.label == nil && $0.probability == 0.5 })
    #expect(found.leaders(of: 0) == [0, 1])
  }

  @Test(arguments: [TruthModel.majority, .weightedMajority, .dawidSkene, .oneCoin, .mace, .glad])
  func `known labels are held`(model: TruthModel) {
    let votes = MadeVotes(seed: 3, units: 40, annotators: 5, labels: 3, votesPerUnit: 0...3)
    let gold = votes.truth.enumerated().map { $0 % 4 == 0 ? ($1 + 1) % 3 : -1 }
    let found = estimate(model, votes.table, options: TruthOptions(iterations: 8, gold: gold))
    for (unit, label) in gold.enumerated() where label >= 0 {
      #expect(found.units[unit].label == Int(label) && found.units[unit].probability == 1)
    }
  }
}
