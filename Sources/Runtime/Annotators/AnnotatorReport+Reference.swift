package import Agreement

extension AnnotatorReport {
  /// Why ratings cannot be held against something here, and what to do; nil where they can.
  ///
  /// - Parameter goldFile: the file that was named to hold gold.
  package func problem(
    of reference: AnnotatorEvidence.Reference, goldFile: String?
  ) -> String? {
    switch reference {
    case .gold:
      guard !votes.hasGold else { return nil }
      return goldFile.map { "No item here has a usable gold label in \(Words.plain($0))." }
        ?? "There is no gold: --gold FILE names one."
    case .rulings:
      guard !votes.hasRulings else { return nil }
      return "There are no rulings: `tiebreak rule` and the workbench make them, in a project."
    case .model:
      guard truth == nil else { return nil }
      return "There is no model: \(modelProblem ?? "--model none asks for none.")"
    }
  }
}
