package import Agreement
package import Domain
package import Store

/// What annotators have to know of a guideline that changed, and of their labels that rulings did not
/// uphold. It names nobody but the annotator whom it is for.
package struct AnnotatorDigest: Sendable {
  /// A part of the guideline that changed.
  package struct Change: Sendable {
    package let part: GuidelineDifference.Part
    /// Whether it means something else, and not only says the same in other words.
    package let isSemantic: Bool
    /// How often its labels were confused before and since; empty for what is no clause.
    package let confused: [PairSince]
  }

  /// One of the annotator's labels that a ruling does not uphold.
  package struct Correction: Sendable {
    package let item: Item
    package let question: QuestionID
    package let said: Value
    /// nil where none of the labels was right.
    package let ruled: Value?
    package let clauses: [Clause]
    /// With the names of people left out.
    package let reason: String?
    package let rationale: String?
  }

  /// A clause that was cited, as it was when it was cited.
  package struct Clause: Sendable {
    package let id: ClauseID
    package let title: String
  }

  package let project: String
  /// Whom it is for; nil for all together.
  package let annotator: AnnotatorID?
  package let since: Int
  package let version: Int
  package let changes: [Change]
  /// Labels of theirs that were ruled on since.
  package let judged: Int
  /// How many of them were not upheld.
  package let overRuled: Int
  /// The annotator's own; empty for all together.
  package let corrections: [Correction]
  /// Everybody's, without names; empty for one annotator.
  package let counts: [OverRuledCount]
}
