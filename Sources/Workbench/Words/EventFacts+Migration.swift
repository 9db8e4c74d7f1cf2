import Domain
import Screen

/// What a new label set says.
extension EventFacts {
  func migrated(_ migration: LabelMigration) -> [Fact] {
    var facts = migration.mapping.rules.map { rule in
      Fact(name: "\(rule.kind?.rawValue ?? "")", value: Self.words(rule))
    }
    facts.append(
      Fact(
        name: "border",
        value: migration.batch == 0
          ? "before the first batch" : "after batch \(Figures.count(migration.batch))"))
    facts.append(
      Fact(name: "in doubt", value: "\(Figures.count(migration.inDoubt.count)) rulings"))
    if let reason = migration.reason { facts.append(Fact(name: "reason", value: "\(reason)")) }
    facts.append(Fact(name: "settings", value: SafeText(migration.settings.digest.hex)))
    return facts
  }

  /// `a, b → c`
  private static func words(_ rule: LabelRule) -> SafeText {
    let from = rule.from.map(\.text).joined(separator: ", ")
    guard !rule.to.isEmpty else { return "\(from)" }
    return "\(from) → \(rule.to.map(\.text).joined(separator: ", "))"
  }
}
