import Configuration
import Ledger
import Runtime
import Screen
import Workbench

/// The keys that one person uses, from `keys.toml`.
enum PersonalKeys {
  /// Reads the file; one that is not there changes nothing.
  ///
  /// - Throws: what is wrong with it, with line and column.
  static func read(_ path: String) throws -> Keymap {
    guard let bytes = try DurableFile.read(path, limit: 1 << 20) else { return .standard }
    let settings = try KeySettings.read(String(decoding: bytes, as: UTF8.self), file: path)
    let set = try self.set(settings)
    let overrides = Dictionary(
      settings.bindings.map { ($0.command, $0.keys.map(\.text)) }, uniquingKeysWith: { $1 })
    do throws(KeymapError) {
      return try Keymap(set, overrides: overrides)
    } catch {
      throw ProjectFailure.settings([
        "\(settings.problem(error.sentence.plain, at: place(of: error, in: settings)))"
      ])
    }
  }

  private static func set(_ settings: KeySettings) throws(ProjectFailure) -> KeymapSet {
    guard let named = settings.set else { return .vi }
    if let set = KeymapSet(rawValue: named.text) { return set }
    let words = KeymapSet.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or ")
    let message = "there is no set of keys \(SafeText.line(named.text)); write \(words)"
    throw .settings(["\(settings.problem(message, at: named.place))"])
  }

  /// Where the file says what cannot be: the key, else its command. Of two commands that ask for one
  /// key the file names at least one.
  private static func place(of error: KeymapError, in settings: KeySettings) -> SourcePlace {
    let bindings = settings.bindings.filter { error.commands.contains($0.command) }
    let keys = bindings.flatMap(\.keys)
    let key =
      keys.last { error.key == $0.text }
      ?? keys.last { key in
        error.key.map { key.text.hasPrefix($0) || $0.hasPrefix(key.text) } ?? false
      }
    return key?.place ?? bindings.last?.place ?? SourcePlace(line: 1, column: 1)
  }
}
