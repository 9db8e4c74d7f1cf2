import Ledger
import Runtime
import Screen
import ThemeCatalog

/// The themes one can choose from: those of the program, and one's own in `themes/` of the
/// configuration folder, which come first where names are the same.
struct ThemeShelf {
  /// Where one's own are.
  let folder: String
  /// The names of one's own, in byte order.
  let ownNames: [String]

  private static let ending = ".theme"

  init(_ surroundings: Surroundings) {
    folder = surroundings.configurationHome + "/tiebreak/themes"
    ownNames = FolderNames.of(folder).filter { $0.hasSuffix(Self.ending) }
      .map { String($0.dropLast(Self.ending.count)) }.filter { !$0.isEmpty }
  }

  /// The program's in their order, then one's own under names of their own.
  var names: [String] { ThemeCatalog.names + ownNames.filter { !ThemeCatalog.names.contains($0) } }

  /// The text of a theme's file; nil where there is none of that name.
  func source(named name: String) throws(ProjectFailure) -> String? {
    guard ownNames.contains(name) else { return ThemeCatalog.source(named: name) }
    do throws(LedgerError) {
      let bytes = try DurableFile.read(path(name), limit: 1 << 20)
      return bytes.map { String(decoding: $0, as: UTF8.self) }
    } catch {
      throw .ledger(error)
    }
  }

  /// The theme of a name; nil where there is none.
  ///
  /// What one's own leaves out comes from the program's theme of the same name, else from the standard
  /// one.
  ///
  /// - Throws: what is wrong with a file, with line and column.
  func theme(named name: String) throws(ProjectFailure) -> Theme? {
    do throws(ThemeError) {
      let base = try ThemeCatalog.theme(named: name)
      guard ownNames.contains(name) else { return base }
      guard let source = try? source(named: name) else { return base }
      return try ThemeFile.parse(source, named: name, over: base ?? ThemeCatalog.standard)
    } catch {
      throw .settings([
        "\(path(name)):\(error.line):\(error.column): \(error.sentence.plain)"
      ])
    }
  }

  private func path(_ name: String) -> String { "\(folder)/\(name)\(Self.ending)" }
}
