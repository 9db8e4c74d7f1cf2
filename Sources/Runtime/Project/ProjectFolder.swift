package import Domain

/// Where the parts of a project lie on disk.
package struct ProjectFolder: Hashable, Sendable {
  package let path: String
  /// Where log, batches and tables lie: here, or, for a project on a server, in a folder of copies.
  private let inner: String

  package init(path: String) {
    var path = Substring(path)
    while path.utf8.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    self.path = String(path)
    inner = self.path
  }

  private init(path: String, inner: String) {
    self.path = path
    self.inner = inner
  }

  /// The same project with what is copied from a server, and derived from it, in a folder of its own.
  func keepingCopies(of project: OperationID, in surroundings: Surroundings) -> ProjectFolder {
    ProjectFolder(path: path, inner: "\(surroundings.cacheHome)/tiebreak/\(project.hex)")
  }

  package var settings: String { path + "/tiebreak.toml" }
  package var log: String { inner + "/log" }
  package var batches: String { inner + "/batches" }
  package var store: String { inner + "/store" }
  package var guidelines: String { path + "/guidelines" }
  package var index: String { inner + "/store/items.sqlite" }
  package var live: String { inner + "/store/live.sqlite" }

  /// The file of a batch: its number and the first sixteen digits of its digest.
  package func batch(_ number: Int, digest: Digest) -> String {
    let digits = String(number)
    let padded = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    return "\(batches)/\(padded)-\(digest.hex.prefix(16)).jsonl.zst"
  }

  /// What all batches take on disk.
  var batchBytes: Int {
    (Folders.names(in: batches) ?? []).reduce(0) { sum, name in
      name.hasSuffix(".jsonl.zst") ? sum + (Folders.size(of: batches + "/" + name) ?? 0) : sum
    }
  }

  /// The document of a published version.
  package func guideline(_ version: Int) -> String {
    "\(guidelines)/v\(version).md"
  }

  /// Where one person's state of this project lies.
  package func personal(_ project: OperationID, in surroundings: Surroundings) -> String {
    "\(surroundings.stateHome)/tiebreak/\(project.hex)"
  }
}
