import Domain
package import Interchange
import Ledger

extension Project {
  /// A checkpoint is due when the log has grown past a multiple of this.
  static let sealInterval = 256

  var sealer: LogSealer {
    // Where the tree is not remembered it is built from the log's file; on a server, from its copy.
    try? team?.copyLog(into: folder, .adding)
    return LogSealer(
      log: log, path: folder.events, origin: origin, shelf: shelf,
      keys: surroundings.keys, memory: RememberedTree(directory: personal.path),
      unsigned: folder.notedHead)
  }

  /// Where its signed checkpoints are kept.
  var shelf: any CheckpointShelf { team?.checkpoints ?? folder.shelf }

  /// What checkpoints of this project's log call it.
  var origin: String { Checkpoint.origin(of: id) }

  /// Seals the log where events make it due: with every 256th, and with a version of the guideline.
  ///
  /// The events are recorded whatever becomes of this, so nothing that fails here may look like a
  /// failure to record; the next checkpoint covers them, and `log checkpoint` says what is wrong.
  func sealIfDue(after events: [Event]) {
    guard let first = events.first, let last = events.last else { return }
    let isDue =
      (last.seq + 1) / Self.sealInterval > first.seq / Self.sealInterval
      || events.contains { $0.body.type == .publish }
    guard isDue else { return }
    _ = try? sealer.seal(known: configuration.logKeys)
  }

  /// Ends the work on the project: remembers how far this person saw the log and, where anything was
  /// recorded, seals it.
  ///
  /// - Returns: why it could not be sealed, in a sentence; what was recorded is recorded all the same.
  @discardableResult
  package func leave() -> String? {
    rememberHead()
    guard takeUnsealed() else { return nil }
    do throws(LedgerError) {
      _ = try sealer.seal(known: configuration.logKeys)
      return nil
    } catch {
      return "The log was not sealed: \(Words.sentence(error))"
    }
  }

  /// `log checkpoint`: signs a log that was just verified, with the state that replay came to.
  package func checkpoint(_ check: LogCheckReport) throws(ProjectFailure) -> SignedCheckpoint {
    guard let me else { throw .refusal(.notAMember) }
    guard me.roles.contains(.lead) else { throw .refusal(.needsRole(.lead)) }
    do throws(LedgerError) {
      switch try sealer.seal(known: configuration.logKeys, verified: check.log) {
      case .signed(let checkpoint, let key):
        return SignedCheckpoint(
          checkpoint: checkpoint, key: key, path: folder.checkpoints.file(of: checkpoint.size))
      case .noted, .nothing:
        throw .key(.noneHere(folder: surroundings.keys.path))
      }
    } catch {
      throw .ledger(error)
    }
  }
}

/// A checkpoint that was just signed.
package struct SignedCheckpoint: Sendable {
  let checkpoint: Checkpoint
  let key: VerifierKey
  let path: String

  package var sentence: String {
    "Signed \(Words.count(checkpoint.size, "event")) with the key \(key.idText): "
      + Words.plain(path, limit: 300)
  }

  package var json: JSONText {
    [
      "size": .integer(checkpoint.size), "root": .string(checkpoint.root.hex),
      "head": checkpoint.head.map { .string($0.hex) } ?? .null,
      "state": checkpoint.state.map { .string($0.hex) } ?? .null,
      "key": .string(key.idText), "file": .string(path),
    ]
  }
}

extension ProjectFolder {
  var events: String { log + "/events.jsonl" }

  /// Who besides the owner may use the log's folder.
  var sharing: FileSharing {
    Folders.filePermissions(in: log) == 0o660 ? .group : .owner
  }

  var checkpoints: CheckpointFolder { CheckpointFolder(log: log, sharing: sharing) }

  var shelf: any CheckpointShelf { checkpoints }

  /// The head that somebody without a key left beside the log.
  var notedHead: RememberedHead { RememberedHead(directory: log, sharing: sharing) }
}

extension Surroundings {
  /// Where this account's private keys lie, outside of projects.
  var keys: KeyFolder { KeyFolder(path: configurationHome + "/tiebreak/keys") }
}
