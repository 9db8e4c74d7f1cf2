import Screen

/// The key table of the README and of `tiebreak keys`, made from the command table and a keymap.
package struct KeyTable: Hashable, Sendable {
  /// One command with its keys.
  package struct Row: Hashable, Sendable {
    package let command: ScreenCommand
    /// The names of its keys, the first one shown.
    package let keys: [String]
  }

  /// The commands of one screen, or of several.
  package struct Section: Hashable, Sendable {
    package let scope: CommandScope
    package let rows: [Row]
  }

  package let sections: [Section]

  package init(_ keymap: Keymap = .standard) {
    var scopes: [CommandScope] = []
    for command in CommandTable.all where !scopes.contains(command.scope) {
      scopes.append(command.scope)
    }
    sections = scopes.map { scope in
      let commands = CommandTable.all.filter { $0.scope == scope }
      return Section(
        scope: scope,
        rows: commands.map { command in
          Row(command: command, keys: keymap.sequences(for: command.id).map(\.name))
        })
    }
  }

  /// Markdown: one table a section.
  package var markdown: String {
    sections.map { section in
      let name = section.scope.name
      let title = name.prefix(1).uppercased() + name.dropFirst()
      let rows = section.rows.map { row in
        "| \(Self.cell(row)) | \(row.command.help) | `:\(row.command.word)` |"
      }
      return (["**\(title)**", "", "| Key | What it does | Command |", "|---|---|---|"] + rows)
        .joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n"
  }

  private static func cell(_ row: Row) -> String {
    let digits = (1...9).map { String($0) }
    if row.keys == digits { return "`1` … `9`" }
    // A bar would end the cell.
    return row.keys.map { "`\($0.replacing("|", with: "\\|"))`" }.joined(separator: " ")
  }
}
