package import Screen

/// Why no session could be opened.
package enum TerminalError: Error, Equatable {
  /// Standard output is not a terminal.
  case noTerminal
  /// The system has no description of the terminal.
  case unknownTerminal(String)
  /// The terminal cannot put its cursor anywhere, so nothing can be drawn.
  case noCursorMovement(String)
  /// The system refused; the number is an `errno`.
  case system(Int32)

  /// What is wrong and what to do, in one sentence.
  package var sentence: SafeText {
    switch self {
    case .noTerminal:
      "the workbench needs a terminal; the commands (see --help) work without one"
    case .unknownTerminal(let type):
      "nothing is known here about the terminal \"\(type)\"; try TERM=xterm-256color"
    case .noCursorMovement(let type):
      "the terminal \"\(type)\" cannot move its cursor; the commands (see --help) work on it"
    case .system(let number):
      "the terminal cannot be used: system error \(Int(number))"
    }
  }
}
