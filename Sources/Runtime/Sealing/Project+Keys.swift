import Configuration
import Domain
package import Interchange
import Ledger

/// A key that was just made.
package struct MadeKey: Sendable {
  let key: VerifierKey
  let path: String
  /// The event that put it in force.
  let seq: Int
  /// How many events its first checkpoint covers.
  let size: Int?

  package var lines: [String] {
    var lines = [
      "Made the key \(key.idText). Its private half lies in \(Words.plain(path, limit: 300)),",
      "for you alone. Keep a copy of it in a safe place: nobody else can sign with it.",
      "The public half is in tiebreak.toml, in force from event \(seq) on:", key.text,
    ]
    if let size { lines.append("Signed \(Words.count(size, "event")) with it.") }
    return lines
  }

  package var json: JSONText {
    [
      "key": .string(key.text), "id": .string(key.idText), "file": .string(path),
      "seq": .integer(seq), "checkpoint": size.map { .integer($0) } ?? .null,
    ]
  }
}

extension Project {
  /// Draws a key, keeps its private half in this account, and puts its public half in force.
  ///
  /// Only a lead may: settings are a lead's. In this order, so that a crash leaves at most a private key
  /// that nothing speaks of, or a proposal in `tiebreak.toml`.
  package func makeKey() throws(ProjectFailure) -> MadeKey {
    guard !settingsDiffer() else {
      throw .settings([
        "tiebreak.toml differs from what is in force. First: tiebreak apply, or undo the change"
      ])
    }
    guard let signing = SigningKey.make(name: origin) else {
      throw .ledger(.key(.cannotSign))
    }
    let key = signing.verifier
    let text = try settings(adding: key)
    let change = Command.apply(ConfigurationChange(text: text, digest: .sha256(of: text)))
    // Whoever may not is refused before anything is written, and the attempt is recorded.
    if me?.roles.contains(.lead) != true { try record(change) }
    do {
      try ProjectOpening.makeFolder(surroundings.configurationHome + "/tiebreak")
      try surroundings.keys.store(signing)
      try DurableFile.write(
        Array(text.utf8), to: folder.settings,
        permissions: Folders.filePermissions(in: folder.path))
    } catch {
      throw .ledger(error)
    }
    let event = try record(change)
    let sealed = try? sealer.seal(known: configuration.logKeys)
    var size: Int?
    if case .signed(let checkpoint, _)? = sealed { size = checkpoint.size }
    return MadeKey(
      key: key, path: surroundings.keys.file(of: key), seq: event.seq, size: size)
  }

  private func settings(adding key: VerifierKey) throws(ProjectFailure) -> String {
    guard let written = LogKey(key.text) else { throw .ledger(.key(.cannotSign)) }
    let text = try proposedSettings()
    let added: String?
    do throws(ConfigurationError) {
      added = try ConfigurationText.adding(key: written, to: text, file: folder.settings)
    } catch {
      throw ProposedSettings.failure(error)
    }
    guard let added else {
      throw .settings([
        "\(folder.settings): no place was found for the key; write [log] and keys = [] at its end, "
          + "and apply that first"
      ])
    }
    return added
  }

  /// The keys in force, and how far checkpoints reach.
  package func keyReport() throws(ProjectFailure) -> KeyReport {
    let head: Head
    var newest: Checkpoint?
    var signers: [VerifierKey] = []
    let known = configuration.logKeys.compactMap { VerifierKey($0.text) }
    do throws(LedgerError) {
      head = try log.head()
      newest = try shelf.newest(path: folder.events)
      if let newest, let bytes = try shelf.note(of: newest.size) {
        signers = (try? SignedNote(bytes).signers(among: known)) ?? []
      }
    } catch {
      throw .ledger(error)
    }
    return KeyReport(
      origin: origin,
      keys: known.map {
        .init(
          key: $0, file: surroundings.keys.holds($0) ? surroundings.keys.file(of: $0) : nil)
      },
      events: head.seq + 1, sealed: newest?.size, signers: signers.map(\.idText))
  }
}

/// Whose signatures count, and how far they reach.
package struct KeyReport: Sendable {
  struct Entry: Sendable {
    let key: VerifierKey
    /// Where this account has the private half.
    let file: String?
  }

  let origin: String
  let keys: [Entry]
  let events: Int
  /// Events that the newest checkpoint covers.
  let sealed: Int?
  let signers: [String]

  package var lines: [String] {
    guard !keys.isEmpty else {
      return [
        "No key is in force, so checkpoints are not signed. A lead makes one: tiebreak key new"
      ]
    }
    var lines = keys.flatMap { entry in
      [
        entry.key.text,
        entry.file.map { "  private half: \(Words.plain($0, limit: 300))" }
          ?? "  private half: not in this account",
      ]
    }
    if let sealed {
      let by = signers.isEmpty ? "no key in force" : signers.joined(separator: ", ")
      lines.append(
        "The newest checkpoint covers \(sealed) of \(Words.count(events, "event")), by \(by).")
    } else {
      lines.append("There is no checkpoint yet. Sign one: tiebreak log checkpoint")
    }
    return lines
  }

  package var json: JSONText {
    [
      "origin": .string(origin),
      "keys": .array(
        keys.map {
          [
            "key": .string($0.key.text), "id": .string($0.key.idText),
            "file": $0.file.map { .string($0) } ?? .null,
          ]
        }),
      "events": .integer(events), "checkpoint": sealed.map { .integer($0) } ?? .null,
      "signers": .array(signers.map { .string($0) }),
    ]
  }
}
