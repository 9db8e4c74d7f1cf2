extension GuidelineContents {
  /// The same with the labels of clauses as they are called now. It is for looking into: a version's
  /// document says what it said.
  public func read(through reading: LabelReading, of guideline: Guideline) -> GuidelineContents {
    guard !reading.isEmpty else { return self }
    return GuidelineContents(
      version: version, sections: sections,
      clauses: clauses.map { clause in
        let seq = guideline.clauses[clause.id]?.position(of: clause.text) ?? -1
        return NumberedClause(
          id: clause.id, text: reading.read(clause.text, at: seq), since: clause.since)
      }, withdrawn: withdrawn)
  }
}

extension Guideline {
  /// Parts that speak of labels by names that are gone: clauses by number, then definitions by label.
  public func outdated(_ reading: LabelReading) -> [GuidelineFinding] {
    guard !reading.isEmpty else { return [] }
    var findings: [GuidelineFinding] = []
    for (id, clause) in clauses.sorted(by: { $0.key < $1.key }) {
      guard let text = clause.proposed ?? clause.published else { continue }
      for label in text.labels {
        let seq = clause.position(of: text)
        findings += finding(.clause(id), label, reading.fate(of: label, at: seq))
      }
    }
    for (id, section) in sections.sorted(by: { $0.key < $1.key }) {
      guard case .label(let label) = id, section.proposed ?? section.published != nil else {
        continue
      }
      findings += finding(.section(id), label, reading.fate(of: label, at: section.seq))
    }
    return findings
  }

  private func finding(
    _ part: GuidelinePart, _ label: LabelID, _ fate: LabelMapping.Fate
  ) -> [GuidelineFinding] {
    switch fate {
    case .stays: []
    case .becomes(let other): [.labelRenamed(part, from: label, to: other)]
    case .ends: [.labelEnded(part, label)]
    }
  }
}

extension Revised where Content == ClauseText {
  /// Where these words of the clause were proposed; the last proposal's position where none is known.
  fileprivate func position(of text: ClauseText) -> Int {
    if let proposed, proposed.isSame(as: text) { return seq }
    return revisions.last { $0.content?.isSame(as: text) ?? false }?.seq ?? seq
  }
}
