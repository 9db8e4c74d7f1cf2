package import Domain

/// What would be released, and what holds it up.
package struct ReleaseModel: Hashable, Sendable {
  package var generation = 0
  package var isLoading = false
  package var cursor = ListCursor()
  /// nil before they were read.
  package var figures: ReleaseFigures?

  package init() {}
}
