import Domain
import Screen

/// One thing a prompt offers.
struct PromptChoice: Hashable {
  /// What it is called in the list.
  let name: SafeText
  /// What Tab makes of the text.
  let completion: String
  var detail = SafeText()
  var key = SafeText()
  /// Why it cannot be used now.
  var unavailable: SafeText?
  /// Which clusters of the name were typed.
  var typed: [Int] = []
  var command: CommandID?
  /// A completed argument of a command.
  var argument: String?
  var value: Value?
  var outcome: Outcome?
  /// The place in the log of an earlier ruling.
  var seq: Int?
  var clause: ClauseID?
  /// What is to be written, and whether the open item is a counter-example there.
  var target: FormTarget?
  var isCounterExample = false
  /// Whether a clause is to be made from what is tagged.
  var makesClause = false
  /// Whether it raises a flag, or lowers it; nil for everything else.
  var raisesFlag: Bool?
  /// Whether it is all that has to be typed, not a piece of it.
  var isWhole = false
  var role = Role.text
  var hasStripe = false
  /// Whether `key` is the digit that chooses it by its place.
  var isNumbered = false
  /// How long ago it was used in this session: 0 for the last; nil for never.
  var recency: Int?

  /// Those that fit what was typed, the best first: by how they fit, then those used last, then in the
  /// order in which they stand. What cannot be used comes last.
  static func ranked(_ all: [PromptChoice], by needle: String) -> [PromptChoice] {
    let ranks = all.enumerated().compactMap { index, choice -> Ranked? in
      guard !needle.isEmpty else {
        return Ranked(choice: choice, rank: 0, spread: 0, index: index)
      }
      var found = choice
      if let match = FuzzyMatch(needle, in: choice.name) {
        found.typed = match.places
        return Ranked(
          choice: found, rank: match.rank.rawValue,
          spread: match.rank == .scattered ? match.spread : 0, index: index)
      }
      guard needle.count > 2, choice.detail.plain.lowercased().contains(needle.lowercased()) else {
        return nil
      }
      return Ranked(choice: found, rank: .max, spread: 0, index: index)
    }
    return ranks.sorted { $0.order.lexicographicallyPrecedes($1.order) }.map(\.choice)
  }

  private struct Ranked {
    let choice: PromptChoice
    let rank: Int
    let spread: Int
    let index: Int

    var order: [Int] {
      [choice.unavailable == nil ? 0 : 1, rank, spread, choice.recency ?? .max, index]
    }
  }
}
