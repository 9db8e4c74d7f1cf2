/// A sentence that a figure needs beside it, with what it was concluded from.
public struct AgreementRemark: Equatable, Sendable {
  /// With fewer units to compare nothing is said of what a coefficient is worth.
  public static let enoughUnits = 30

  /// What the remark is about. The raw values stand in `--json`.
  public enum Kind: String, Sendable, CaseIterable {
    /// High agreement, low κ, one label far more frequent than all others.
    case prevalenceParadox = "prevalence_paradox"
    /// The highest band of Landis and Koch that a coefficient reaches with 95 % probability.
    case benchmark
    /// What Krippendorff would conclude from the lower limit of α.
    case reliance
    /// Nothing is said of what a coefficient is worth: there are too few units.
    case tooFew = "too_few"
    /// A level of measurement that needs an order was asked for, and nobody stated one.
    case assumedOrder = "assumed_order"
  }

  public let kind: Kind
  /// The coefficient's name in scripts.
  public let coefficient: String
  public let sentence: String

  static func all(
    _ coefficients: [NamedCoefficient], marginals: UnitMarginals, labels: [String],
    assumedOrder: [String]
  ) -> [AgreementRemark] {
    func estimate(_ name: String) -> Estimate? {
      coefficients.first { $0.name == name }?.estimate
    }
    guard let alpha = estimate("krippendorff_alpha") else { return [] }
    let nominal = coefficients.first { $0.name == "krippendorff_alpha" }?.level
    var remarks: [AgreementRemark] = []
    if let agreement = estimate("percent_agreement")?.value, let kappa = estimate("fleiss_kappa"),
      nominal == "nominal" || nominal == "set",
      let paradox = PrevalenceParadox(
        agreement: agreement, kappa: kappa.value, byLabel: marginals.ratingsByLabel)
    {
      remarks.append(
        AgreementRemark(
          kind: .prevalenceParadox, coefficient: "fleiss_kappa",
          sentence: paradox.sentence(labels)))
    }
    if !assumedOrder.isEmpty {
      remarks.append(
        AgreementRemark(
          kind: .assumedOrder, coefficient: "krippendorff_alpha",
          sentence: Self.order(assumedOrder)))
    }
    guard marginals.pairableUnits >= enoughUnits || marginals.pairableUnits == 0 else {
      remarks.append(
        AgreementRemark(
          kind: .tooFew, coefficient: "krippendorff_alpha",
          sentence: "Fewer than \(enoughUnits) items have two ratings: too few to say what these "
            + "figures are worth."))
      return remarks
    }
    if let sentence = Benchmark.reliance(alpha) {
      remarks.append(
        AgreementRemark(
          kind: .reliance, coefficient: "krippendorff_alpha", sentence: sentence))
    }
    for name in ["fleiss_kappa", "gwet_ac1"] {
      guard let estimate = estimate(name), let band = Benchmark.band(estimate) else { continue }
      remarks.append(
        AgreementRemark(
          kind: .benchmark, coefficient: name, sentence: band.sentence))
    }
    return remarks
  }

  private static func order(_ labels: [String]) -> String {
    let named = labels.prefix(8).map { "\"\($0)\"" }.joined(separator: " < ")
    return "Nobody stated the order of the labels, so it was taken to be "
      + named + (labels.count > 8 ? " < …" : "") + "; --labels states another."
  }
}
