package import Agreement
package import Domain

/// Everything `annotators --adjudicators` says; how it looks is decided elsewhere.
package struct AdjudicatorReport: Sendable {
  /// The project.
  package let source: String
  /// nil: rulings on every question.
  package let question: QuestionID?
  /// The most rulings first.
  package let standings: [AdjudicatorStanding]
  /// How many units were ever decided on.
  package let units: Int
  /// The last day of every series.
  package let today: Instant

  package init(
    source: String, question: QuestionID?, standings: [AdjudicatorStanding], units: Int,
    today: Instant
  ) {
    self.source = source
    self.question = question
    self.standings = standings
    self.units = units
    self.today = today
  }

  package var rulings: Int { standings.reduce(0) { $0 + $1.rulings } }
}
