package import Agreement

/// The models that `annotators` can fit, by the names they have on the command line.
package enum TruthFit {
  /// The names that `--model` takes, the usual one first.
  package static let names = ["dawid-skene"]

  package static func model(named name: String) -> TruthModel? {
    guard names.contains(name) else { return nil }
    return TruthModel(rawValue: name.replacing("-", with: "_"))
  }

  static func name(of model: TruthModel) -> String {
    model.rawValue.replacing("_", with: "-")
  }

  /// In words, as people cite it.
  static func words(for model: TruthModel) -> String {
    switch model {
    case .majority: "majority"
    case .weightedMajority: "weighted majority"
    case .agreementWeighted: "majority weighted by agreement"
    case .dawidSkene: "Dawid–Skene"
    case .oneCoin: "one-coin"
    case .mace: "MACE"
    case .glad: "GLAD"
    }
  }

  static func estimate(_ votes: VoteTable, _ model: TruthModel) -> TruthEstimate {
    DawidSkene.estimate(votes)
  }
}
