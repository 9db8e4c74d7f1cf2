package import Domain
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
  /// The round that all of the file is an answer to; nil for ratings.
  package let trial: String?
  /// SHA-256 of the key that says what its items stand for.
  package let key: Digest?
  /// `--guideline`: the version that all of the file was given under; nil where that is to be told
  /// from when things happened.
  package let version: Int?

  private static let member = "full"
  private static let admittedMember = "admitted"
  private static let trialMember = "trial"
  private static let keyMember = "key"
  private static let versionMember = "guideline"

  package init(
    mapping: Mapping, isEverything: Bool, trial: String? = nil, key: Digest? = nil,
    version: Int? = nil
  ) {
    self.init(
      mapping: mapping, isEverything: isEverything, admitted: nil, trial: trial, key: key,
      version: version)
  }

  private init(
    mapping: Mapping, isEverything: Bool, admitted: String?, trial: String?, key: Digest?,
    version: Int?
  ) {
    self.mapping = mapping
    self.isEverything = isEverything
    self.admitted = admitted
    self.trial = trial
    self.key = key
    self.version = version
  }

  /// The same with what the settings in force add.
  func admitting(_ admitted: String) -> ImportMapping {
    ImportMapping(
      mapping: mapping, isEverything: isEverything, admitted: admitted, trial: trial, key: key,
      version: version)
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
    trial = object[Self.trialMember]?.string
    object[Self.trialMember] = nil
    key = object[Self.keyMember]?.string.flatMap { Digest(hex: $0) }
    object[Self.keyMember] = nil
    version = object[Self.versionMember]?.integer.map { Int($0) }
    object[Self.versionMember] = nil
    guard let mapping = Mapping(canonical: object) else { return nil }
    self.mapping = mapping
  }

  /// The canonical text.
  package var text: String {
    var object = mapping.canonical
    if isEverything { object[Self.member] = true }
    object[Self.admittedMember] = admitted.map { .string($0) }
    object[Self.trialMember] = trial.map { .string($0) }
    object[Self.keyMember] = key.map { .string($0.hex) }
    object[Self.versionMember] = version.map { .integer(Int64($0)) }
    return Canonical.text(.object(object))
  }
}
