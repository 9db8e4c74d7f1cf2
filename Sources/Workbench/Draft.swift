package import Domain

/// What somebody has said about a unit and not yet ruled: it is kept by itself.
package struct Draft: Hashable, Sendable {
  package var reason: String?
  package var rationale: String?
  /// The verdict that was given before the votes were shown.
  package var first: Outcome?
  /// The labels that are toggled, where the answer is a set.
  package var chosen: [LabelID] = []
  /// Earlier rulings, by their places in the log, that it follows and that it sets itself apart from.
  package var follows: [Int] = []
  package var distinguishes: [Int] = []
  /// Clauses that the ruling will cite, in the order in which they were chosen.
  package var cites: [ClauseID] = []

  package init() {}

  package var isEmpty: Bool {
    reason == nil && rationale == nil && first == nil && chosen.isEmpty
      && follows.isEmpty && distinguishes.isEmpty && cites.isEmpty
  }
}
