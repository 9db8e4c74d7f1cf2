import Domain
import Interchange
import Ledger
import Store
import Synchronization
import TeamStore

/// One import under way: the file is read once, its records are sorted into a batch on disk, and the
/// batch is taken into log and tables.
struct ImportJob {
  let project: Project
  let request: ImportRequest
  let progress: ProgressSink
  let stop: StopFlag

  private static let keptFindings = 50

  func run() throws(ProjectFailure) -> ImportOutcome {
    let tag = Hexadecimal.text(of: project.surroundings.random())
    let refused = try FileSink(folder: project.folder.batches, tag: tag + ".refused")
    let batch = try FileSink(folder: project.folder.batches, tag: tag + ".batch")
    let scratch = "\(project.folder.batches)/\(FileSink.prefix)\(tag).runs"
    let diagnostics = Diagnostics(keeping: Self.keptFindings) { bytes in
      refused.writeRemembering(bytes)
    }
    defer { Folders.remove(scratch) }
    let read: ReadFile
    do {
      try Folders.make(scratch, permissions: 0o700)
      read = try readFile(into: batch, scratch: scratch, diagnostics: diagnostics)
    } catch let error as InterchangeError {
      try requireNotStopped()
      throw .input(InterchangeFailure(error))
    } catch let error as FileFailure {
      throw .ledger(.file(error))
    } catch {
      throw .file(path: request.path, reason: String(describing: error))
    }
    if request.isStrict, diagnostics.refused > 0 {
      let findings = diagnostics.kept.filter(\.isRefusal).prefix(5).map { "\($0)" }
      throw .strict(refused: diagnostics.refused, findings: findings)
    }
    guard read.counts.items > 0 else { throw .input(nothingToRead(diagnostics)) }
    try requireNotStopped()
    let named = try record(of: read, diagnostics: diagnostics)
    try batch.publish(as: project.folder.batch(named.batch, digest: named.digest))
    // Before the log names the batch: what fails from there on would be no failure of the import.
    let refusedFile = try publish(refused, beside: named)
    let taken: TakenIn
    do throws(ProjectFailure) {
      try project.team?.bring(
        named.digest, from: project.folder.batch(named.batch, digest: named.digest), stop: stop)
      taken = try project.takeIn(named, progress: progress, stop: stop)
    } catch {
      guard stop.isRaised else { throw error }
      // The log does not name it, and nobody is to find it.
      try? project.team?.batches.discard(named.digest)
      Folders.removeFile(project.folder.batch(named.batch, digest: named.digest))
      if let refusedFile { Folders.removeFile(refusedFile) }
      throw .stopped(name: request.name)
    }
    return ImportOutcome(
      name: request.name, effect: .added(taken.record), findings: diagnostics.kept,
      counts: diagnostics.summary, repeats: read.counts.repeats, doubted: taken.doubted,
      refusedFile: refusedFile)
  }

  private func requireNotStopped() throws(ProjectFailure) {
    if stop.isRaised { throw .stopped(name: request.name) }
  }

  /// SHA-256 of a file's bytes as they stand on disk.
  static func digest(of path: String) throws(InterchangeError) -> Digest {
    let hash = Mutex(StreamingDigest())
    let source = try ByteSource(path: path) { bytes in hash.withLock { $0.update(bytes) } }
    try source.drain()
    return hash.withLock { $0.digest() }
  }

  private struct ReadFile {
    let format: String
    let bytes: Int
    let sha256: Digest
    let counts: BatchCounts
    let digest: Digest
  }

  private func readFile(
    into batch: FileSink, scratch: String, diagnostics: Diagnostics
  ) throws -> ReadFile {
    let fileHash = Mutex(StreamingDigest())
    let total = Folders.size(of: request.path) ?? 0
    let seen = Mutex(0)
    let source = try ByteSource(path: request.path) { bytes in
      fileHash.withLock { $0.update(bytes) }
      progress(
        Progress(
          .reading,
          done: seen.withLock { count in
            count += bytes.count
            return count
          }, total: total))
    }
    let mapping = project.configuration.closing(request.mapping.mapping)
    let format = try ImportFormat.detect(source, mapping: mapping)
    let builder = BatchBuilder(file: request.name, scratch: scratch, diagnostics: diagnostics)
    let options = ImportOptions(mapping: mapping, digest: { Digest.sha256(of: $0) })
    let sink = TrialSink(
      builder, reading: try trialReading(), file: request.name, diagnostics: diagnostics)
    try format.read(
      source, options: options, diagnostics: diagnostics, into: StoppableSink(sink, stop: stop))
    let batchHash = Mutex(StreamingDigest())
    let writer = try BatchWriter(
      tap: { bytes in batchHash.withLock { $0.update(bytes) } },
      sink: { bytes throws(InterchangeError) in
        try stop.check()
        try batch.write(bytes)
      })
    let counts = try builder.write(to: writer)
    try writer.finish()
    return ReadFile(
      format: format.name, bytes: source.rawCount, sha256: fileHash.withLock { $0.digest() },
      counts: counts, digest: batchHash.withLock { $0.digest() })
  }

