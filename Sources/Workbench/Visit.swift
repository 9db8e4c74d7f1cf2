package import Domain

/// A place that was left for another, with what is needed to come back to it as it was.
package struct Visit: Hashable, Sendable {
  package let place: Place
  /// The unit that was open, where the place is an item.
  package var unit: UnitID?
  /// The limit of the queue, where leaving changed it.
  package var limit: LimitState?

  package init(_ place: Place, unit: UnitID? = nil, limit: LimitState? = nil) {
    self.place = place
    self.unit = unit
    self.limit = limit
  }
}

/// A limit as it was typed and as it was understood.
package struct LimitState: Hashable, Sendable {
  package let text: String
  package let limit: Limit

  package init(text: String, limit: Limit) {
    self.text = text
    self.limit = limit
  }
}
