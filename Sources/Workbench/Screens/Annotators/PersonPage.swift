package import Domain

/// One annotator's labels, held against whatever there is to hold them against.
package struct PersonPage: Hashable, Sendable {
  package let question: QuestionID
  package let row: AnnotatorRow
  /// Never empty for somebody who shares a unit with others: these come first.
  package let tables: [PersonTable]
  /// How often each label was said, in the project's order.
  package let uses: [LabelUse]

  package init(
    question: QuestionID, row: AnnotatorRow, tables: [PersonTable], uses: [LabelUse] = []
  ) {
    self.question = question
    self.row = row
    self.tables = tables
    self.uses = uses
  }

  /// How often a label was said, beside how often others said it of the same units.
  package struct LabelUse: Hashable, Sendable {
    package let label: Value
    package let own: Double
    package let others: Double
    /// Whether the difference is beyond chance and large enough to matter.
    package let standsOut: Bool

    package init(_ label: Value, own: Double, others: Double, standsOut: Bool) {
      self.label = label
      self.own = own
      self.others = others
      self.standsOut = standsOut
    }
  }
}

/// A confusion matrix: rows are what is taken for right, columns what was said.
package struct PersonTable: Hashable, Sendable {
  /// What the labels are held against.
  package enum Reference: Hashable, Sendable {
    /// What any other annotator said of the same unit.
    case others
    case rulings
    case gold
    case model(AnnotatorID)
  }

  /// Units in one cell.
  package struct Cell: Hashable, Sendable {
    /// Places in `labels`.
    package let right: Int
    package let given: Int
    package let units: Int

    package init(right: Int, given: Int, units: Int) {
      self.right = right
      self.given = given
      self.units = units
    }
  }

  /// One label: how far it can be trusted, and how well it is found.
  package struct LabelRow: Hashable, Sendable {
    package let given: Int
    package let right: Int
    package let precision: Measure
    package let recall: Measure

    package init(given: Int, right: Int, precision: Measure, recall: Measure) {
      self.given = given
      self.right = right
      self.precision = precision
      self.recall = recall
    }
  }

  package let reference: Reference
  /// Those that were said or are right, in the project's order.
  package let labels: [Value]
  /// By row, then column; those without a unit are left out.
  package let cells: [Cell]
  /// By place in `labels`; empty against the others, who need not be right.
  package let byLabel: [LabelRow]
  /// The share of units that meet the reference.
  package let right: Measure

  package init(
    _ reference: Reference, labels: [Value], cells: [Cell], byLabel: [LabelRow], right: Measure
  ) {
    self.reference = reference
    self.labels = labels
    self.cells = cells
    self.byLabel = byLabel
    self.right = right
  }
}
