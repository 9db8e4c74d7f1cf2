import Configuration
import Ledger
import Runtime
import Screen
import ThemeCatalog
import Workbench

/// How the workbench looks and which keys it takes: personal, from the configuration folder.
struct Looks {
  let name: String
  let theme: Theme
  /// Every theme that can be chosen, and how its ground is treated.
  let shelf: ThemeShelf
  let leavesGround: Bool
  let prefersASCII: Bool
  let wantsMouse: Bool
  let wantsLines: Bool
  let keymap: Keymap

  /// Reads `config.toml` and `keys.toml`; files that are not there change nothing.
  static func read(
    _ surroundings: Surroundings, chosen: String?
  ) throws(ProjectFailure) -> Looks {
    let folder = surroundings.configurationHome + "/tiebreak"
    do {
      var settings = PersonalSettings()
      let settingsFile = folder + "/config.toml"
      if let text = try text(settingsFile) {
        settings = try PersonalSettings.read(text, file: settingsFile)
      }
      let keymap = try PersonalKeys.read(folder + "/keys.toml")
      let name = chosen ?? settings.theme ?? ThemeCatalog.standardName
      let shelf = ThemeShelf(surroundings)
      guard let theme = try shelf.theme(named: name) else {
        throw ProjectFailure.usage(
          "There is no theme of that name; there are \(shelf.names.joined(separator: ", ")).")
      }
      let leavesGround = settings.background == .terminal
      return Looks(
        name: name, theme: leavesGround ? theme.leavingGround() : theme, shelf: shelf,
        leavesGround: leavesGround, prefersASCII: settings.ascii ?? (settings.ambiguous == .two),
        wantsMouse: settings.mouse ?? true, wantsLines: settings.screenReader ?? false,
        keymap: keymap)
    } catch let failure as ProjectFailure {
      throw failure
    } catch let error as ConfigurationError {
      throw .settings(error.problems.map { "\($0)" })
    } catch {
      throw .file(path: folder, reason: "\(error)")
    }
  }

  /// A theme with its ground as the person wants it; nil where there is none, or its file is wrong.
  func theme(named name: String) -> Theme? {
    guard let theme = (try? shelf.theme(named: name)) ?? nil else { return nil }
    return leavesGround ? theme.leavingGround() : theme
  }

  private static func text(_ path: String) throws(LedgerError) -> String? {
    try DurableFile.read(path, limit: 1 << 20).map { String(decoding: $0, as: UTF8.self) }
  }
}
