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
      var keymap = Keymap.standard
      let keysFile = folder + "/keys.toml"
      if let text = try text(keysFile) {
        let bindings = try KeySettings.read(text, file: keysFile).bindings
        keymap = try Keymap(
          overrides: Dictionary(
            bindings.map { ($0.command, $0.keys.map(\.text)) }, uniquingKeysWith: { $1 }))
      }
      let name = chosen ?? settings.theme ?? ThemeCatalog.standardName
      guard let theme = theme(named: name) else {
        throw ProjectFailure.usage(
          "There is no theme of that name; there are \(ThemeCatalog.names.joined(separator: ", "))."
        )
      }
      return Looks(
        name: name, theme: theme, prefersASCII: settings.ascii ?? (settings.ambiguous == .two),
        wantsMouse: settings.mouse ?? true, wantsLines: settings.screenReader ?? false,
        keymap: keymap)
    } catch let failure as ProjectFailure {
      throw failure
    } catch let error as ConfigurationError {
      throw .settings(error.problems.map { "\($0)" })
    } catch let error as KeymapError {
      throw .settings(["\(folder)/keys.toml: \(error.sentence.plain)"])
    } catch {
      throw .file(path: folder, reason: "\(error)")
    }
  }

  static func theme(named name: String) -> Theme? {
    (try? ThemeCatalog.theme(named: name)) ?? nil
  }

  private static func text(_ path: String) throws(LedgerError) -> String? {
    try DurableFile.read(path, limit: 1 << 20).map { String(decoding: $0, as: UTF8.self) }
  }
}
