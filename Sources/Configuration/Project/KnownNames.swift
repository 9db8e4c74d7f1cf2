import Domain

/// What the file gives names to, whether or not the rest of it is right.
struct KnownNames {
  /// In the order of the file.
  let tiers: [String]
  let labels: [String]
  private let tierIDs: Set<TierID>
  private let labelIDs: Set<LabelID>

  init(_ root: RootReader) {
    tiers = root.names(below: "tiers")
    labels = root.texts(of: "id", in: "labels")
    tierIDs = Set(tiers.map { TierID($0) })
    labelIDs = Set(labels.map { LabelID($0) })
  }

  func contains(_ tier: TierID) -> Bool { tierIDs.contains(tier) }

  /// Where no label set is given, every label is known.
  func admits(_ label: LabelID) -> Bool { labels.isEmpty || labelIDs.contains(label) }

  /// `unknown tier "hgih"; did you mean "high"?`
  func unknownTier(_ tier: TierID) -> String {
    let help =
      Suggestion.words(for: tier.text, among: tiers)
      ?? "add [tiers.\(SettingText.key(tier.text, limit: Quotation.limit))] with its cost"
    return "unknown tier \(Quotation.quoted(tier.text)); \(help)"
  }

  func unknownLabel(_ label: LabelID) -> String {
    let help =
      Suggestion.words(for: label.text, among: labels)
      ?? "write the id of one of the [[labels]]"
    return "unknown label \(Quotation.quoted(label.text)); \(help)"
  }
}
