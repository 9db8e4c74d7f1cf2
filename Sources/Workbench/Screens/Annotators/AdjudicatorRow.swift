package import Domain

/// One line of the list of adjudicators.
package struct AdjudicatorRow: Hashable, Sendable {
  package struct OutcomeCount: Hashable, Sendable {
    package let kind: OutcomeKind
    package let count: Int

    package init(_ kind: OutcomeKind, _ count: Int) {
      self.kind = kind
      self.count = count
    }
  }

  package let id: MemberID
  package var rulings = 0
  /// Ruled otherwise than most people said, of units where one value leads.
  package var against = Measure.none
  /// Taken back by themselves.
  package var withdrawn = Measure.none
  /// Reopened by a lead, or ruled otherwise by somebody later.
  package var overturned = Measure.none
  /// Ruled the same where a unit was shown again unawares.
  package var again = Measure.none
  /// Ruled otherwise than before the votes were shown.
  package var changedMind = Measure.none
  package var citing = Measure.none
  package var reasoned = Measure.none
  package var outcomes: [OutcomeCount] = []
  /// The median time from opening to ruling, in milliseconds.
  package var milliseconds: Double?
  /// Rulings a day, oldest first, today last.
  package var days: [Int] = []
  package var daysWorked = 0

  package init(_ id: MemberID) {
    self.id = id
  }
}
