import ArgumentParser
import Glibc
import Interchange
import Runtime
import Screen
import ThemeCatalog

/// `themes`: what the screens may look like.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "Show the themes, or print one to start your own from.",
    discussion: """
      On a terminal each theme is shown as it will look there; on a pipe their names are listed. \
      Choose one with  theme = "light"  in ~/.config/tiebreak/config.toml, or :theme. Your own stand in \
      ~/.config/tiebreak/themes:  tiebreak themes light > ~/.config/tiebreak/themes/mine.theme
      """)

  @Argument(help: "The theme to print.")
  var name: String?

  @Flag(help: "Show samples also where the output is no terminal.")
  var show = false

  @Flag(help: "For scripts.")
  var json = false

  func run() throws {
    let shelf = ThemeShelf(Machine.surroundings())
    guard let name else { return try list(shelf) }
    guard
      let source = try Program.doing({ () throws(ProjectFailure) in
        try shelf.source(named: name)
      })
    else {
      throw CommandFailure(
        "There is no theme \(SafeText.line(name)); there are \(shelf.names.joined(separator: ", ")).",
        .usage)
    }
    let isTerminal = Machine.isTerminal(STDOUT_FILENO)
    if show || isTerminal, let theme = try theme(name, of: shelf) { preview(theme) }
    if !isTerminal, !show { Output.write(Array(source.utf8)) }
  }

  private func list(_ shelf: ThemeShelf) throws {
    if json {
      Output.print(JSONText.array(shelf.names.map { .string($0) }))
      return
    }
    for name in shelf.names {
      Output.print(SafeText.line(name) + remark(name, shelf))
      guard show || Machine.isTerminal(STDOUT_FILENO), let theme = try theme(name, of: shelf) else {
        continue
      }
      preview(theme)
      Output.print("")
    }
  }

  private func remark(_ name: String, _ shelf: ThemeShelf) -> String {
    var remarks: [String] = []
    if name == ThemeCatalog.standardName { remarks.append("standard") }
    if shelf.ownNames.contains(name) { remarks.append("yours") }
    return remarks.isEmpty ? "" : "  (\(remarks.joined(separator: ", ")))"
  }

  private func theme(_ name: String, of shelf: ThemeShelf) throws -> Theme? {
    try Program.doing { () throws(ProjectFailure) in try shelf.theme(named: name) }
  }

  /// The sample at the depth of colour that the terminal has.
  private func preview(_ theme: Theme) {
    let presentation = Presentation(theme: theme, depth: Machine.colourDepth(), glyphs: .unicode)
    Output.print(StyledText(presentation).lines(of: ThemePreview.grid()))
  }
}
