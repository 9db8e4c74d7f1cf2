import Screen

/// The key table of the README, made from the command table.
package enum KeyTable {
  /// Markdown: one table a screen.
  package static var markdown: String {
    var scopes: [CommandScope] = []
    for command in CommandTable.all where !scopes.contains(command.scope) {
      scopes.append(command.scope)
    }
    return scopes.map { scope in
      let name = scope.name
      let title = name.prefix(1).uppercased() + name.dropFirst()
      let rows = CommandTable.all.filter { $0.scope == scope }.map { command in
        "| \(keys(of: command)) | \(command.help) | `:\(command.word)` |"
      }
      return (["**\(title)**", "", "| Key | What it does | Command |", "|---|---|---|"] + rows)
        .joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n"
  }

  private static func keys(of command: ScreenCommand) -> String {
    let names = command.keys.map(\.name)
    if command.id == .adopt { return "`1` … `9`" }
    return names.map { "`\($0)`" }.joined(separator: " ")
  }
}
