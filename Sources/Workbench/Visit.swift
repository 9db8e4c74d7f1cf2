package import Domain

/// A place that was left for another, with what is needed to come back to it as it was.
package struct Visit: Hashable, Sendable {
  package let place: Place
  /// The unit that was open, where the place is an item.
  package var unit: UnitID?
  /// The limit of the queue, where leaving changed it.
  package var limit: LimitState?
  /// What was being written, where the place is a form.
  package var form: FormTarget?

  package init(
    _ place: Place, unit: UnitID? = nil, limit: LimitState? = nil, form: FormTarget? = nil
  ) {
    self.place = place
    self.unit = unit
    self.limit = limit
    self.form = form
  }

  /// The same after what is written got another name.
  func renamed(from old: FormTarget, to new: FormTarget) -> Visit {
    guard form == old else { return self }
    return Visit(place, unit: unit, limit: limit, form: new)
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
