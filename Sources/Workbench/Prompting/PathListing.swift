/// What lies in a folder, to complete a path with.
package struct PathListing: Hashable, Sendable {
  /// The folder as it was typed, with its last slash; empty for the one the program was started in.
  package let folder: String
  /// Folders end in a slash. In byte order.
  package let names: [String]

  package init(folder: String, names: [String]) {
    self.folder = folder
    self.names = names
  }

  /// The folder that a path being typed begins with.
  package static func folder(in path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// What was typed of a name in that folder.
  package static func name(in path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}
