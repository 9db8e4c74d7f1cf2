import ArgumentParser
import Domain
import Runtime

/// `gold unmark`: takes a mark away.
struct GoldUnmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unmark",
    abstract: "Say that units are gold no longer, also where they came in as gold.")

  @ParentCommand var gold: GoldCommand

  @Argument(help: ArgumentHelp("Items.", valueName: "item"))
  var items: [String]

  @Option(help: ArgumentHelp("The question, where an item has several.", valueName: "name"))
  var question: String?

  @Option(help: ArgumentHelp("Why.", valueName: "text"))
  var reason: String?

  @Flag(help: "For scripts.")
  var json = false

  func run() throws {
    let ending = try Program.withProject(gold.root) { project throws(ProjectFailure) in
      try GoldOutput.record(items, question: question, in: project, json: json) { _ in
        .none(reason: reason)
      }
    }
    if let ending { throw ending }
  }
}
