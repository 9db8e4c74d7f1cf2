import ArgumentParser
import Runtime

/// `key`: the keys that sign the log.
struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: "Show whose signatures on the log count, or make a key.",
    subcommands: [KeyShowCommand.self, KeyNewCommand.self],
    defaultSubcommand: KeyShowCommand.self)

  @ParentCommand var root: Tiebreak
}

struct KeyShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the keys in force and how far checkpoints reach.",
    discussion:
      "Hand the key to auditors yourself: log verify --key then needs no word of the project's.")

  @ParentCommand var key: KeyCommand

  @Flag(help: "For scripts.")
  var json = false

  func run() throws {
    try Program.withProject(key.root) { project throws(ProjectFailure) in
      let report = try project.keyReport()
      if json {
        Output.print(report.json)
      } else {
        Output.print(report.lines)
      }
    }
  }
}

struct KeyNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make a key that signs the log, and put it in force; only a lead may.",
    discussion: """
      The private half goes to $XDG_CONFIG_HOME/tiebreak/keys, for this account alone; the public half \
      into [log] of tiebreak.toml, which is applied. A key there already stays in force: take it out of \
      tiebreak.toml and apply, when it should no longer count.
      """)

  @ParentCommand var key: KeyCommand

  @Flag(help: "For scripts.")
  var json = false

  func run() throws {
    try Program.withProject(key.root) { project throws(ProjectFailure) in
      let made = try project.makeKey()
      if json {
        Output.print(made.json)
      } else {
        Output.print(made.lines)
      }
    }
  }
}
