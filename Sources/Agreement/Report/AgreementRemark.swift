/// A sentence that a figure needs beside it, with what it was concluded from.
public struct AgreementRemark: Equatable, Sendable {
  /// What the remark is about. The raw values stand in `--json`.
  public enum Kind: String, Sendable, CaseIterable {
    /// High agreement, low κ, one label far more frequent than all others.
    case prevalenceParadox = "prevalence_paradox"
    /// The highest band of Landis and Koch that a coefficient reaches with 95 % probability.
    case benchmark
    /// What Krippendorff would conclude from the lower limit of α.
    case reliance
  }

  public let kind: Kind
  /// The coefficient's name in scripts.
  public let coefficient: String
  public let sentence: String

  static func all(
    _ coefficients: [NamedCoefficient], marginals: UnitMarginals, labels: [String]
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
}
