package import Domain
package import Interchange

/// A file to import, and how.
package struct ImportRequest: Hashable, Sendable {
  package let path: String
  package let mapping: ImportMapping
  /// Whether one bad row refuses the whole file.
  package let isStrict: Bool
  /// What the items of a batch that gold was put into stand for; its digest stands in `mapping`.
  package let key: BatchKey?

  package init(
    path: String, mapping: ImportMapping, isStrict: Bool = false, key: BatchKey? = nil
  ) {
    self.key = key
    self.path = path
    self.mapping = mapping
    self.isStrict = isStrict
  }

  /// The file's name without its folder: all of the path that is kept.
  package var name: String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

/// What came of an import.
package struct ImportOutcome: Sendable {
  package enum Effect: Sendable {
    case added(ImportRecord)
    /// The same bytes were read in the same way before: nothing changed.
    case alreadyThere(batch: Int)
  }

  package let name: String
  package let effect: Effect
  /// The first findings.
  package let findings: [Diagnostic]
  package let counts: [DiagnosticCount]
  /// Ratings that another of the same annotator stands before; they stay as history.
  package let repeats: Int
  /// Rulings that it put in doubt.
  package let doubted: Int
  /// Where the rows are that were left out.
  package let refusedFile: String?
}

extension ImportOutcome {
  /// The outcome after the project's folder got another name.
  func moved(from old: String, to new: String) -> ImportOutcome {
    let file = refusedFile.map { $0.hasPrefix(old + "/") ? new + $0.dropFirst(old.count) : $0 }
    return ImportOutcome(
      name: name, effect: effect, findings: findings, counts: counts, repeats: repeats,
      doubted: doubted, refusedFile: file)
  }
}
