import Domain
package import Interchange

/// How a file was read, as the import's event keeps it: the mapping, and whether the file was all
/// there is of its source.
package struct ImportMapping: Hashable, Sendable {
  package let mapping: Mapping
  /// `--full`: ratings that are not in it are retracted.
  package let isEverything: Bool
  /// What the settings in force said of values that the mapping leaves open: labels, and their kind.
  /// Under others the same file is another import, so that what was refused can come in once it is
  /// declared.
  let admitted: String?

  private static let member = "full"
  private static let admittedMember = "admitted"

  package init(mapping: Mapping, isEverything: Bool) {
    self.init(mapping: mapping, isEverything: isEverything, admitted: nil)
  }

  init(mapping: Mapping, isEverything: Bool, admitted: String?) {
    self.mapping = mapping
    self.isEverything = isEverything
    self.admitted = admitted
  }

  /// - Returns: nil where the text is not one that `text` writes.
  package init?(text: String) {
    guard let value = try? CanonicalReader.read(Array(text.utf8)), var object = value.object else {
      return nil
    }
    isEverything = object[Self.member]?.boolean ?? false
    object[Self.member] = nil
    admitted = object[Self.admittedMember]?.string
    object[Self.admittedMember] = nil
    guard let mapping = Mapping(canonical: object) else { return nil }
    self.mapping = mapping
  }

  /// The canonical text.
  package var text: String {
    var object = mapping.canonical
    if isEverything { object[Self.member] = true }
    object[Self.admittedMember] = admitted.map { .string($0) }
    return Canonical.text(.object(object))
  }
}
