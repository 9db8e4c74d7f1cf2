import Domain

/// `[gate]`: what a release has to reach.
enum GateSection {
  private static let keys = [
    "alpha", "ambiguous", "audit_accuracy", "escalated", "flagged", "label_alpha", "open",
    "ruled_by_one",
    "single", "tier_settled",
  ]
  /// More units than any project has.
  static let mostUnits = 1_000_000_000

  static func read(_ root: RootReader, _ known: KnownNames) -> GateSettings {
    var gate = GateSettings()
    guard let reader = root.table("gate", keys: keys) else { return gate }
    gate.alpha = reader.amount("alpha", .share)
    gate.labelAlpha = reader.amount("label_alpha", .share)
    gate.open = reader.whole("open", 0...mostUnits)
    gate.escalated = reader.whole("escalated", 0...mostUnits)
    gate.flagged = reader.whole("flagged", 0...mostUnits)
    gate.ruledByOne = reader.amount("ruled_by_one", .share)
    gate.ambiguous = reader.amount("ambiguous", .share)
    gate.single = reader.amount("single", .share)
    gate.auditAccuracy = reader.amount("audit_accuracy", .share)
    gate.tierSettled = tiers(reader, known)
    return gate
  }

  private static func tiers(
    _ reader: TableReader, _ known: KnownNames
  ) -> [GateSettings.TierShare] {
    guard let value = reader.table["tier_settled"]?.value else { return [] }
    guard case .table(let table) = value.content else {
      reader.problems.report(
        "tier_settled in [gate] is \(value.kind); write a share for each tier, "
          + "as in tier_settled = { high = 1.0 }", at: value.offset)
      return []
    }
    let shares = TableReader(
      table, title: "tier_settled of [gate]", keys: table.entries.map(\.key),
      problems: reader.problems)
    return table.entries.compactMap { entry in
      let tier = TierID(entry.key)
      guard known.contains(tier) else {
        reader.problems.report(known.unknownTier(tier), at: entry.offset)
        return nil
      }
      return shares.amount(entry.key, .share).map {
        GateSettings.TierShare(tier: tier, share: $0)
      }
    }
  }
}
