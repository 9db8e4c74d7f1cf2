import ArgumentParser
import Runtime

/// `apply`: makes what `tiebreak.toml` proposes take effect.
struct ApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Make the settings in tiebreak.toml take effect; only a lead may.")

  @ParentCommand var root: Tiebreak

  @Flag(help: "Only check the file.")
  var check = false

  @Flag(help: "For scripts.")
  var json = false

  func run() throws {
    let outcome = try Program.doing { () throws(ProjectFailure) in
      let project = try Program.open(root)
      defer { if let reason = project.leave() { Output.note(reason) } }
      return try project.applySettings(onlyChecking: check)
    }
    if json {
      Output.print(outcome.json)
    } else {
      Output.print(outcome.sentence)
    }
  }
}
