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
    case .draft: Status(glyph: "○", text: "draft", role: .dim)
    case .review: Status(glyph: "•", text: "in review", role: .warn)
    case .published where clause.isPending && clause.isTakenOut:
      Status(glyph: "•", text: "to be withdrawn", role: .warn)
    case .published where clause.isUnfinished:
      Status(glyph: "○", text: "since v\(clause.since ?? 1), newer draft", role: .dim)
    case .published where clause.isPending:
      Status(glyph: "•", text: "since v\(clause.since ?? 1), newer in review", role: .warn)
    case .published: Status(glyph: "✓", text: "since v\(clause.since ?? 1)", role: .good)
    case .withdrawn: Status(glyph: "×", text: "withdrawn", role: .dim)
    }
  }

  static func stage(_ stage: ProposalStage) -> SafeText {
    switch stage {
    case .draft: "draft"
    case .review: "in review"
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

  /// What became of a ruling that was in doubt.
  static func word(_ fate: DoubtFates.Fate) -> SafeText {
    switch fate {
    case .waiting: "wait in the queue"
    case .kept: "kept"
    case .overruled: "overruled"
    case .takenBack: "taken back"
    }
  }
}
