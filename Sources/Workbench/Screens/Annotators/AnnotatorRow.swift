package import Domain

/// One line of the list of annotators: a person, or a model beside them.
package struct AnnotatorRow: Hashable, Sendable {
  /// How agreement with the others went from the earlier half of somebody's ratings to the later.
  package enum Direction: Hashable, Sendable {
    case falling
    case rising
    case steady
    /// Too few ratings, or none with a time.
    case unknown
  }

  /// What stands out of how somebody uses the labels.
  package struct Overuse: Hashable, Sendable {
    package let label: Value
    /// The share of their ratings with the label.
    package let own: Double
    /// The share of the others' ratings of the same units.
    package let others: Double

    package init(label: Value, own: Double, others: Double) {
      self.label = label
      self.own = own
      self.others = others
    }
  }

  /// A label that was given where another one is right.
  package struct Confusion: Hashable, Sendable {
    package let given: Value
    package let right: Value
    package let count: Int

    package init(given: Value, right: Value, count: Int) {
      self.given = given
      self.right = right
      self.count = count
    }
  }

  package let id: AnnotatorID
  package let isModel: Bool
  package var ratings = 0
  /// Units in which they were asked and declined.
  package var declined = 0
  /// Cohen's κ with all others, over the units they share.
  package var rest = Measure.none
  /// Pairs of ratings with others that agree.
  package var agreement = Measure.none
  /// The share that gold upholds.
  package var gold = Measure.none
  /// The share that rulings uphold, of units that were ruled on.
  package var rulings = Measure.none
  /// The share of pairs of own ratings of one unit that agree.
  package var again = Measure.none
  /// The median time of a rating, in milliseconds, of all and of each half of their ratings.
  package var milliseconds: Double?
  package var earlierPace: Double?
  package var laterPace: Double?
  /// Agreement in equal stretches of time, the same for everybody; nil for too few ratings.
  package var trend: [Double?] = []
  package var direction = Direction.unknown
  package var earlier: Double?
  package var later: Double?
  package var overuse: Overuse?
  /// Units in which all others, two or more, agree on something else; how many of these were ruled on,
  /// and how many of those rulings say what this one said.
  package var alone = 0
  package var aloneRuled = 0
  package var aloneRight = 0
  /// What was said where the ruling says otherwise, and where others do, in units; the most frequent
  /// first, a few.
  package var besideRulings: [Confusion] = []
  package var besideOthers: [Confusion] = []

  package init(_ id: AnnotatorID, isModel: Bool) {
    self.id = id
    self.isModel = isModel
  }
}
