package import Domain

/// What an import changed, counted in items and in ratings in force.
package struct ImportCounts: Hashable, Sendable {
  package var itemsNew = 0
  package var itemsChanged = 0
  package var ratingsNew = 0
  package var ratingsChanged = 0
  /// Retracted, because an import of everything no longer holds them.
  package var ratingsGone = 0
  /// Rulings of which votes changed: they are in doubt. The record does not say it; it follows.
  package var rulingsDoubted = 0

  package init() {}

  /// Writes the counts into the record for the log.
  package func fill(_ record: inout ImportRecord) {
    record.itemsNew = itemsNew
    record.itemsChanged = itemsChanged
    record.ratingsNew = ratingsNew
    record.ratingsChanged = ratingsChanged
    record.ratingsGone = ratingsGone
  }
}
