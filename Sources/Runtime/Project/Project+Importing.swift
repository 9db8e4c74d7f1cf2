import Domain
import Interchange
import Ledger
import Store
import TeamStore

extension Project {
  /// Reads a file into a new batch, puts its event into the log, and moves the tables.
  ///
  /// The batch is on disk, whole and synced, before the log names it; a crash before that leaves a
  /// temporary file that the next import removes. What is there already changes nothing.
  ///
  /// - Parameter stop: raised before the event is written, it ends the import: neither a batch nor an
  ///   event is left.
  package func importFile(
    _ request: ImportRequest, progress: @escaping ProgressSink = { _ in },
    stop: StopFlag = StopFlag()
  ) throws(ProjectFailure) -> ImportOutcome {
    // Held to the end: numbers of batches are given one after another.
    let lock: FileLock
    do throws(LedgerError) {
      lock = try FileLock(folder.batches + "/.lock", .exclusive, waitingUpTo: 60_000)
    } catch {
      throw .ledger(error)
    }
    let outcome = try importAlone(request, progress: progress, stop: stop)
    _ = consume lock
    return outcome
  }

  /// A version that nobody published is nothing to work under.
  private func requirePublished(_ version: Int?) throws(ProjectFailure) {
    guard let version else { return }
    let last = try currentGuideline().version
    guard version > last else { return }
    let known = last == 0 ? "Nothing was published yet." : "The last is \(last)."
    throw .usage("There is no version \(version) of the guideline. \(known)")
  }

  private func importAlone(
    _ request: ImportRequest, progress: @escaping ProgressSink, stop: StopFlag
  ) throws(ProjectFailure) -> ImportOutcome {
    try removeLeftovers()
    try requireRight(to: .recordImport(Self.placeholder(request)))
    try requirePublished(request.mapping.version)
    if let batch = try knownBatch(request) {
      return ImportOutcome(
        name: request.name, effect: .alreadyThere(batch: batch), findings: [], counts: [],
        repeats: 0, doubted: 0, refusedFile: nil)
    }
    return try ImportJob(project: self, request: request, progress: progress, stop: stop).run()
  }

  /// Refuses before any work is done what would be refused after it.
  func requireRight(to command: Command) throws(ProjectFailure) {
    guard let me else { throw .refusal(.notAMember) }
    let context = DecisionContext(members: members, configuration: configuration, unit: nil)
    do throws(Refusal) {
      _ = try Adjudication.decide(command, by: me.id, in: context)
    } catch {
      throw .refusal(error)
    }
  }

  private static func placeholder(_ request: ImportRequest) -> ImportRecord {
    ImportRecord(
      batch: 0, source: request.name, bytes: 0, sha256: .zero, importer: "", mapping: "",
      digest: .zero)
  }

  /// The batch that the same bytes under the same mapping made.
  private func knownBatch(_ request: ImportRequest) throws(ProjectFailure) -> Int? {
    do {
      _ = try caughtUp()
      guard try index.newestBatch() > 0 else { return nil }
      let digest = try ImportJob.digest(of: request.path)
      return try index.findImport(sha256: digest, mapping: identified(request.mapping).text)
    } catch let error as InterchangeError {
      throw .input(InterchangeFailure(error))
    } catch let error as ProjectFailure {
      throw error
    } catch let error as ReadFailure {
      throw .read(error)
    } catch {
      throw .file(path: request.path, reason: String(describing: error))
    }
  }

  /// What an import that did not come to its end left behind.
  ///
  /// A batch that the log does not name is one of them: its event was never written, so nobody was
  /// told of it.
  ///
  /// The caller holds the lock on imports.
  ///
  /// - Returns: how many files and folders that were.
  @discardableResult
  func removeLeftovers() throws(ProjectFailure) -> Int {
    _ = try caughtUp()
    try? team?.batches.sweep()
    let newest: Int
    do throws(ReadFailure) {
      newest = try index.newestBatch()
    } catch {
      throw .read(error)
    }
    var count = 0
    for name in Folders.names(in: folder.batches) ?? [] {
      let number = Int(name.prefix { $0 != "-" })
      guard name.hasPrefix(FileSink.prefix) || (number ?? 0) > newest else { continue }
      Folders.remove(folder.batches + "/" + name)
      Folders.removeFile(folder.batches + "/" + name)
      count += 1
    }
    return count
  }

  /// A mapping with what the settings in force add to it: the identity of an import under it.
  func identified(_ mapping: ImportMapping) -> ImportMapping {
    let closed = configuration.closing(mapping.mapping).values
    guard closed != mapping.mapping.values else { return mapping }
    let words = (closed.labels ?? []).sorted().map(\.text) + [closed.kind.rawValue]
    let digest = Digest.sha256(of: words.joined(separator: "\0"))
    return mapping.admitting(String(digest.hex.prefix(16)))
  }
}

extension ProjectConfiguration {
  /// A mapping with the declared labels as the closed set, where labels are declared and the mapping
  /// says nothing else.
  func closing(_ mapping: Mapping) -> Mapping {
    var mapping = mapping
    guard mapping.values.labels == nil else { return mapping }
    if !labels.isEmpty { mapping.values.labels = labels.map(\.id) }
    guard mapping.values.kind == .asFound else { return mapping }
    switch task {
    case .number: mapping.values.kind = .number
    case .labels: mapping.values.kind = .labels
    case .label, .preference: break
    }
    return mapping
  }
}
