import Domain
import Screen

/// States and titles of the guideline's parts.
enum GuidelineWords {
  struct Status {
    let glyph: SafeText
    let text: SafeText
    let role: Role
  }

  static func status(_ clause: Clause) -> Status {
    switch clause.status {
    case .draft where clause.isTakenOut: Status(glyph: "×", text: "dropped", role: .dim)
    case .draft: Status(glyph: "•", text: "draft", role: .warn)
    case .published where clause.isPending && clause.isTakenOut:
      Status(glyph: "•", text: "to be withdrawn", role: .warn)
    case .published where clause.isPending:
      Status(glyph: "•", text: "since v\(clause.since ?? 1), redrafted", role: .warn)
    case .published: Status(glyph: "✓", text: "since v\(clause.since ?? 1)", role: .good)
    case .withdrawn: Status(glyph: "×", text: "withdrawn", role: .dim)
    }
  }

  /// `R-0007  Bicycle pushed on foot`, or what a section speaks of.
  static func title(_ part: GuidelinePart, _ page: GuidelinePage) -> SafeText {
    switch part {
    case .clause(let id):
      "\(id.text)  \(page.guideline.clauses[id]?.content.title ?? "")"
    case .section(.label(let id)):
      "label \(page.labels.first { $0.definition.id == id }?.definition.name ?? id.text)"
    case .section(.policy(let id)): "policy \(id.text)"
    }
  }

  static func day(_ at: Instant) -> SafeText { SafeText(String(at.text.prefix(10))) }
}
