import Domain
package import Interchange
import Ledger

/// What a check of a log found.
package struct LogCheckReport: Sendable {
  let log: VerificationReport
  let sealing: SealingReport
  let badBatch: BadPart?
  let badVersion: BadPart?

  /// A batch, or a version of the guideline, that is not what the log says.
  struct BadPart: Sendable {
    let seq: Int
    let number: Int
    let reason: String
  }

  /// The first thing that is wrong.
  private struct Finding {
    let seq: Int
    let sentence: String
    var offset: Int?
    /// What of the log is good before it.
    var aside: String?
  }

  package var isGood: Bool { finding == nil }
  /// Events that verify.
  var events: Int { log.events }
  /// The first position that is wrong; the head where none is.
  var firstBad: Int { finding?.seq ?? log.head.seq }

  private var finding: Finding? {
    var findings: [Finding] = []
    if let bad = log.firstBad {
      findings.append(
        Finding(
          seq: bad.seq, sentence: Words.sentence(bad.problem), offset: bad.offset,
          aside: "\(Words.count(log.events, "event")) before it are good."))
    }
    if let bad = sealing.finding {
      findings.append(
        Finding(
          seq: bad.seq,
          sentence: sealing.sentence(of: bad),
          aside: sealing.lastGood(before: bad.size).map {
            "The checkpoint of \(Words.count($0, "event")) is borne out."
          }))
    }
    for (part, name) in [(badBatch, "batch"), (badVersion, "version")] {
      guard let part else { continue }
      findings.append(
        Finding(
          seq: part.seq, sentence: "\(name) \(part.number): " + Words.plain(part.reason, limit: 300)
        ))
    }
    if let missing = sealing.missingKey {
      findings.append(
        Finding(
          seq: log.head.seq, sentence: "no checkpoint is signed by the key \(missing.idText)."))
    }
    return findings.enumerated().min { ($0.element.seq, $0.offset) < ($1.element.seq, $1.offset) }?
      .element
  }

  package var lines: [String] {
    if let finding {
      let place = finding.offset.map { " (byte \($0))" } ?? ""
      return ["BROKEN at event \(finding.seq)\(place): \(finding.sentence)"]
        + (finding.aside.map { [$0] } ?? [])
    }
    return [
      "Good: \(Words.count(log.events, "event")) and "
        + "\(Words.count(log.batches.count, "batch", plural: "batches")) verified.",
      sealing.sentence(events: log.events), "Head \(log.head.seq) \(log.head.hash.hex)",
      "State \(log.stateHash.hex)",
    ] + (log.trees.last.map { ["Root \($0.root.hex)"] } ?? [])
  }

  package var json: JSONText {
    var members: [JSONText.Member] = [
      .init("good", .boolean(isGood)), .init("events", .integer(log.events)),
      .init("batches", .integer(log.batches.count)), .init("head", .integer(log.head.seq)),
      .init("hash", .string(log.head.hash.hex)), .init("state", .string(log.stateHash.hex)),
      .init("root", log.trees.last.map { .string($0.root.hex) } ?? .null),
      .init("checkpoints", sealing.json),
    ]
    if let finding {
      members.append(.init("first_bad", .integer(finding.seq)))
      if let offset = finding.offset { members.append(.init("offset", .integer(offset))) }
      members.append(.init("problem", .string(finding.sentence)))
    }
    return .object(members)
  }
}
