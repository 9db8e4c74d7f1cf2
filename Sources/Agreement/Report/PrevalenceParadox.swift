/// High agreement with low κ, because one label is so frequent that chance alone agrees nearly as
/// often (Feinstein & Cicchetti 1990).
public struct PrevalenceParadox: Equatable, Sendable {
  /// From here on raw agreement counts as high.
  public static let highAgreement = 0.8
  /// Below this κ counts as low: Krippendorff (2004) draws no conclusions there.
  public static let lowKappa = 2.0 / 3
  /// From here on a label dominates.
  public static let highShare = 0.75

  /// The code of the dominant label.
  public let label: Int
  /// Its share of all ratings.
  public let share: Double
  public let agreement: Double
  public let kappa: Double

  /// Nil where there is no paradox.
  ///
  /// - Parameter byLabel: Ratings by label code.
  public init?(agreement: Double, kappa: Double?, byLabel: [Int]) {
    let total = byLabel.reduce(0, +)
    guard total > 0, let kappa, agreement >= Self.highAgreement, kappa < Self.lowKappa,
      let most = byLabel.max(), let label = byLabel.firstIndex(of: most)
    else { return nil }
    let share = Double(most) / Double(total)
    guard share >= Self.highShare else { return nil }
    self.label = label
    self.share = share
    self.agreement = agreement
    self.kappa = kappa
  }

  /// The reason in words, with the label's name by code.
  func sentence(_ labels: [String]) -> String {
    let name = label < labels.count ? labels[label] : "\(label)"
    return "\(Self.percent(agreement)) of pairs agree, yet kappa and alpha are low: "
      + "\"\(name)\" has \(Self.percent(share)) of all ratings, so chance alone agrees nearly as "
      + "often (Feinstein and Cicchetti 1990). Read them beside AC1 and the table by label."
  }

  private static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
