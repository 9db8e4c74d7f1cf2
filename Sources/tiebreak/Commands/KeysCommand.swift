import ArgumentParser
import Interchange
import Runtime
import Screen
import Workbench

/// `keys`: the key table, made from the command table of the workbench.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Print the keys of the workbench as a table.",
    discussion: "Change them in ~/.config/tiebreak/keys.toml; docs/workbench.md says how.")

  @Option(help: ArgumentHelp("vi or emacs.", valueName: "name"))
  var set: String?

  @Flag(help: "The keys as keys.toml has them.")
  var mine = false

  @Flag(help: "For scripts.")
  var json = false

  func validate() throws {
    if mine, set != nil { throw ValidationError("--mine and --set exclude each other.") }
    if let set, KeymapSet(rawValue: set) == nil {
      throw ValidationError("--set is vi or emacs, not '\(set)'.")
    }
  }

  func run() throws {
    let table = KeyTable(try keymap())
    guard json else {
      Output.print(table.markdown.trimmingLastBreak)
      return
    }
    Output.print(JSONText.array(table.sections.flatMap { $0.rows.map(Self.json) }))
  }

  private func keymap() throws -> Keymap {
    guard mine else { return Keymap(set.flatMap { KeymapSet(rawValue: $0) } ?? .vi) }
    return try Program.doing { () throws(ProjectFailure) in
      try Looks.read(Machine.surroundings(), chosen: nil).keymap
    }
  }

  private static func json(_ row: KeyTable.Row) -> JSONText {
    [
      "command": .string(row.command.word), "id": .string(row.command.id.rawValue),
      "keys": .array(row.keys.map { .string($0) }), "help": .string(row.command.help),
      "screens": .array(
        Place.allCases.filter { row.command.scope.contains($0.scope) }.map { .string($0.rawValue) }),
      "group": .string(row.command.group.rawValue),
    ]
  }
}

extension String {
  /// Without the line feed at its end: whoever prints it adds one.
  fileprivate var trimmingLastBreak: String { hasSuffix("\n") ? String(dropLast()) : self }
}
