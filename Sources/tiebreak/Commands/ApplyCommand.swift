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

  func run() throws {
    let outcome = try Program.withProject(root) { project throws(ProjectFailure) in
      try project.applySettings(onlyChecking: check)
    }
    Output.print(outcome.sentence)
  }
}
