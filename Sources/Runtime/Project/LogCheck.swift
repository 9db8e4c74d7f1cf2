import Domain
package import Interchange
import Ledger
import Synchronization

/// `log verify`: the chain, the rules, the batches and what this person remembers of the log.
package enum LogCheck {
  /// Checks a project without opening it: nothing is recovered, nothing is changed.
  package static func run(
    _ folder: ProjectFolder, surroundings: Surroundings
  ) throws(ProjectFailure) -> LogCheckReport {
    guard Folders.exists(folder.log + "/events.jsonl") else {
      throw .noProject(path: folder.path)
    }
    var options = VerificationOptions()
    options.attachments = folder.log + "/attach"
    options.known = try remembered(folder, surroundings)
    let report: VerificationReport
    do throws(LedgerError) {
      report = try LogVerifier.verify(folder.log + "/events.jsonl", options: options)
    } catch {
      throw .ledger(error)
    }
    return LogCheckReport(log: report, badBatch: firstBadBatch(report, folder))
  }

  /// The head that this person saw last, where one is remembered. A log whose first line cannot be
  /// read does not say whose memory to ask for; then the check itself names that line.
  private static func remembered(
    _ folder: ProjectFolder, _ surroundings: Surroundings
  ) throws(ProjectFailure) -> [Head] {
    guard let first = try? ProjectOpening.first(folder, surroundings),
      case .genesis(let genesis) = first.body
    else { return [] }
    do throws(LedgerError) {
      let memory = RememberedHead(directory: folder.personal(genesis.project, in: surroundings))
      guard let head = try memory.read(), head.seq >= 0 else { return [] }
      return [head]
    } catch {
      throw .ledger(error)
    }
  }

  private static func firstBadBatch(
    _ report: VerificationReport, _ folder: ProjectFolder
  ) -> LogCheckReport.BadBatch? {
    for batch in report.batches {
      let path = folder.batch(batch.number, digest: batch.digest)
      do throws(InterchangeError) {
        let hash = Mutex(StreamingDigest())
        let source = try ByteSource(path: path)
        try source.drain { bytes in hash.withLock { $0.update(bytes) } }
        if hash.withLock({ $0.digest() }) == batch.digest { continue }
        return .init(
          seq: batch.seq, batch: batch.number, reason: "\(path): is not what was imported")
      } catch {
        return .init(seq: batch.seq, batch: batch.number, reason: error.description)
      }
    }
    return nil
  }
}

/// What a check of a log found.
package struct LogCheckReport: Sendable {
  let log: VerificationReport
  let badBatch: BadBatch?

  struct BadBatch: Sendable {
    let seq: Int
    let batch: Int
    let reason: String
  }

  package var isGood: Bool { log.isSound && badBatch == nil }
  /// Events that verify.
  var events: Int { log.events }
  /// The first position that is wrong; the head where none is.
  var firstBad: Int { log.firstBad?.seq ?? badBatch?.seq ?? log.head.seq }

  package var lines: [String] {
    if let bad = log.firstBad {
      return [
        "BROKEN at event \(bad.seq) (byte \(bad.offset)): \(Words.sentence(bad.problem))",
        "\(Words.count(log.events, "event")) before it are good.",
      ]
    }
    if let badBatch {
      return [
        "BROKEN: batch \(badBatch.batch), imported by event \(badBatch.seq): "
          + Words.plain(badBatch.reason, limit: 300)
      ]
    }
    return [
      "Good: \(Words.count(log.events, "event")) and "
        + "\(Words.count(log.batches.count, "batch", plural: "batches")) verified.",
      "Head \(log.head.seq) \(log.head.hash.hex)", "State \(log.stateHash.hex)",
    ]
  }

  package var json: JSONText {
    var members: [JSONText.Member] = [
      .init("good", .boolean(isGood)), .init("events", .integer(log.events)),
      .init("batches", .integer(log.batches.count)), .init("head", .integer(log.head.seq)),
      .init("hash", .string(log.head.hash.hex)), .init("state", .string(log.stateHash.hex)),
    ]
    if let bad = log.firstBad {
      members += [
        .init("first_bad", .integer(bad.seq)), .init("offset", .integer(bad.offset)),
        .init("problem", .string(Words.sentence(bad.problem))),
      ]
    } else if let badBatch {
      members += [
        .init("first_bad", .integer(badBatch.seq)), .init("problem", .string(badBatch.reason)),
      ]
    }
    return .object(members)
  }
}
