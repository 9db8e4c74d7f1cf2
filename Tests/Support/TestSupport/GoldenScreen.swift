import Foundation
package import Screen
package import Testing

/// Screens that are kept beside the tests and compared cell by cell.
///
/// They stand in `Screens/` in the folder of the test target. `TIEBREAK_RECORD_SCREENS=1` writes them
/// instead of comparing, which is refused where `CI` is set.
package enum GoldenScreen {
  /// Compares a grid with the golden screen of a name such as `queue/hostile-80x24`.
  package static func expect(
    _ grid: Grid, named name: String, about: String = "", file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let environment = ProcessInfo.processInfo.environment
    let actual = ScreenFile(grid, about: about)
    let path = folder(of: file).appendingPathComponent(name + ".screen")
    if environment["TIEBREAK_RECORD_SCREENS"] == "1" {
      record(actual, name, at: path, isAutomatic: environment["CI"] != nil, sourceLocation)
      return
    }
    guard let text = try? String(contentsOf: path, encoding: .utf8) else {
      Issue.record(
        "\(name): there is no golden screen; record it with TIEBREAK_RECORD_SCREENS=1\n\(actual.text)",
        sourceLocation: sourceLocation)
      return
    }
    guard let expected = ScreenFile(parsing: text) else {
      Issue.record("\(name): the file is not a screen", sourceLocation: sourceLocation)
      return
    }
    let difference = actual.difference(from: expected)
    if !difference.isEmpty {
      Issue.record(
        "\(name): \(difference.count / 2) rows differ\n\(difference.joined(separator: "\n"))",
        sourceLocation: sourceLocation)
    }
  }

  /// Fails for each file in `Screens/` that no test compares, and for each name without a file.
  ///
  /// - Parameters:
  ///   - names: the names that the target's tests give to `expect`.
  ///   - file: a file of the target.
  ///   - sourceLocation: where a failure is shown.
  package static func expectNoOrphans(
    among names: [String], file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let root = folder(of: file)
    let found =
      (FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".screen") }.map { String($0.dropLast(7)) }
    for name in Set(found).subtracting(names).sorted() {
      Issue.record("\(name): no test compares this screen", sourceLocation: sourceLocation)
    }
    for name in Set(names).subtracting(found).sorted() {
      Issue.record("\(name): this screen has no file", sourceLocation: sourceLocation)
    }
  }

  private static func record(
    _ screen: ScreenFile, _ name: String, at path: URL, isAutomatic: Bool,
    _ sourceLocation: SourceLocation
  ) {
    guard !isAutomatic else {
      Issue.record(
        "\(name): golden screens are not recorded where CI is set", sourceLocation: sourceLocation)
      return
    }
    do {
      try FileManager.default.createDirectory(
        at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(screen.text.utf8).write(to: path)
      print("recorded: \(name)")
    } catch {
      Issue.record("\(name): cannot be written: \(error)", sourceLocation: sourceLocation)
    }
  }

  private static func folder(of file: String) -> URL {
    var folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    while folder.path != "/", !folder.lastPathComponent.hasSuffix("Tests") {
      folder = folder.deletingLastPathComponent()
    }
    return folder.appendingPathComponent("Screens")
  }
}

/// Compares a grid with a golden screen; see `GoldenScreen.expect`.
package func expectScreen(
  _ grid: Grid, named name: String, about: String = "", file: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  GoldenScreen.expect(
    grid, named: name, about: about, file: file, sourceLocation: sourceLocation)
}
