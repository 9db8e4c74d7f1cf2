import Screen

/// The key table of the README, made from the command table.
package enum KeyTable {
  /// Markdown: one table a screen.
  package static var markdown: String {
    let parts: [(CommandScope, String)] = [
      (.queue, "Queue"), (.item, "Item"), (.everywhere, "Everywhere"),
    ]
    return parts.map { scope, title in
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
