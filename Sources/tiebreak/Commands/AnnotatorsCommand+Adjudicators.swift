import ArgumentParser
import Domain
import Runtime

extension AnnotatorsCommand {
  /// Rulings stand in a project's log alone, and are held against nothing but the ratings.
  func validateAdjudicators() throws {
    guard files.isEmpty else {
      throw ValidationError("--adjudicators reads a project's log, and takes no files.")
    }
    guard person == nil, finalLabels.gold == nil, against == nil, posteriors == nil else {
      throw ValidationError(
        "--adjudicators stands alone: --person, --gold, --against and --posteriors are about"
          + " annotators.")
    }
  }

  func runAdjudicators() throws {
    let report = try Program.withProject(root) { project throws(ProjectFailure) in
      try project.adjudicators(of: chosenQuestion.map { QuestionID($0) })
    }
    guard let report else { return }
    if json {
      show([AdjudicatorsJSON.json(report)])
    } else {
      Output.print(AdjudicatorsText.lines(report))
    }
  }
}
