import Domain
import Interchange
package import Ledger
import Synchronization

/// `log verify`: the chain, the rules, the checkpoints, the batches, the guideline's versions and what
/// this person remembers of the log.
package enum LogCheck {
  /// Checks a project without opening it: nothing is recovered, nothing is changed.
  ///
  /// - Parameter outside: keys and checkpoints that came another way than the project.
  package static func run(
    _ folder: ProjectFolder, surroundings: Surroundings,
    outside: OutsideEvidence = OutsideEvidence()
  ) throws(ProjectFailure) -> LogCheckReport {
    let team = try Team.find(folder)
    let folder = try Team.copied(folder, team, surroundings)
    guard Folders.exists(folder.events) else {
      throw .noProject(path: folder.path)
    }
    do throws(LedgerError) {
      let (report, sealing) = try sealed(
        folder, team, surroundings: surroundings, outside: outside)
      return LogCheckReport(
        log: report, sealing: sealing, badBatch: firstBadBatch(report, folder, team),
        badVersion: report.isSound
          ? try GuidelineCheck.firstBad(report, folder, surroundings) : nil)
    } catch {
      throw .ledger(error)
    }
  }

  /// Checks the log and its checkpoints, and nothing beside them.
  ///
  /// - Parameters:
  ///   - team: where the log lies on a server; the folder then holds a copy.
  ///   - progress: see `LogVerifier.verify`.
  static func sealed(
    _ folder: ProjectFolder, _ team: Team?, surroundings: Surroundings, outside: OutsideEvidence,
    progress: (VerificationProgress) -> LogVerifier.Step = { _ in .proceed }
  ) throws(LedgerError) -> (VerificationReport, SealingReport) {
    let project: OperationID?
    if let team { project = team.project } else { project = try self.project(folder) }
    let notes = try stored(folder) + outside.checkpoints
    var options = VerificationOptions()
    options.attachments = folder.log + "/attach"
    options.known = try remembered(folder, project, surroundings)
    if let head = try team?.storedHead(), head.seq >= 0 { options.known.append(head) }
    (options.sizes, options.stateSizes) = CheckpointVerifier.wants(notes)
    options.isLastTreeWanted = true
    let report = try LogVerifier.verify(folder.events, options: options, progress: progress)
    let timeline = KeyTimeline(report.settings, attachments: options.attachments ?? "")
    let outcome = CheckpointVerifier.verify(
      notes, against: report, origin: project.map { Checkpoint.origin(of: $0) } ?? "",
      keys: { timeline.keys(at: $0) + outside.keys })
    return (report, SealingReport(outcome, keys: outside.keys))
  }

  /// Which project this is, as the first event says; nil where that is broken.
  private static func project(_ folder: ProjectFolder) throws(LedgerError) -> OperationID? {
    var options = VerificationOptions()
    options.lastSeq = 0
    return try LogVerifier.verify(folder.events, options: options).project
  }

  /// The heads that were seen: by this person, and by whoever left theirs beside the log. A log whose
  /// first line cannot be read does not say whose memory to ask for; then the check itself names that
  /// line.
  private static func remembered(
    _ folder: ProjectFolder, _ project: OperationID?, _ surroundings: Surroundings
  ) throws(LedgerError) -> [Head] {
    guard let project else { return [] }
    let own = folder.personal(project, in: surroundings)
    var heads: [Head] = []
    for memory in [RememberedHead(directory: own), folder.notedHead] {
      if let head = try memory.read(), head.seq >= 0 { heads.append(head) }
    }
    return heads
  }

  private static func stored(
    _ folder: ProjectFolder
  ) throws(LedgerError) -> [CheckpointVerifier.Stored] {
    let shelf = folder.shelf
    var notes: [CheckpointVerifier.Stored] = []
    for size in try shelf.sizes() {
      guard let bytes = try shelf.note(of: size) else { continue }
      notes.append(CheckpointVerifier.Stored(size: size, bytes: bytes))
    }
    return notes
  }

  private static func firstBadBatch(
    _ report: VerificationReport, _ folder: ProjectFolder, _ team: Team?
  ) -> LogCheckReport.BadPart? {
    for batch in report.batches {
      let path = folder.batch(batch.number, digest: batch.digest)
      do throws(InterchangeError) {
        let found: Digest
        if let team {
          found = try team.digest(ofBatch: batch.digest)
        } else {
          found = try digest(ofFile: path)
        }
        if found == batch.digest { continue }
        return .init(
          seq: batch.seq, number: batch.number, reason: "\(path): is not what was imported")
      } catch {
        return .init(seq: batch.seq, number: batch.number, reason: error.description)
      }
    }
    return nil
  }
}

extension LogCheck {
  private static func digest(ofFile path: String) throws(InterchangeError) -> Digest {
    let hash = Mutex(StreamingDigest())
    let source = try ByteSource(path: path)
    try source.drain { bytes in hash.withLock { $0.update(bytes) } }
    return hash.withLock { $0.digest() }
  }
}

/// What an auditor brings along: it did not pass through the hands of whoever could change the project.
package struct OutsideEvidence: Sendable {
  let keys: [VerifierKey]
  let checkpoints: [CheckpointVerifier.Stored]

  package init(keys: [VerifierKey] = [], checkpoints: [[UInt8]] = []) {
    self.keys = keys
    self.checkpoints = checkpoints.map { CheckpointVerifier.Stored(size: nil, bytes: $0) }
  }
}
