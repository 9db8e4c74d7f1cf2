package import Agreement
package import Domain

/// What counts of one question's ratings, as columns of codes: what figures about people are computed
/// from, at a tenth of the memory that the ratings themselves would take.
///
/// Units have no names here and stand in the order of the tables; nothing that is computed from them
/// depends on it.
package struct VoteColumns: Sendable {
  /// What a model said, by unit.
  package struct Model: Sendable {
    package let name: AnnotatorID
    /// −1 where it said nothing, or declined.
    package let labels: [Int32]
  }

  /// People's votes, at most one of an annotator in a unit.
  package let votes: VoteTable
  /// People by code, in byte order.
  package let people: [AnnotatorID]
  /// By person: units in which they were asked and declined.
  package let abstentions: [Int]
  /// In byte order.
  package let models: [Model]
  /// Values by label code: declared labels in their order, then whatever else was seen.
  package let values: [Value]
  /// By unit, as `AnnotatorEvidence` reads them; empty where nothing is known of any unit.
  package let gold: [Int32]
  package let ruled: [Int32]
}
