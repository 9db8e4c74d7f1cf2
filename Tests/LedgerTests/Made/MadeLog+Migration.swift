import Domain
import Ledger

/// The part of a made history in which labels change.
extension MadeLog {
  mutating func migrate() {
    let number = drafts.count
    let isLong = Bool.random(using: &numbers)
    let text =
      "[project]\nname = \"made\"\n# labels \(number)"
      + String(repeating: "y", count: isLong ? 5000 : 0)
    var rules = [
      LabelRule(from: [LabelID("a\n"), LabelID("b \(number)")], to: [LabelID("a\n")]),
      LabelRule(from: [LabelID("one")], to: [LabelID("two")]),
      LabelRule(from: [LabelID("two")], to: [LabelID("one")]),
    ]
    if Bool.random(using: &numbers) {
      rules.append(LabelRule(from: [LabelID("é \"q\"")], to: []))
      rules.append(LabelRule(from: [LabelID("\u{301}")], to: [LabelID("x"), LabelID("y")]))
    }
    let standing = state.seats.filter { $0.key.seat == .main && $0.value.status == .ruled }
      .values.map(\.seq).sorted()
    record(
      .migrate(
        LabelMigration(
          mapping: LabelMapping(rules),
          settings: ConfigurationChange(text: text, digest: .sha256(of: text)),
          batch: state.imports.last?.batch ?? 0,
          inDoubt: isLong ? [] : Array(standing.prefix(3)),
          reason: isLong ? nil : "better \u{1B}[1mlabels\"")), by: "lena")
  }
}
