/// What the screen of that name shows.
package struct GuidelineModel: Hashable, Sendable {
  package var generation = 0
  package var isLoading = false
  package var cursor = ListCursor()
  package var page: Loaded<GuidelinePage>?

  package init() {}
}
