import Domain
import Interchange
import Ledger
import TeamStore

extension Team {
  /// Copies a batch into the folder of copies, where it is not there yet.
  ///
  /// The copy's digest is checked by whoever reads it, as that of any batch.
  func copy(_ record: ImportRecord, into folder: ProjectFolder) throws(InterchangeError) {
    let path = folder.batch(record.batch, digest: record.digest)
    guard !Folders.exists(path) else { return }
    do throws(ProjectFailure) {
      let file = try FileSink(
        folder: folder.batches, tag: record.digest.hex + ".copy", permissions: 0o600)
      try write(record.digest, to: file)
      try file.publish(as: path)
    } catch {
      throw .scratch(path: path, reason: Words.sentence(error))
    }
  }

  private func write(_ digest: Digest, to file: FileSink) throws(ProjectFailure) {
    do throws(InterchangeError) {
      let writer = try BatchWriter(
        tap: { _ in }, sink: { bytes throws(InterchangeError) in try file.write(bytes) })
      try batches.read(digest, orThrow: Self.failure) { line throws(InterchangeError) in
        var problem: InterchangeError?
        line.withUnsafeBytes { bytes in
          do throws(InterchangeError) {
            try writer.append(canonical: bytes)
          } catch {
            problem = error
          }
        }
        if let problem { throw problem }
      }
      try writer.finish()
    } catch {
      throw .input(InterchangeFailure(error))
    }
  }

  /// The digest of a batch's lines as they stand on the server.
  func digest(ofBatch digest: Digest) throws(InterchangeError) -> Digest {
    var hash = StreamingDigest()
    try batches.read(digest, orThrow: Self.failure) { line throws(InterchangeError) in
      hash.update(line + [0x0A])
    }
    return hash.digest()
  }

  /// Brings a batch that lies in a file to the server, all of it or nothing.
  ///
  /// - Parameter stop: raised, it ends the bringing; nothing of it is left.
  func bring(
    _ digest: Digest, from path: String, stop: StopFlag = StopFlag()
  ) throws(ProjectFailure) {
    do throws(InterchangeError) {
      let reader = try BatchReader(ByteSource(path: path))
      try batches.bring(
        digest, orThrow: Self.failure,
        next: { () throws(InterchangeError) in
          try stop.check()
          return try reader.next().map { Canonical.bytes($0.canonical) }
        })
    } catch {
      throw .input(InterchangeFailure(error))
    }
  }

  /// Copies the log's lines as they stand, unchecked, so that a check can say what is wrong with them.
  ///
  /// - Parameter take: given blocks of whole lines, each with its line feed.
  func forEachBlock<Failure: Error>(
    orThrow wrap: (ServerFailure) -> Failure, _ take: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let lines = StoredLines(pool, project: project)
    var block: [UInt8] = []
    try lines.forEach(orThrow: wrap) { line throws(Failure) in
      block += line
      block.append(0x0A)
      guard block.count >= 1 << 18 else { return }
      try take(block)
      block.removeAll(keepingCapacity: true)
    }
    if !block.isEmpty { try take(block) }
  }

  /// What trouble with the server is to whoever reads files.
  static func failure(_ failure: ServerFailure) -> InterchangeError {
    .scratch(path: failure.server, reason: Words.sentence(failure))
  }
}