  private func trialReading() throws(ProjectFailure) -> TrialReading {
    let draws = try project.calibrationDraws().map { CalibrationDraw.round(of: $0.seq) }
    return TrialReading(
      round: request.mapping.trial, key: request.key, drawn: Set(draws))
  }

  /// The event as far as it is known before the batch is held against what is there.
  private func record(
    of read: ReadFile, diagnostics: Diagnostics
  ) throws(ProjectFailure) -> ImportRecord {
    var record = ImportRecord(
      batch: try project.nextBatch(), source: request.name, bytes: read.bytes, sha256: read.sha256,
      importer: read.format, mapping: project.identified(request.mapping).text,
      digest: read.digest)
    record.rowsRefused = diagnostics.refused
    record.diagnostics = diagnostics.count
    return record
  }

  private func publish(
    _ refused: FileSink, beside record: ImportRecord
  ) throws(ProjectFailure) -> String? {
    guard record.rowsRefused > 0 else { return nil }
    let batch = project.folder.batch(record.batch, digest: record.digest)
    let path = batch.replacingEnd(".jsonl.zst", with: ".refused")
    try refused.publish(as: path)
    return path
  }

  private func nothingToRead(_ diagnostics: Diagnostics) -> InterchangeFailure {
    let first = diagnostics.kept.first.map { "\($0)" } ?? "there are no rows"
    return InterchangeFailure(
      sentence: "\(request.path): nothing could be imported: \(first)", code: .inputRefused)
  }
}

/// A batch that log and tables have.
private struct TakenIn {
  let record: ImportRecord
  /// Rulings that it put in doubt.
  let doubted: Int
}

extension Project {
  fileprivate func nextBatch() throws(ProjectFailure) -> Int {
    do throws(ReadFailure) {
      return try index.newestBatch() + 1
    } catch {
      throw .read(error)
    }
  }

  /// How often an import is decided anew because rulings came in between.
  private static let importPatience = 50

  /// Takes a published batch into log and tables as one step.
  fileprivate func takeIn(
    _ named: ImportRecord, progress: @escaping ProgressSink, stop: StopFlag
  ) throws(ProjectFailure) -> TakenIn {
    var record = named
    let watch = BatchWatch()
    let batches = BatchFolder(folder: folder, watch: watch, team: team, stop: stop)
    let bytes = Folders.size(of: folder.batch(record.batch, digest: record.digest)) ?? 0
    let size = { @Sendable in bytes }
    for _ in 0..<Self.importPatience {
      let head = try caughtUp()
      // The right may have been taken away while the file was read.
      try requireRight(to: .recordImport(record))
      try renumber(&record)
      let stamp = stamp()
      var failure: ProjectFailure?
      var final = record
      var doubted = 0
      do throws(IndexFailure) {
        let stream: any BatchStream
        do throws(BatchFailure) {
          stream = try batches.open(record)
        } catch {
          throw IndexFailure.batch(error)
        }
        let event = try watch.during(progress, of: size) { () throws(IndexFailure) in
          try index.ingest(
            record.batch, at: stamp.at, policy: batches.policy(of: record), from: stream
          ) { counts in
            // From here on it is too late to stop: the event is written.
            guard !stop.isRaised else {
              failure = .stopped(name: record.source)
              return nil
            }
            counts.fill(&final)
            doubted = counts.rulingsDoubted
            return appendImport(final, stamp: stamp, expecting: head, failure: &failure)
          }
        }
        if event != nil { return TakenIn(record: final, doubted: doubted) }
      } catch {
        throw ProjectFailure(error)
      }
      if let failure { throw failure }
    }
    throw .contended
  }

  /// Gives a batch the next number where another machine's import took its own meanwhile.
  private func renumber(_ record: inout ImportRecord) throws(ProjectFailure) {
    let number = try nextBatch()
    guard team != nil, number != record.batch else { return }
    let old = folder.batch(record.batch, digest: record.digest)
    record.batch = number
    do throws(FileFailure) {
      try Folders.move(old, to: folder.batch(number, digest: record.digest))
    } catch {
      throw .ledger(.file(error))
    }
  }

  /// nil where others were faster or it failed; then nothing was changed.
  private func appendImport(
    _ record: ImportRecord, stamp: EventStamp, expecting head: Head, failure: inout ProjectFailure?
  ) -> Event? {
    let draft = EventDraft(
      operation: stamp.operation, at: stamp.at, actor: stamp.actor, isSandbox: stamp.isSandbox,
      body: .imported(record))
    do throws(ProjectFailure) {
      switch try append([draft], expecting: head) {
      case .appended(let events), .alreadyThere(let events): return events.first
      case .conflict: return nil
      }
    } catch {
      failure = error
      return nil
    }
  }
}

extension String {
  /// The text with another ending, where it has the one named.
  func replacingEnd(_ end: String, with other: String) -> String {
    hasSuffix(end) ? String(dropLast(end.count)) + other : self + other
  }
}
