import Domain
package import Interchange

/// What a look at a project found.
package struct DoctorReport: Sendable {
  var events = 0
  /// What the log adds up to, and what the tables say; the same where they fit.
  var stateHash = Digest.zero
  var tableHash = Digest.zero
  /// The first version of the guideline whose words in the log have another digest than the log says.
  var badVersion: Int?
  /// What was mended, in sentences.
  package internal(set) var mended: [String] = []
  /// What was not, and may not be, in sentences with their evidence.
  package internal(set) var findings: [String] = []
  /// What is to be said of the clock.
  var clock: String?

  package var isGood: Bool {
    findings.isEmpty && stateHash == tableHash && badVersion == nil
  }

  package var lines: [String] {
    var lines = mended.map { "Mended: \($0)" }
    lines += findings.map { "Not mended: \($0)" }
    if let badVersion {
      lines.append(
        "BROKEN: version \(badVersion) of the guideline is not what its digest says.")
    }
    if stateHash != tableHash, findings.isEmpty {
      lines.append(
        "The tables do not fit the log. Make them anew with: tiebreak doctor --rebuild")
    }
    if isGood {
      lines.append(
        "Seats, members and guideline in the tables are those of the log: "
          + "\(Words.count(events, "event")), state \(stateHash.hex.prefix(16)).")
    } else if !findings.isEmpty {
      lines.append(
        "The evidence stands as it is; nothing may be written before somebody has looked. A backup "
          + "is brought back with: tiebreak restore FILE DIR")
    }
    if let clock { lines.append(clock) }
    return lines
  }

  package var json: JSONText {
    [
      "good": .boolean(isGood), "events": .integer(events), "state": .string(stateHash.hex),
      "tables": .string(tableHash.hex),
      "bad_guideline": badVersion.map { .integer($0) } ?? .null,
      "mended": .array(mended.map { .string($0) }),
      "findings": .array(findings.map { .string($0) }),
    ]
  }
}
