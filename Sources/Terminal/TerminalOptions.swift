package import Screen

/// What the user and the environment ask of the terminal.
package struct TerminalOptions {
  /// The value of `TERM`.
  package var type: String
  package var theme: Theme
  /// Whether `NO_COLOR` is set to something.
  package var isColourRefused: Bool
  /// Whether the program's own signs are to be drawn in ASCII.
  package var prefersASCII: Bool
  package var wantsMouse: Bool

  package init(
    type: String, theme: Theme, isColourRefused: Bool = false, prefersASCII: Bool = false,
    wantsMouse: Bool = false
  ) {
    self.type = type
    self.theme = theme
    self.isColourRefused = isColourRefused
    self.prefersASCII = prefersASCII
    self.wantsMouse = wantsMouse
  }
}
