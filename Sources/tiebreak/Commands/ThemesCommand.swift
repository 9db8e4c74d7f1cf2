import ArgumentParser
import Interchange
import Runtime
import ThemeCatalog

/// `themes`: what the screens may look like.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "List the themes, or print one to start your own from.",
    discussion: "Choose one with  theme = \"light\"  in ~/.config/tiebreak/config.toml, or :theme.")

  @Argument(help: "The theme to print.")
  var name: String?

  @Flag(help: "For scripts.")
  var json = false

  func run() throws {
    guard let name else {
      if json {
        Output.print(JSONText.array(ThemeCatalog.names.map { .string($0) }))
      } else {
        Output.print(
          ThemeCatalog.names.map { $0 == ThemeCatalog.standardName ? "\($0)  (standard)" : $0 })
      }
      return
    }
    guard let source = ThemeCatalog.source(named: name) else {
      throw CommandFailure(
        "There is no theme \(name); there are \(ThemeCatalog.names.joined(separator: ", ")).",
        .usage)
    }
    Output.write(Array(source.utf8))
  }
}
