package import Domain

/// The orders of the list, as they are typed and shown.
package enum OrderWords {
  package struct Choice: Hashable, Sendable {
    package let order: QueueOrder
    /// What one types.
    package let word: String
    package let help: String
    /// The end of "32 of 164 shown, …".
    package let foot: String
  }

  package static let choices: [Choice] = [
    Choice(
      order: .policy(.gain), word: "gain",
      help: "expected cost of releasing it unruled, most first",
      foot: "most gain first"),
    Choice(
      order: .policy(.lowestAgreement), word: "agreement",
      help: "how far its ratings agree, lowest first",
      foot: "lowest agreement first"),
    Choice(
      order: .policy(.oldest), word: "oldest",
      help: "when its ratings came in, longest waiting first",
      foot: "longest waiting first"),
    Choice(
      order: .policy(.stratified), word: "stratified",
      help: "the best of each leading label in turn",
      foot: "label by label"),
    Choice(
      order: .due, word: "due", help: "by when its tier wants it, soonest first",
      foot: "soonest due first"),
    Choice(order: .item, word: "item", help: "by id", foot: "by id"),
  ]

  /// The order that a word names; nil where there is none.
  package static func order(_ word: String) -> QueueOrder? {
    choices.first { $0.word == word }?.order
  }

  /// The end of "32 of 164 shown, …", with whose figures order the list.
  package static func foot(_ order: QueueOrder, _ learning: QueueLearning?) -> String {
    let foot = choice(order).foot
    guard order == .policy(.gain), let brief = learning?.brief, !brief.isEmpty else { return foot }
    return "\(foot), \(brief)"
  }

  package static func choice(_ order: QueueOrder) -> Choice {
    choices.first { $0.order == order } ?? choices[0]
  }
}
