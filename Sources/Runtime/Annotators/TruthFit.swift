package import Agreement

/// The models that `annotators` can fit, by the names they have on the command line.
package enum TruthFit {
  /// The names that `--model` takes, the usual one first.
  package static let names = models.map { name(of: $0) }

  private static let models: [TruthModel] = [
    .dawidSkene, .oneCoin, .mace, .glad, .majority, .weightedMajority, .agreementWeighted,
  ]

  package static func model(named name: String) -> TruthModel? {
    models.first { self.name(of: $0) == name }
  }

  package static func name(of model: TruthModel) -> String {
    switch model {
    case .majority: "majority"
    case .weightedMajority: "weighted"
    case .agreementWeighted: "wawa"
    case .dawidSkene: "dawid-skene"
    case .oneCoin: "one-coin"
    case .mace: "mace"
    case .glad: "glad"
    }
  }

  /// In words, as people cite it.
  static func words(for model: TruthModel) -> String {
    switch model {
    case .majority: "the majority"
    case .weightedMajority: "the weighted majority"
    case .agreementWeighted: "the majority weighted by agreement"
    case .dawidSkene: "Dawid–Skene"
    case .oneCoin: "the one-coin model"
    case .mace: "MACE"
    case .glad: "GLAD"
    }
  }

  /// What the model's figure of an annotator says, as the row of a page.
  static func figure(of model: TruthModel) -> String {
    switch model {
    case .majority: "voting with them"
    case .agreementWeighted: "votes' weight with them"
    case .weightedMajority, .dawidSkene, .oneCoin: "right by \(words(for: model))"
    case .mace: "knowing, by MACE"
    case .glad: "ability by GLAD"
    }
  }

  /// The same in a sentence that explains the column.
  static func meaning(of model: TruthModel) -> String {
    switch model {
    case .majority:
      "the share of an item's votes that say the same as they do, their own among them, which is"
        + " what the majority goes by"
    case .agreementWeighted:
      "the share of an item's votes, each weighted by how often its annotator is with the majority,"
        + " that say the same as they do"
    case .weightedMajority, .dawidSkene, .oneCoin:
      "how likely they are right by \(words(for: model)), which takes the truth from the votes"
        + " themselves"
    case .mace:
      "how likely they know rather than guess by MACE, which takes the truth from the votes"
        + " themselves"
    case .glad:
      "their ability by GLAD, which takes the truth from the votes themselves: 1 is usual, at 0 they"
        + " are right half of the time, below 0 less often"
    }
  }

  static func estimate(_ votes: VoteTable, _ model: TruthModel) -> TruthEstimate {
    switch model {
    case .majority: MajorityVote.estimate(votes)
    case .weightedMajority: WeightedVote.logOdds(votes)
    case .agreementWeighted: WeightedVote.byAgreement(votes)
    case .dawidSkene: DawidSkene.estimate(votes)
    case .oneCoin: OneCoin.estimate(votes)
    case .mace: MACE.estimate(votes)
    case .glad: GLAD.estimate(votes)
    }
  }
}
