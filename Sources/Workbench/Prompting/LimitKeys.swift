import Domain

/// What a term of a limit may begin with, for completion and help.
struct LimitKeys {
  let beginning: String
  let example: String
  let help: String

  static let all: [LimitKeys] = [
    LimitKeys(beginning: "label:", example: "label:", help: "somebody said this label"),
    LimitKeys(beginning: "pair:", example: "pair:", help: "two labels that compete: pair:car/van"),
    LimitKeys(beginning: "said:", example: "said:", help: "who said what: said:A3/car"),
    LimitKeys(
      beginning: "disagree:", example: "disagree:", help: "these two differ: disagree:A3/B2"),
    LimitKeys(beginning: "alone:", example: "alone:", help: "this annotator against all others"),
    LimitKeys(beginning: "ruled:", example: "ruled:", help: "ruled so; ruled:* for any ruling"),
    LimitKeys(
      beginning: "batch:", example: "batch:", help: "its latest rating came with this batch"),
    LimitKeys(beginning: "week:", example: "week:", help: "its latest rating: week:2026-W12"),
    LimitKeys(
      beginning: "value:", example: "value:", help: "this very value: value:4, value:\"a, b\""),
    LimitKeys(beginning: "twice:", example: "twice:", help: "two or more gave this value"),
    LimitKeys(beginning: "agree<", example: "agree<", help: "agreement below: agree<0.6"),
    LimitKeys(beginning: "gain>", example: "gain>", help: "worth more than: gain>0.5"),
    LimitKeys(beginning: "ratings>", example: "ratings>", help: "more ratings than: ratings>3"),
    LimitKeys(beginning: "age>", example: "age>", help: "waiting longer than: age>2d"),
    LimitKeys(beginning: "slice.", example: "slice.", help: "a property: slice.lang:en"),
    LimitKeys(beginning: "note:", example: "note:", help: "a note says this; note:* for any note"),
    LimitKeys(beginning: "by:", example: "by:", help: "rated by this annotator"),
    LimitKeys(beginning: "tier:", example: "tier:", help: "of this tier"),
    LimitKeys(beginning: "question:", example: "question:", help: "of this question"),
    LimitKeys(beginning: "item:", example: "item:", help: "the id has this in it"),
    LimitKeys(beginning: "text:", example: "text:", help: "the text has this in it"),
    LimitKeys(beginning: "flag:*", example: "flag:*", help: "flagged"),
    LimitKeys(beginning: "audit:*", example: "audit:*", help: "drawn by an audit, to be ruled"),
    LimitKeys(beginning: "tag:*", example: "tag:*", help: "tagged by you"),
    LimitKeys(beginning: "status:", example: "status:", help: "open, escalated, ruled, agreed …"),
    LimitKeys(beginning: "doubt:", example: "doubt:", help: "what puts its ruling in doubt"),
    LimitKeys(beginning: "route:", example: "route:", help: "sent by the route with this number"),
  ]

  /// The values that are known for a key.
  static func values(for key: String, _ model: Model) -> [String] {
    switch key {
    case "label": model.configuration.labels.map(\.id.text)
    case "tier": model.configuration.tiers.map(\.id.text)
    case "question": model.summary?.questions.map(\.text) ?? []
    case "status": UnitStatus.allCases.map(\.rawValue) + ["*"]
    case "doubt": DoubtCause.Kind.allCases.map(\.rawValue) + ["*"]
    case "ruled": model.configuration.labels.map(\.id.text) + ["*"]
    case "audit", "flag", "tag", "note", "week": ["*"]
    case "route": model.configuration.routes.indices.map { String($0 + 1) }
    default: []
    }
  }
}
