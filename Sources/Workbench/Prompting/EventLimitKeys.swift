import Domain

/// What a term of a limit of the log may begin with, for completion and help.
enum EventLimitKeys {
  static let all: [LimitKeys] = [
    key("type:", "what happened: ruling, import, flag …"),
    key("by:", "who did it"),
    key("item:", "the item's id has this in it"),
    key("label:", "ruled to be this label"),
    key("outcome:", "how it was ruled: ambiguous, escalated …"),
    key("cites:", "the ruling cites this clause, or changed it"),
    key("reason:", "the reason has this in it"),
    key("note:", "a note or comment says this; note:* for any"),
    key("question:", "about this question"),
    key("after:", "on this day or later: after:2026-05-01"),
    key("before:", "before this day: before:2026-05-01"),
    key("text:", "the line has this in it"),
  ]

  private static func key(_ beginning: String, _ help: String) -> LimitKeys {
    LimitKeys(beginning: beginning, example: beginning, help: help)
  }

  /// The values that are known for a key.
  static func values(for key: String, _ model: Model) -> [String] {
    switch key {
    case "type": EventType.allCases.map(\.word)
    case "by": model.members.map(\.id.text)
    case "label": model.configuration.labels.map(\.id.text)
    case "outcome": OutcomeKind.allCases.map(\.rawValue)
    case "question": model.summary?.questions.map(\.text) ?? []
    case "note", "item": ["*"]
    case "after", "before": (0..<7).map { day(model.now.advanced(days: -$0)) }
    default: []
    }
  }

  private static func day(_ moment: Instant) -> String { String(moment.text.prefix(10)) }
}
