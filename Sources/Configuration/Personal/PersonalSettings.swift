/// How one person wants the program to look: `$XDG_CONFIG_HOME/tiebreak/config.toml`.
///
/// nil: the file does not say.
package struct PersonalSettings: Hashable, Sendable {
  /// The name of a theme. Whether there is such a theme is checked where themes are known.
  package var theme: String?
  package var background: Background?
  /// Columns that characters of ambiguous width take.
  package var ambiguous: AmbiguousWidth?
  /// Whether frames and marks are drawn in ASCII only.
  package var ascii: Bool?
  /// Whether clicks and the wheel are taken.
  package var mouse: Bool?
  /// Whether the workbench is told in lines instead of drawn.
  package var screenReader: Bool?

  /// Whose background is painted.
  package enum Background: String, Sendable, CaseIterable {
    case theme
    /// The terminal's own, which may be a picture or see-through.
    case terminal
  }

  /// Columns on the screen.
  package enum AmbiguousWidth: Int, Sendable, CaseIterable {
    case one = 1
    case two = 2
  }

  package init(
    theme: String? = nil, background: Background? = nil, ambiguous: AmbiguousWidth? = nil,
    ascii: Bool? = nil, mouse: Bool? = nil, screenReader: Bool? = nil
  ) {
    self.theme = theme
    self.background = background
    self.ambiguous = ambiguous
    self.ascii = ascii
    self.mouse = mouse
    self.screenReader = screenReader
  }

  /// - Parameters:
  ///   - text: the whole of the file.
  ///   - file: its name in messages.
  /// - Throws: every problem at once, in the order of the file.
  package static func read(
    _ text: String, file: String
  ) throws(ConfigurationError) -> PersonalSettings {
    let document = try Document.read(text, file: file)
    let problems = ProblemCollector(document.source)
    let reader = TableReader(
      document.root, title: "these settings",
      keys: ["theme", "background", "ambiguous", "ascii", "mouse", "screen_reader"],
      problems: problems)
    let settings = PersonalSettings(
      theme: reader.text("theme")?.content, background: reader.choice("background"),
      ambiguous: reader.whole("ambiguous", 1...2).flatMap(AmbiguousWidth.init),
      ascii: reader.truth("ascii"), mouse: reader.truth("mouse"),
      screenReader: reader.truth("screen_reader"))
    try problems.throwIfAny()
    return settings
  }
}
