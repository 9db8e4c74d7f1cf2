package import Domain
package import Ledger
package import Workbench

/// One person's state of one project: where they were, what they tagged, what they drafted. Written
/// durably, so that a kill loses nothing; read leniently, because nothing hangs on it.
package struct PersonalFolder: Sendable {
  package let path: String

  package init(path: String) {
    self.path = path
  }

  private var session: String { path + "/session.json" }
  private var drafts: String { path + "/drafts.json" }
  private var forms: String { path + "/forms.json" }

  /// Where the person was; a fresh state where nothing was kept or it cannot be read.
  package func state() -> SessionState {
    object(session).map { SessionState(canonical: $0) } ?? SessionState()
  }

  package func save(_ state: SessionState) throws(LedgerError) {
    try DurableFile.write(Canonical.bytes(state.canonical), to: session)
  }

  package func savedDrafts() -> [UnitID: Draft] {
    var drafts: [UnitID: Draft] = [:]
    for entry in object(self.drafts)?["drafts"]?.array ?? [] {
      guard let object = entry.object, let unit = UnitID(canonical: object) else { continue }
      drafts[unit] = Draft(canonical: object)
    }
    return drafts
  }

  package func save(_ drafts: [UnitID: Draft]) throws(LedgerError) {
    let entries = drafts.keys.sorted().compactMap { unit -> CanonicalValue? in
      guard let draft = drafts[unit], !draft.isEmpty else { return nil }
      var object = draft.canonical
      unit.write(into: &object)
      return .object(object)
    }
    try DurableFile.write(
      Canonical.bytes(CanonicalObject(["drafts": .array(entries)])), to: self.drafts)
  }

  /// What was written about the guideline and not sent.
  package func savedForms() -> [FormDraft] {
    (object(forms)?["forms"]?.array ?? []).compactMap { entry in
      entry.object.flatMap { FormDraft(canonical: $0) }
    }
  }

  package func save(_ drafts: [FormDraft]) throws(LedgerError) {
    let entries = drafts.map { CanonicalValue.object($0.canonical) }
    try DurableFile.write(
      Canonical.bytes(CanonicalObject(["forms": .array(entries)])), to: forms)
  }

  /// A file that is there and cannot be read is put aside, so that the next save does not write over
  /// what somebody typed.
  private func object(_ path: String) -> CanonicalObject? {
    guard Folders.exists(path) else { return nil }
    guard let bytes = try? DurableFile.read(path, limit: 64 << 20),
      let object = (try? CanonicalReader.read(bytes))?.object
    else {
      try? Folders.move(path, to: path + ".unreadable")
      return nil
    }
    return object
  }
}
