import Domain

/// The questions of a file as far as it has been read, in order of first sight.
///
/// An annotator who marks no region leaves no trace of the question in the export: only the others'
/// regions tell that it was asked.
struct KnownQuestions {
  private var order: [QuestionID] = []
  private var forms: [QuestionID: ResultReader.Form] = [:]

  mutating func learn(_ answers: [ResultReader.Answer]) {
    for answer in answers {
      if forms[answer.question] == nil { order.append(answer.question) }
      if forms[answer.question] == nil || answer.form != .other {
        forms[answer.question] = answer.form
      }
    }
  }

  /// The questions of a task: those that were answered, or else all that are known.
  func asked(in answers: [ResultReader.Answer]) -> [QuestionID] {
    var found: [QuestionID] = []
    for answer in answers where !found.contains(answer.question) { found.append(answer.question) }
    if !found.isEmpty { return found }
    return order.isEmpty ? [.label] : order
  }

  /// "There is nothing here", for every question about regions that is not answered.
  ///
  /// - Parameter asked: what the annotation itself says it was asked; nil where it does not say.
  func emptyRegions(
    besides answers: [ResultReader.Answer], asked: [QuestionID]?
  ) -> [ResultReader.Answer] {
    order.compactMap { question in
      guard asked?.contains(question) ?? true,
        !answers.contains(where: { $0.question == question }),
        let empty = forms[question]?.empty
      else { return nil }
      return ResultReader.Answer(question: question, value: empty, form: .other)
    }
  }
}
