import ArgumentParser
import Domain
import Runtime

/// `gold list`: what is gold.
struct GoldListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List what is gold: who marked it, when, under which version, how many pass.",
    discussion: """
      A unit is gold by its last mark, or else by a value that came in as gold. What people fail more \
      often than chance explains is named: there the gold itself may be wrong.
      """)

  @ParentCommand var gold: GoldCommand

  @Option(help: ArgumentHelp("Only gold of this question.", valueName: "name"))
  var question: String?

  @Flag(help: "For scripts.")
  var json = false

  func run() throws {
    try Program.withProject(gold.root) { project throws(ProjectFailure) in
      let report = try project.goldReport(question: question.map { QuestionID($0) })
      if json {
        Output.print(GoldJSON.json(report))
      } else {
        Output.print(GoldText.units(report))
      }
    }
  }
}
