import Foundation
import Testing

/// The data sets and vectors that stand outside the repository, in the folder `shared`.
///
/// The folder is the value of `TIEBREAK_SHARED_DIR`, or else a folder named `shared` beside any
/// folder above this file. Where it is missing a test says that it is skipped, or fails when
/// `TIEBREAK_SHARED` is `required`.
package enum SharedFixtures {
  /// The absolute path of a shared file or folder, such as `vectors/agreement.json`.
  ///
  /// It is nil where the file is missing. Then the test is to return: a line saying that it is
  /// skipped has been printed, or an issue has been recorded.
  package static func path(_ relative: String) throws -> String? {
    let environment = ProcessInfo.processInfo.environment
    if let root = root(environment: environment) {
      let path = root.appendingPathComponent(relative).path
      if FileManager.default.fileExists(atPath: path) { return path }
    }
    guard environment["TIEBREAK_SHARED"] != "required" else {
      Issue.record("\(relative) is missing and TIEBREAK_SHARED=required")
      return nil
    }
    print("skipped: \(relative) (shared fixtures are not here)")
    return nil
  }

  /// The bytes of a shared file, or nil where it is missing, as `path(_:)`.
  package static func bytes(_ relative: String) throws -> [UInt8]? {
    guard let path = try path(relative) else { return nil }
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private static func root(environment: [String: String]) -> URL? {
    if let named = environment["TIEBREAK_SHARED_DIR"] {
      return URL(fileURLWithPath: named, isDirectory: true)
    }
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while folder.path != "/" {
      let beside = folder.deletingLastPathComponent().appendingPathComponent("shared")
      let vectors = beside.appendingPathComponent("vectors").path
      if FileManager.default.fileExists(atPath: vectors) { return beside }
      folder = folder.deletingLastPathComponent()
    }
    return nil
  }
}
