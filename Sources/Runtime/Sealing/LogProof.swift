import Domain
package import Interchange
import Ledger

/// What `log prove` hands to somebody who has no log: JSON of the format `adjlog-proof/1`.
package struct LogProof: Sendable {
  enum Claim: Sendable {
    /// A line stands in the log. `line` has its line feed.
    case inclusion(InclusionProof, line: [UInt8], root: TreeHash)
    /// A log continues an older one.
    case consistency(ConsistencyProof, olderRoot: TreeHash, newerRoot: TreeHash)
  }

  static let format = "adjlog-proof/1"

  let origin: String
  let claim: Claim
  /// The signed notes of the trees, the older first, where there are such.
  let checkpoints: [SignedNote]

  package var json: JSONText {
    var members: [JSONText.Member] = [
      .init("format", .string(Self.format)), .init("origin", .string(origin)),
    ]
    switch claim {
    case .inclusion(let proof, let line, let root):
      members += [
        .init("proof", .string("inclusion")), .init("seq", .integer(proof.index)),
        .init("size", .integer(proof.size)), .init("root", .string(root.hex)),
        .init("path", .array(proof.path.map { .string($0.hex) })),
        .init("line", .string(String(decoding: line.dropLast(), as: UTF8.self))),
      ]
    case .consistency(let proof, let olderRoot, let newerRoot):
      members += [
        .init("proof", .string("consistency")), .init("older", .integer(proof.older)),
        .init("older_root", .string(olderRoot.hex)), .init("newer", .integer(proof.newer)),
        .init("newer_root", .string(newerRoot.hex)),
        .init("path", .array(proof.path.map { .string($0.hex) })),
      ]
    }
    members.append(
      .init(
        "checkpoints",
        .array(checkpoints.map { .string(String(decoding: $0.bytes, as: UTF8.self)) })))
    return .object(members)
  }
}

extension LogProof {
  /// Proves that an event stands in the log: by the checkpoint given, else by the newest that covers
  /// it, else by the log as it is now, which nobody signed.
  package static func inclusion(
    of seq: Int, checkpoint bytes: [UInt8]?, in folder: ProjectFolder, surroundings: Surroundings
  ) throws(ProjectFailure) -> LogProof {
    try ProofMaker(folder, surroundings, checkpoint: bytes).inclusion(of: seq)
  }

  /// Proves that the log of `newer` events continues the one of `older`.
  ///
  /// - Parameter newer: nil for the whole log.
  package static func consistency(
    from older: Int, to newer: Int?, in folder: ProjectFolder, surroundings: Surroundings
  ) throws(ProjectFailure) -> LogProof {
    try ProofMaker(folder, surroundings, checkpoint: nil).consistency(from: older, to: newer)
  }
}

/// Makes proofs from a project's folder.
private struct ProofMaker {
  private let folder: ProjectFolder
  private let origin: String
  private let prover: MerkleProver
  private let given: SignedNote?

  init(
    _ folder: ProjectFolder, _ surroundings: Surroundings, checkpoint bytes: [UInt8]?
  ) throws(ProjectFailure) {
    let folder = try Team.copied(folder, Team.find(folder), surroundings)
    guard Folders.exists(folder.events) else { throw .noProject(path: folder.path) }
    self.folder = folder
    do throws(NoteProblem) {
      given = if let bytes { try SignedNote(bytes) } else { nil }
    } catch {
      throw .usage("The checkpoint is none: \(Words.problem(error)).")
    }
    do throws(LedgerError) {
      let first = try ProjectOpening.first(folder, nil, surroundings)
      guard case .genesis(let genesis) = first.body else { throw .noLog(path: folder.log) }
      origin = Checkpoint.origin(of: genesis.project)
      prover = MerkleProver(leaves: try LogLeaves.read(folder.events))
    } catch {
      throw .ledger(error)
    }
  }

  func inclusion(of seq: Int) throws(ProjectFailure) -> LogProof {
    guard seq >= 0, seq < prover.size else {
      throw .usage("There is no event \(seq); the last is \(prover.size - 1).")
    }
    var note = given
    if note == nil { note = try newestNote(covering: seq) }
    var size = prover.size
    if let note { size = try borneOut(note).size }
    guard let proof = prover.inclusion(of: seq, size: size) else {
      throw .usage("Event \(seq) came after that checkpoint, which covers \(size).")
    }
    return LogProof(
      origin: origin,
      claim: .inclusion(proof, line: try line(seq), root: prover.root(ofFirst: size)),
      checkpoints: note.map { [$0] } ?? [])
  }

  func consistency(from older: Int, to newer: Int?) throws(ProjectFailure) -> LogProof {
    let newer = newer ?? prover.size
    guard let proof = prover.consistency(from: older, to: newer) else {
      throw .usage("Sizes go from 0 to \(prover.size), the older first.")
    }
    var notes: [SignedNote] = []
    for size in Set([older, newer]).sorted() {
      guard let note = try note(of: size) else { continue }
      _ = try borneOut(note)
      notes.append(note)
    }
    return LogProof(
      origin: origin,
      claim: .consistency(
        proof, olderRoot: prover.root(ofFirst: older), newerRoot: prover.root(ofFirst: newer)),
      checkpoints: notes)
  }

  private func newestNote(covering seq: Int) throws(ProjectFailure) -> SignedNote? {
    do throws(LedgerError) {
      guard let size = try folder.shelf.sizes().last, size > seq else { return nil }
      return try folder.shelf.note(of: size).flatMap { try? SignedNote($0) }
    } catch {
      throw .ledger(error)
    }
  }

  private func note(of size: Int) throws(ProjectFailure) -> SignedNote? {
    do throws(LedgerError) {
      return try folder.shelf.note(of: size).flatMap { try? SignedNote($0) }
    } catch {
      throw .ledger(error)
    }
  }

  /// What a note says, where it speaks of this log as it is.
  private func borneOut(_ note: SignedNote) throws(ProjectFailure) -> Checkpoint {
    let checkpoint: Checkpoint
    do throws(NoteProblem) {
      checkpoint = try Checkpoint(note)
    } catch {
      throw .usage("The checkpoint is none: \(Words.problem(error)).")
    }
    guard checkpoint.origin.utf8.elementsEqual(origin.utf8) else {
      throw .unproved("The checkpoint is of another log, \(Words.quoted(checkpoint.origin)).")
    }
    guard checkpoint.size <= prover.size else {
      throw .unproved(
        "The checkpoint covers \(Words.count(checkpoint.size, "event")), the log has \(prover.size): "
          + "it was cut, or is an old copy.")
    }
    guard prover.root(ofFirst: checkpoint.size) == checkpoint.root else {
      throw .unproved(
        "The log is not the one that the checkpoint of \(Words.count(checkpoint.size, "event")) is of."
      )
    }
    return checkpoint
  }

  private func line(_ seq: Int) throws(ProjectFailure) -> [UInt8] {
    var line: [UInt8] = []
    do throws(LedgerError) {
      try LogExport.read(folder.events, from: seq, limit: 1) { bytes in
        line = bytes
        return false
      }
    } catch {
      throw .ledger(error)
    }
    return line
  }
}
