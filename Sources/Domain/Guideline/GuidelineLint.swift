/// What a rulebook lacks.
public enum GuidelineFinding: Hashable, Sendable {
  case labelWithoutDefinition(LabelID)
  /// No clause that concerns the label shows what it is not.
  case labelWithoutCounterExample(LabelID)
  /// Neither made from a ruling nor cited by one.
  case clauseWithoutRuling(ClauseID)
  /// The same case is an example of one and a counter-example of the other, and both concern the same
  /// labels; or both are one clause.
  case contradiction(ClauseID, ClauseID, ClauseExample)
  /// The part speaks of a label by a name that it had before a migration.
  case labelRenamed(GuidelinePart, from: LabelID, to: LabelID)
  /// The part speaks of a label that a migration split or retired.
  case labelEnded(GuidelinePart, LabelID)

  /// A word for scripts.
  public var code: String {
    switch self {
    case .labelWithoutDefinition: "label_without_definition"
    case .labelWithoutCounterExample: "label_without_counter_example"
    case .clauseWithoutRuling: "clause_without_ruling"
    case .contradiction: "contradiction"
    case .labelRenamed: "label_renamed"
    case .labelEnded: "label_ended"
    }
  }
}

extension GuidelineContents {
  /// What is missing, labels in their order and then clauses by number.
  ///
  /// - Parameters:
  ///   - labels: those that annotators choose from.
  ///   - cited: the clauses that rulings cite.
  public func findings(labels: [LabelID], cited: Set<ClauseID>) -> [GuidelineFinding] {
    let defined = Set(sections.map(\.id))
    let shown = Set(clauses.filter { !$0.text.counterExamples.isEmpty }.flatMap(\.text.labels))
    var findings: [GuidelineFinding] = []
    for label in labels {
      if !defined.contains(.label(label)) { findings.append(.labelWithoutDefinition(label)) }
      if !shown.contains(label) { findings.append(.labelWithoutCounterExample(label)) }
    }
    for clause in clauses where clause.text.bornFrom.isEmpty && !cited.contains(clause.id) {
      findings.append(.clauseWithoutRuling(clause.id))
    }
    for clause in clauses {
      for other in clauses where clause.text.sharesPair(with: other.text) {
        let contested = clause.text.examples.first { example in
          other.text.counterExamples.contains { $0.isSameCase(as: example) }
        }
        guard let contested else { continue }
        findings.append(.contradiction(clause.id, other.id, contested))
      }
    }
    return findings
  }
}

extension ClauseText {
  /// Whether both speak of the same two labels, or of all.
  fileprivate func sharesPair(with other: ClauseText) -> Bool {
    if labels.isEmpty || other.labels.isEmpty { return labels.isEmpty && other.labels.isEmpty }
    return Set(labels).intersection(other.labels).count >= min(2, labels.count)
  }
}

extension ClauseExample {
  fileprivate func isSameCase(as other: ClauseExample) -> Bool {
    if let unit, unit == other.unit { return true }
    return text.utf8.elementsEqual(other.text.utf8)
  }
}
