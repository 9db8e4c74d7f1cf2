package import Domain

/// By what the list is grouped, as it is typed and shown.
package enum GroupingWords {
  package struct Choice: Hashable, Sendable {
    /// nil: not at all.
    package let grouping: QueueGrouping?
    /// What one types.
    package let word: String
    package let help: String
  }

  package static let choices: [Choice] = [
    Choice(
      grouping: .pair, word: "pair", help: "by the two foremost labels, the largest group first"),
    Choice(grouping: .tier, word: "tier", help: "by tier, the costliest first"),
    Choice(grouping: .route, word: "route", help: "by the route that sends it"),
    Choice(grouping: nil, word: "none", help: "one list without headings"),
  ]

  /// The choice that a word names; nil where there is none.
  package static func choice(_ word: String) -> Choice? {
    choices.first { $0.word == word }
  }

  /// Why a list must not be grouped so while votes are hidden: the headings would tell them.
  package static func leak(
    in grouping: QueueGrouping?, _ configuration: ProjectConfiguration
  ) -> String? {
    guard configuration.blind == .votes, let grouping, grouping != .route else { return nil }
    return "groups by \(grouping.rawValue) would tell votes, hidden until your first verdict"
  }
}
