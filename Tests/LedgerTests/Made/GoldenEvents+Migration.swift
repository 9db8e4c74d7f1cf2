import Domain
import Ledger

/// A label set that changes: one label is split, one gets another name, one is gone.
extension GoldenEvents {
  static let migration = EventBody.migrate(
    LabelMigration(
      mapping: LabelMapping([
        LabelRule(from: [LabelID("billing")], to: [LabelID("bill"), LabelID("charge")]),
        LabelRule(from: [LabelID("refund")], to: [LabelID("money \"back\"")]),
        LabelRule(from: [LabelID("spam")], to: []),
      ]), settings: ConfigurationChange(text: settings, digest: .sha256(of: settings)), batch: 1,
      inDoubt: [23], reason: "billing was two things"))

  private static let settings = """
    [project]
    name = "tickets"

    [[labels]]
    id = "bill"

    [[labels]]
    id = "charge"

    [[labels]]
    id = "money \\"back\\""

    """
}
