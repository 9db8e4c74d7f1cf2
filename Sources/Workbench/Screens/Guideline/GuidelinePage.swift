package import Agreement
package import Domain

/// The guideline as screens and commands show it: what is in force, what is drafted, every version, and
/// what rulings make of it.
package struct GuidelinePage: Hashable, Sendable {
  /// The project's name, which heads a version's document.
  package let project: String
  package let guideline: Guideline
  /// The rulings that stand and cite a clause, by position.
  package let citations: [ClauseID: [Citation]]
  /// The labels that are declared, in their order, then those that occur besides, by id.
  package let labels: [GuidelineLabel]
  /// What became of the rulings that versions, migrations and batches put in doubt.
  package let fates: [DoubtCause: DoubtFates]
  /// By clause in force: how often its labels are confused before the version that last changed what it
  /// means, and since.
  package let since: [ClauseID: [PairSince]]

  package init(
    project: String, guideline: Guideline, citations: [ClauseID: [Citation]],
    labels: [GuidelineLabel], fates: [DoubtCause: DoubtFates] = [:],
    since: [ClauseID: [PairSince]] = [:]
  ) {
    self.project = project
    self.guideline = guideline
    self.citations = citations
    self.labels = labels
    self.fates = fates
    self.since = since
  }

  /// A version as Markdown, byte for byte what its digest is of.
  package func markdown(of version: Int) -> String {
    GuidelineMarkdown.text(of: guideline.contents(of: version), project: project)
  }
}

/// A label with what the project knows of it.
package struct GuidelineLabel: Hashable, Sendable {
  /// Its name, tier and parent.
  package let definition: LabelDefinition
  /// How often it was ruled, and with which labels it stands open.
  package let use: LabelUse

  package init(definition: LabelDefinition, use: LabelUse) {
    self.definition = definition
    self.use = use
  }
}

extension GuidelinePage {
  /// What became of the rulings that new ratings put in doubt: once for each batch that did.
  package var newRatings: DoubtFates {
    var sum = DoubtFates()
    for (cause, found) in fates where cause.kind == .ratings {
      for fate in DoubtFates.Fate.allCases { sum[fate] += found[fate] }
    }
    return sum
  }
}
