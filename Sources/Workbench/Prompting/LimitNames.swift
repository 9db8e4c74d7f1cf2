package import Domain

/// Names that occur in a project's ratings and can stand in a limit: read once, for completion.
package struct LimitNames: Hashable, Sendable {
  /// Values of one property of items, the most frequent first.
  package struct SliceValues: Hashable, Sendable {
    package let key: String
    package let values: [String]

    package init(key: String, values: [String]) {
      self.key = key
      self.values = values
    }
  }

  /// In byte order.
  package var annotators: [AnnotatorID] = []
  /// In byte order of their keys.
  package var slices: [SliceValues] = []
  /// Of how many batches these are the names.
  package var batches = 0

  package init() {}
}
