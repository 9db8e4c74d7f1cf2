import Domain

/// The event that carries a new label set.
extension EncodedDraft {
  mutating func add(_ migration: LabelMigration) throws(PayloadProblem) {
    let settings = migration.settings
    guard settings.digest == .sha256(of: settings.text) else {
      throw .wrongForm(member: "settings")
    }
    guard migration.mapping.shapeProblem == nil else { throw .wrongForm(member: "mapping") }
    members["mapping"] = migration.mapping.canonical
    members["batch"] = .integer(Int64(migration.batch))
    members["reason"] = migration.reason.map { .string($0) }
    var object = CanonicalObject(["digest": .string(settings.digest.hex)])
    if settings.text.utf8.count > LogFormat.inlineLimit {
      object["attach"] = attach(Array(settings.text.utf8))
    } else {
      object["text"] = .string(settings.text)
    }
    members["settings"] = .object(object)
    add(inDoubt: migration.inDoubt)
  }

  /// Their number, and which: inline, or as an attachment.
  mutating func add(inDoubt rulings: [Int]) {
    members["doubts"] = .integer(Int64(rulings.count))
    guard let doubts = Self.list(rulings, { .integer(Int64($0)) }) else { return }
    let bytes = Canonical.bytes(doubts)
    if bytes.count > LogFormat.inlineLimit {
      members["attach"] = attach(bytes)
    } else {
      members["in_doubt"] = doubts
    }
  }
}
