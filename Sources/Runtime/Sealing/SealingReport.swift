import Interchange
import Ledger
import Workbench

/// What checkpoints say of a log that was verified.
struct SealingReport: Sendable {
  let seals: [CheckpointVerifier.Seal]
  let finding: CheckpointVerifier.Finding?
  /// A key that was named and signed none of them.
  let missingKey: VerifierKey?

  /// - Parameter keys: those that must each have signed one.
  init(_ outcome: CheckpointVerifier.Outcome, keys: [VerifierKey]) {
    seals = outcome.seals
    finding = outcome.firstBad
    missingKey = keys.first { key in !outcome.seals.contains { $0.signers.contains(key) } }
  }

  func lastGood(before size: Int) -> Int? {
    seals.last { $0.checkpoint.size < size }?.checkpoint.size
  }

  /// What is wrong with a checkpoint, after the place.
  func sentence(of finding: CheckpointVerifier.Finding) -> String {
    "the checkpoint of \(Words.count(finding.size, "event")): " + Words.sentence(finding.problem)
  }

  /// How far the log is signed.
  var signature: LogFinding.Signature? {
    seals.last.flatMap { seal in
      seal.signers.first.map {
        LogFinding.Signature(seq: seal.checkpoint.size - 1, key: $0.idText)
      }
    }
  }

  func sentence(events: Int) -> String {
    guard let last = seals.last else {
      return "No checkpoint is signed: a log that was cut or rewritten as a whole is found only by "
        + "what clients remember."
    }
    let by = last.signers.map(\.idText).joined(separator: ", ")
    return "\(Words.count(seals.count, "checkpoint")) verified; the newest covers "
      + "\(last.checkpoint.size) of \(Words.count(events, "event")), signed by \(by)."
  }

  var json: JSONText {
    [
      "verified": .integer(seals.count),
      "newest": seals.last.map { .integer($0.checkpoint.size) } ?? .null,
      "signers": .array((seals.last?.signers ?? []).map { .string($0.text) }),
    ]
  }
}
