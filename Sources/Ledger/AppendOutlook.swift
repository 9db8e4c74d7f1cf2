package import Domain

/// What an append may do, judged by the events since the head that its caller expected.
package enum AppendOutlook: Equatable {
  /// Nothing came in between.
  case free
  case conflict
  /// An earlier attempt had succeeded; where each operation stands among the events since.
  case alreadyThere([Int])

  /// - Parameters:
  ///   - operations: those of the drafts, in order.
  ///   - since: those of the events after the expected head, in order.
  package init(operations: [OperationID], since: [OperationID]) {
    guard !since.isEmpty, !operations.isEmpty else {
      self = since.isEmpty || operations.isEmpty ? .free : .conflict
      return
    }
    let places = operations.compactMap { since.firstIndex(of: $0) }
    self = places.count == operations.count ? .alreadyThere(places) : .conflict
  }
}
