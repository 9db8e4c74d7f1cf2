package import Agreement
package import Domain

/// The sums of one question, with what their codes mean.
package struct QuestionSums: Sendable {
  package let sums: AgreementSums
  /// Values by code: the declared labels in their order, then whatever else was seen.
  package let values: [Value]
  /// Their names, for reports.
  package let labels: [String]
  package let order: LabelOrder
  /// Annotators by code.
  package let annotators: [AnnotatorID]
  package let scale: Scale
}

/// A cell of a label × label table.
package struct LabelCell: Hashable, Sendable {
  package let first: Value
  package let second: Value
  package let count: Int

  package init(first: Value, second: Value, count: Int) {
    self.first = first
    self.second = second
    self.count = count
  }
}
