package import Domain

/// What a form is about.
package enum FormTarget: Hashable, Sendable {
  /// A clause that has no number yet; several can be drafted beside each other.
  case new(Int)
  /// A part that was proposed before, or a definition or policy that is to be.
  case part(GuidelinePart)

  /// The clause's number, where it has one.
  package var clause: ClauseID? {
    if case .part(.clause(let id)) = self { id } else { nil }
  }

  package var section: SectionID? {
    if case .part(.section(let id)) = self { id } else { nil }
  }
}

/// What somebody is writing about the guideline and has not sent: it is kept by itself.
package struct FormDraft: Hashable, Sendable {
  package var target: FormTarget
  /// Position of the proposal that was read; −1 where there was none.
  package var base: Int
  package var clause: ClauseText
  /// What a section is to say.
  package var text: String

  package init(target: FormTarget, base: Int = -1, clause: ClauseText, text: String = "") {
    self.target = target
    self.base = base
    self.clause = clause
    self.text = text
  }

  package init(target: FormTarget, base: Int = -1, text: String) {
    self.init(target: target, base: base, clause: .blank, text: text)
  }
}

extension ClauseText {
  /// A clause that says nothing yet.
  package static let blank = ClauseText(title: "", labels: [], statement: "")

  /// The same with other labels.
  func concerning(_ labels: [LabelID]) -> ClauseText {
    ClauseText(
      title: title, labels: labels, statement: statement, examples: examples,
      counterExamples: counterExamples, bornFrom: bornFrom)
  }

  /// The same with a ruling behind it.
  func born(also seq: Int?) -> ClauseText {
    ClauseText(
      title: title, labels: labels, statement: statement, examples: examples,
      counterExamples: counterExamples, bornFrom: bornFrom + (seq.map { [$0] } ?? []))
  }
}

extension Payload {
  /// What of an item is read, as one text.
  package var reading: String {
    texts.joined(separator: " / ")
  }
}
