package import Domain

/// All that the list of annotators shows of one question.
package struct AnnotatorsPage: Hashable, Sendable {
  /// Two annotators and how far they agree.
  package struct Pair: Hashable, Sendable {
    package let first: AnnotatorID
    package let second: AnnotatorID
    /// Cohen's κ over the units that both rated.
    package let kappa: Measure

    package init(_ first: AnnotatorID, _ second: AnnotatorID, kappa: Measure) {
      self.first = first
      self.second = second
      self.kappa = kappa
    }
  }

  package let question: QuestionID
  /// All that were asked, in byte order.
  package let questions: [QuestionID]
  /// The worst first.
  package var rows: [AnnotatorRow]
  /// People only; the smaller name first, in byte order.
  package var pairs: [Pair]
  /// When the stretches of `AnnotatorRow.trend` begin and end; empty without times.
  package var stretches: [Instant]
  /// Where files are written unless somebody says otherwise.
  package var folder = ""

  package init(
    question: QuestionID, questions: [QuestionID], rows: [AnnotatorRow] = [], pairs: [Pair] = [],
    stretches: [Instant] = []
  ) {
    self.question = question
    self.questions = questions
    self.rows = rows
    self.pairs = pairs
    self.stretches = stretches
  }

  package var people: Int { rows.count { !$0.isModel } }
  package var models: Int { rows.count { $0.isModel } }
}
