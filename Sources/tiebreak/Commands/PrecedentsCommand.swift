import ArgumentParser
import Domain
import Runtime

/// `precedents`: earlier rulings on texts like an item's, and those that contradict each other.
struct PrecedentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "precedents",
    abstract: "Earlier rulings on the same labels, those on the texts most alike first.",
    discussion: """
      How alike two texts are is the share of their words that both have, rare words weighing more. \
      An item without words has its precedents by date. With --contradicting: the pairs of rulings \
      on texts very alike that came out differently, in the whole project.
      """)

  @ParentCommand var root: Tiebreak

  @Argument(help: "The item's id.")
  var item: String?

  @Option(help: ArgumentHelp("Of an item with several.", valueName: "question"))
  var question: String?

  @Flag(help: "Pairs of rulings that contradict each other, instead of an item's precedents.")
  var contradicting = false

  @Flag(help: "For scripts.")
  var json = false

  func validate() throws {
    guard (item == nil) == contradicting else {
      throw ValidationError("Name an item, or ask for --contradicting.")
    }
  }

  func run() throws {
    guard let item else { return try listContradicting() }
    let unit = try Program.withProject(root) { project throws(ProjectFailure) -> UnitDossier? in
      let unit = try project.unit(ItemID(item), question: question.map { QuestionID($0) })
      guard let unit else { return nil }
      if json {
        Output.print(PrecedentJSON.json(unit))
      } else {
        Output.print(
          PrecedentText.lines(unit, names: LabelNames(project.configuration), now: project.now))
      }
      return unit
    }
    guard unit != nil else { throw AlikeCommand.missing(item, question) }
  }

  private func listContradicting() throws {
    try Program.withProject(root) { project throws(ProjectFailure) in
      let pairs = try project.contradictingPrecedents()
      if json {
        Output.print(PrecedentJSON.json(pairs))
      } else {
        Output.print(
          PrecedentText.lines(pairs, names: LabelNames(project.configuration), now: project.now))
      }
    }
  }
}
