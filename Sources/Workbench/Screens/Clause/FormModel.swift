package import Domain
package import Screen

/// A place in a form at which something is written.
package enum FormField: Hashable, Sendable {
  case title
  case labels
  case statement
  case example(Int)
  case counterExample(Int)
  /// All that a definition or a policy says.
  case text

  /// Whether line feeds stand in it.
  var hasLines: Bool { self == .statement || self == .text }
}

/// The form that is open: one part of the guideline while it is written, and the rulings beside it.
package struct FormModel: Hashable, Sendable {
  package enum Focus: Hashable, Sendable {
    case fields
    case rulings
  }

  package var draft: FormDraft
  /// What was proposed last, or what the form began with.
  package var origin: FormDraft
  package var field: FormField
  package var focus = Focus.fields
  /// Over the rulings, whatever headings stand between them.
  package var rulings = ListCursor()
  /// The field's text while it is typed.
  package var editor: TextEditor?
  package var evidence: Loaded<ClauseEvidence>?
  package var generation = 0
  /// The ticket under which it is being recorded, and as what.
  package var writing: Int?
  /// Position of a proposal that somebody made since this one was begun.
  package var newer: Int?
  /// What came back from an editor and could not be read as a clause.
  package var unreadable: String?

  package init(_ draft: FormDraft, origin: FormDraft) {
    self.draft = draft
    self.origin = origin
    field = draft.target.section == nil ? .title : .text
  }

  package var target: FormTarget { draft.target }

  /// Whether something was written that was not sent.
  package var isChanged: Bool { draft != origin }

  /// The fields from top to bottom.
  package var fields: [FormField] {
    guard target.section == nil else { return [.text] }
    return [.title, .labels, .statement] + draft.clause.examples.indices.map { .example($0) }
      + draft.clause.counterExamples.indices.map { .counterExample($0) }
  }

  /// What a field says; of labels nothing.
  package func text(of field: FormField) -> String {
    let clause = draft.clause
    switch field {
    case .title: return clause.title
    case .labels: return ""
    case .statement: return clause.statement
    case .example(let index):
      return clause.examples.indices.contains(index) ? clause.examples[index].text : ""
    case .counterExample(let index):
      return clause.counterExamples.indices.contains(index)
        ? clause.counterExamples[index].text : ""
    case .text: return draft.text
    }
  }

  mutating func set(_ text: String, in field: FormField) {
    let line = text.replacing("\n", with: " ")
    switch field {
    case .title: draft.clause.title = line
    case .labels: break
    case .statement: draft.clause.statement = text
    case .example(let index):
      if draft.clause.examples.indices.contains(index) {
        draft.clause.examples[index].text = line
      }
    case .counterExample(let index):
      if draft.clause.counterExamples.indices.contains(index) {
        draft.clause.counterExamples[index].text = line
      }
    case .text: draft.text = text
    }
  }

  /// The unit that a field's example was taken from.
  package func unit(of field: FormField) -> UnitID? {
    switch field {
    case .example(let index):
      draft.clause.examples.indices.contains(index) ? draft.clause.examples[index].unit : nil
    case .counterExample(let index):
      draft.clause.counterExamples.indices.contains(index)
        ? draft.clause.counterExamples[index].unit : nil
    default: nil
    }
  }

  /// The ruling under the bar.
  package var ruling: ClauseEvidence.Entry? {
    let entries = evidence?.value.entries ?? []
    return entries.indices.contains(rulings.row) ? entries[rulings.row] : nil
  }
}
