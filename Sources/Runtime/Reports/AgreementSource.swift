package import Agreement

/// An agreement report with what belongs to it but is no figure: where it is from, and what was
/// left out on the way.
package struct AgreementSource: Sendable {
  /// The file, or the project; nil where there is one question only and nothing to tell apart.
  package let name: String
  package let question: String?
  package let report: AgreementReport
  /// What is said where the ratings have it, or where somebody asked.
  package let sections: AgreementSections
  package let rowsRefused: Int
  package let diagnostics: Int

  package init(
    name: String, question: String?, report: AgreementReport,
    sections: AgreementSections = AgreementSections(), rowsRefused: Int = 0, diagnostics: Int = 0
  ) {
    self.name = name
    self.question = question
    self.report = report
    self.sections = sections
    self.rowsRefused = rowsRefused
    self.diagnostics = diagnostics
  }
}
