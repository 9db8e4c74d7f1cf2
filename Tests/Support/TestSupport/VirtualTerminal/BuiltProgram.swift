import Foundation

/// Programs of the package that were built beside the tests.
package enum BuiltProgram {
  /// The path of a program: from the folder in which the running tests stand, or from another that
  /// `TIEBREAK_PROGRAMS` names, so that long tests can try the optimised program.
  package static func path(_ name: String) -> String {
    if let folder = ProcessInfo.processInfo.environment["TIEBREAK_PROGRAMS"],
      FileManager.default.isExecutableFile(atPath: folder + "/" + name)
    {
      return URL(fileURLWithPath: folder).appendingPathComponent(name).path
    }
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent(name).path
  }
}
