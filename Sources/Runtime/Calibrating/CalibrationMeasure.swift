package import Agreement
package import Domain

/// How well people agree on some units, over all labels and by label.
package struct CalibrationMeasure: Sendable {
  package struct Label: Sendable {
    package let value: Value
    /// Units with at least two answers, one of which says it.
    package let units: Int
    /// Of the answers beside one that says it, the share that does too (Spitzer & Fleiss 1974).
    package let agreement: Estimate
  }

  /// Answers of one person to one unit each; abstentions left out.
  struct Answer {
    let annotator: AnnotatorID?
    let value: Value
  }

  package let people: Int
  package let answers: Int
  /// Units with at least two answers.
  package let units: Int
  /// The share of pairs of answers that agree.
  package let agreement: Estimate
  package let alpha: Estimate?
  /// In byte order of the labels.
  package let labels: [Label]

  /// - Parameter answers: by unit. O(Σ r²).
  init(_ answers: [[Answer]]) {
    let values = Set(answers.joined().map(\.value)).sorted { $0.label < $1.label }
    let codes = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, Int32($0)) })
    let people = Set(answers.joined().compactMap(\.annotator)).sorted()
    let persons = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($1, Int32($0)) })
    var offsets = [0]
    var annotators: [Int32] = []
    var labels: [Int32] = []
    var units = 0
    var carrying = Array(repeating: 0, count: values.count)
    for unit in answers {
      for answer in unit {
        annotators.append(
          answer.annotator.flatMap { persons[$0] } ?? UnitRating.unknownAnnotator)
        labels.append(codes[answer.value] ?? 0)
      }
      offsets.append(labels.count)
      guard unit.count > 1 else { continue }
      units += 1
      for code in Set(unit.compactMap { codes[$0.value] }) { carrying[Int(code)] += 1 }
    }
    let table = VoteTable(
      offsets: offsets, annotators: annotators, labels: labels, annotatorCount: people.count,
      labelCount: values.count)
    let report = AgreementReport(
      sums: table.sums(), labels: values.indices.map { String($0) },
      annotators: people.map(\.text), patterns: table.patterns())
    self.people = people.count
    self.answers = labels.count
    self.units = units
    agreement = report.estimate("percent_agreement") ?? Estimate.share(0, of: 0)
    alpha = report.estimate("krippendorff_alpha")
    let figures = Dictionary(
      uniqueKeysWithValues: report.byLabel.map { ($0.figures.label, $0.figures.specific) })
    self.labels = values.enumerated().map { code, value in
      Label(
        value: value, units: carrying[code],
        agreement: figures[code] ?? Estimate.share(0, of: 0))
    }
  }

  func label(_ value: Value) -> Label? {
    labels.first { $0.value == value }
  }
}

extension AgreementReport {
  fileprivate func estimate(_ name: String) -> Estimate? {
    coefficients.first { $0.name == name }?.estimate
  }
}

extension Value {
  /// What a figure of this value is filed under: the label, or what is shown of other kinds.
  package var label: LabelID {
    if case .label(let label) = self { return label }
    return LabelID(name)
  }
}
