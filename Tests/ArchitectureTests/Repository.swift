import Foundation

/// The checkout these tests were compiled from, found upward from this source file.
struct Repository {
  let root: URL

  /// Walks up from `file` to the first folder that holds a package manifest.
  init(startingAt file: StaticString = #filePath) throws {
    var folder = URL(fileURLWithPath: "\(file)").deletingLastPathComponent()
    while !FileManager.default.fileExists(atPath: folder.appendingPathComponent(Self.manifest).path)
    {
      guard folder.path != "/" else { throw Missing(name: Self.manifest) }
      folder.deleteLastPathComponent()
    }
    root = folder
  }

  /// The text of one file, named relative to the root.
  func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// Names inside a folder, sorted; empty when there is no such folder.
  func names(in folder: String) -> [String] {
    let path = root.appendingPathComponent(folder).path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// Every file below `folder` whose name ends in one of `extensions`, relative to the root, sorted.
  func files(below folder: String, extensions: Set<String>) -> [String] {
    let start = root.appendingPathComponent(folder)
    guard let walk = FileManager.default.enumerator(atPath: start.path) else { return [] }
    return walk.compactMap { $0 as? String }
      .filter { extensions.contains(($0 as NSString).pathExtension) }
      .map { "\(folder)/\($0)" }
      .sorted()
  }

  private static let manifest = "Package.swift"

  struct Missing: Error, CustomStringConvertible {
    let name: String
    var description: String { "\(name) was not found in any folder above this test" }
  }
}
