import ArgumentParser
import Domain
import Runtime

/// `show`: one item whole.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show an item: its text, its ratings, what was decided and why.")

  @ParentCommand var root: Tiebreak

  @Argument(help: "The item's id.")
  var item: String

  @Flag(help: "For scripts.")
  var json = false

  func run() throws {
    let shown = try Program.withProject(root) { project throws(ProjectFailure) -> Bool in
      guard let dossier = try project.explainedDossier(ItemID(item)) else { return false }
      if json {
        Output.print(DossierJSON.json(dossier, now: project.now))
      } else {
        Output.print(
          DossierText.lines(
            dossier, names: LabelNames(project.configuration), now: project.now))
      }
      return true
    }
    guard shown else {
      throw CommandFailure("There is no item \(item).", .answerIsNo)
    }
  }
}
