import ArgumentParser
import Domain
import Runtime

/// `guide withdraw`: proposes that a clause goes.
struct GuideWithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Propose that a clause goes; it stays in force until a lead publishes that.")

  @ParentCommand var guide: GuideCommand

  @Argument(help: ArgumentHelp("The clause.", valueName: "id"))
  var id: String

  @Option(help: ArgumentHelp("Why.", valueName: "text"))
  var reason: String?

  @Flag(help: "For scripts.")
  var json = false

  func run() throws {
    let id = try GuideArgument.clause(self.id)
    try Program.withProject(guide.root) { project throws(ProjectFailure) in
      let proposal = ClauseProposal(id: id, text: nil, reason: reason)
      try GuideOutput.record(.clause(proposal), in: project, json: json)
    }
  }
}
