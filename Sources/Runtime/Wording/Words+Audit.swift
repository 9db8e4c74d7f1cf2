import Domain

extension Words {
  /// What stands against a draw of an audit.
  static func audit(_ refusal: Refusal) -> String {
    switch refusal {
    case .nothingToAudit:
      "Nothing would be released without a ruling, so there is nothing to audit."
    case .auditSize(let size, let open):
      size < 1
        ? "An audit draws one unit at least: --size."
        : "\(count(open, "unit")) would be released without a ruling; \(size) cannot be drawn of them."
    case .auditTooLarge(let units, let limit):
      "\(units) units are too many for one audit; \(limit) are the most."
    case .ruledMeanwhile(let unit):
      "Somebody ruled on \(plain(unit.item.text)) while it was being drawn. Draw again."
    case .labelsChanged: "The labels were migrated while units were being drawn. Draw again."
    default: "That is refused."
    }
  }
}
