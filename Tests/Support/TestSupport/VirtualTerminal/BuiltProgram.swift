import Foundation

/// Programs of the package that were built beside the tests.
package enum BuiltProgram {
  /// The path of a program, from the folder in which the running tests stand.
  package static func path(_ name: String) -> String {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent(name).path
  }
}
