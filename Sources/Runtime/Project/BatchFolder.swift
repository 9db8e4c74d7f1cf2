import Agreement
import Domain
import Interchange
import Ledger
import Store

/// The batches of a project in its folder, read with their digests checked.
struct BatchFolder: BatchSource {
  let folder: ProjectFolder
  let watch: BatchWatch
  /// Where batches are copied from that are not here; nil: all are here.
  let team: Team?
  /// Ends the reading early.
  var stop = StopFlag()

  func policy(of record: ImportRecord) -> BatchPolicy {
    let text = ImportMapping(text: record.mapping)
    return BatchPolicy(
      repeats: text?.mapping.repeats == .first ? .first : .last,
      extent: text?.isEverything == true ? .everything : .additions, version: text?.version)
  }

  func open(_ record: ImportRecord) throws(BatchFailure) -> any BatchStream {
    let path = folder.batch(record.batch, digest: record.digest)
    do throws(InterchangeError) {
      try team?.copy(record, into: folder)
      let watch = watch
      let source = try ByteSource(path: path) { watch.count($0.count) }
      return BatchRecords(record: record, reader: try BatchReader(source), stop: stop)
    } catch {
      throw BatchFailure(batch: record.batch, reason: error.description)
    }
  }
}

/// The records of one batch file.
///
/// A batch holds only canonical lines, which the reader insists on; so writing a record again gives
/// the bytes that were read, and the digest can be taken over them.
private struct BatchRecords: BatchStream {
  let record: ImportRecord
  let reader: BatchReader
  let stop: StopFlag
  private var hash = StreamingDigest()

  init(record: ImportRecord, reader: BatchReader, stop: StopFlag) {
    self.record = record
    self.reader = reader
    self.stop = stop
  }

  mutating func next() throws(BatchFailure) -> BatchRecord? {
    do throws(InterchangeError) {
      try stop.check()
      guard let next = try reader.next() else {
        guard hash.digest() == record.digest else {
          throw .damagedBatch(
            path: "batch", line: 0, reason: "its digest is not the one in the log")
        }
        return nil
      }
      var line = Canonical.bytes(next.canonical)
      line.append(0x0A)
      hash.update(line)
      return next
    } catch {
      throw BatchFailure(batch: record.batch, reason: error.description)
    }
  }
}
