import Domain
import Interchange
import Ledger
import Synchronization

/// A project that was checked from its files alone: the log up to a position that was durable, and the
/// batches and attachments that it names.
struct ProjectEvidence {
  let project: OperationID
  let report: VerificationReport

  /// Checks a project that others may be working on, up to what is durable now, and against what this
  /// person remembers of it. Nothing is changed.
  ///
  /// - Throws: `.input` with exit code 1 and the first thing that is wrong.
  static func check(
    _ folder: ProjectFolder, surroundings: Surroundings
  ) throws(ProjectFailure) -> ProjectEvidence {
    var wanted = VerificationOptions()
    let project: OperationID
    do throws(LedgerError) {
      let log = try open(folder, surroundings)
      project = try id(in: log, folder)
      wanted.lastSeq = try log.head().seq
      let memory = RememberedHead(directory: folder.personal(project, in: surroundings))
      if let head = try memory.read(), head.seq >= 0 { wanted.known = [head] }
    } catch {
      throw .ledger(error)
    }
    return ProjectEvidence(project: project, report: try verified(folder, wanted))
  }

  /// Checks a project that nobody has seen yet, to its last byte.
  static func check(
    unseen folder: ProjectFolder, surroundings: Surroundings
  ) throws(ProjectFailure) -> ProjectEvidence {
    let report = try verified(folder, VerificationOptions())
    do throws(LedgerError) {
      let project = try id(in: open(folder, surroundings), folder)
      return ProjectEvidence(project: project, report: report)
    } catch {
      throw .ledger(error)
    }
  }

  private static func open(
    _ folder: ProjectFolder, _ surroundings: Surroundings
  ) throws(LedgerError) -> FileEventStore {
    var options = FileStoreOptions(stamp: {
      EventStamp(
        operation: surroundings.newOperation(), at: surroundings.now(),
        actor: MemberID(surroundings.user), isSandbox: false)
    })
    options.access = .readOnly
    return try FileEventStore(opening: folder.log, options: options)
  }

  private static func id(
    in log: FileEventStore, _ folder: ProjectFolder
  ) throws(LedgerError) -> OperationID {
    guard case .genesis(let genesis)? = try log.read(from: 0, limit: 1).first?.body else {
      throw .noLog(path: folder.log)
    }
    return genesis.project
  }

  private static func verified(
    _ folder: ProjectFolder, _ options: VerificationOptions
  ) throws(ProjectFailure) -> VerificationReport {
    var options = options
    options.attachments = folder.log + "/attach"
    let report: VerificationReport
    do throws(LedgerError) {
      report = try LogVerifier.verify(folder.log + "/events.jsonl", options: options)
    } catch {
      throw .ledger(error)
    }
    if let bad = report.firstBad {
      throw broken("event \(bad.seq) (byte \(bad.offset)): \(Words.sentence(bad.problem))")
    }
    for batch in report.batches {
      do throws(InterchangeError) {
        try check(batch, folder)
      } catch {
        throw broken("batch \(batch.number): \(error.description)")
      }
    }
    return report
  }

  /// Holds a batch's bytes against the digest that the log has of them.
  static func check(
    _ batch: VerificationReport.Batch, _ folder: ProjectFolder
  ) throws(InterchangeError) {
    let path = folder.batch(batch.number, digest: batch.digest)
    let hash = Mutex(StreamingDigest())
    let source = try ByteSource(path: path)
    try source.drain { bytes in hash.withLock { $0.update(bytes) } }
    guard hash.withLock({ $0.digest() }) == batch.digest else {
      throw .damagedBatch(path: path, line: 0, reason: "it is not what was imported")
    }
  }

  private static func broken(_ reason: String) -> ProjectFailure {
    .input(InterchangeFailure(sentence: "BROKEN: \(reason)", code: .answerIsNo))
  }
}
