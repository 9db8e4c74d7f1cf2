package import Domain
import Workbench

/// What somebody says about a clause on the command line: what is nil stays as it is.
package struct ClauseEdit: Sendable {
  package var title: String?
  package var statement: String?
  /// Empty: the labels stay.
  package var labels: [LabelID] = []
  /// What is added.
  package var examples: [ClauseExample] = []
  package var counterExamples: [ClauseExample] = []
  package var bornFrom: [Int] = []

  package init() {}

  /// Whether nothing was said.
  package var isEmpty: Bool {
    title == nil && statement == nil && labels.isEmpty && examples.isEmpty
      && counterExamples.isEmpty && bornFrom.isEmpty
  }

  /// The clause with what was said.
  package func applied(to text: ClauseText?) -> ClauseText {
    ClauseText(
      title: title ?? text?.title ?? "", labels: labels.isEmpty ? text?.labels ?? [] : labels,
      statement: statement ?? text?.statement ?? "", examples: (text?.examples ?? []) + examples,
      counterExamples: (text?.counterExamples ?? []) + counterExamples,
      bornFrom: (text?.bornFrom ?? []) + bornFrom)
  }
}

/// A clause as Markdown that a person wrote.
package enum ClauseDocument {
  /// Reads it; line ends of other systems and blank lines at the end do not matter.
  package static func read(
    _ document: String, name: String
  ) throws(ProjectFailure) -> (id: ClauseID?, text: ClauseText) {
    do throws(GuidelineMarkdownError) {
      var (id, text) = try GuidelineMarkdown.clause(of: GuidelineWriting.tidied(document))
      text.title = GuidelineWriting.trimmed(text.title)
      text.statement = GuidelineWriting.trimmed(text.statement)
      return (id, text)
    } catch {
      let sentence = "\(Words.plain(name, limit: 200)): \(Words.sentence(error))"
      throw .input(InterchangeFailure(sentence: sentence, code: .inputRefused))
    }
  }

  /// What an editor opens with.
  package static func text(of clause: ClauseText, id: ClauseID?) -> String {
    var shown = clause
    if shown.title.isEmpty { shown.title = GuidelineWriting.titleWanted }
    if shown.statement.isEmpty { shown.statement = GuidelineWriting.statementWanted }
    return GuidelineMarkdown.text(of: shown, id: id)
  }
}
