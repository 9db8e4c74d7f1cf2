import Domain
package import Interchange

/// How a file was read, as the import's event keeps it: the mapping, and whether the file was all
/// there is of its source.
package struct ImportMapping: Hashable, Sendable {
  package let mapping: Mapping
  /// `--full`: ratings that are not in it are retracted.
  package let isEverything: Bool

  private static let member = "full"

  package init(mapping: Mapping, isEverything: Bool) {
    self.mapping = mapping
    self.isEverything = isEverything
  }

  /// - Returns: nil where the text is not one that `text` writes.
  package init?(text: String) {
    guard let value = try? CanonicalReader.read(Array(text.utf8)), var object = value.object else {
      return nil
    }
    isEverything = object[Self.member]?.boolean ?? false
    object[Self.member] = nil
    guard let mapping = Mapping(canonical: object) else { return nil }
    self.mapping = mapping
  }

  /// The canonical text.
  package var text: String {
    var object = mapping.canonical
    if isEverything { object[Self.member] = true }
    return Canonical.text(.object(object))
  }
}
