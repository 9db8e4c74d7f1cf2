import Agreement
package import Domain
import Store

extension Project {
  /// The votes of every question, or of one, with everything that stands beside them.
  ///
  /// One consistent state for each question. O(ratings).
  ///
  /// - Throws: `.usage` with the questions there are, where nobody was asked `only`.
  package func votes(
    of only: QuestionID? = nil
  ) throws(ProjectFailure) -> [QuestionVotes] {
    let questions: [QuestionID]
    var votes: [QuestionVotes] = []
    do throws(ReadFailure) {
      let configuration = configuration
      questions = try index.summary(now: now).questions
      for question in questions where only == nil || question == only {
        guard let collection = try index.ratings(question) else { continue }
        votes.append(
          QuestionVotes(
            collection, source: configuration.name, scale: configuration.scale,
            declared: configuration.labels.map(\.id), policy: .last))
      }
    } catch {
      throw .read(error)
    }
    guard let only, !questions.contains(only) else { return votes }
    throw .usage(
      Words.choose(
        "question", among: questions.map(\.text), wanted: only.text, with: "--about"))
  }

  /// How often annotators said the same where they were shown a unit again. O(units that were).
  func repeats(of question: QuestionID) throws(ReadFailure) -> Agreement.Repeats {
    guard let collection = try index.ratings(question, of: .unitsWithHistory) else {
      return Agreement.Repeats(kept: .last)
    }
    let votes = QuestionVotes(
      collection, source: "", scale: .nominal, declared: [], policy: .last)
    return votes.repeatCounts
  }
}
