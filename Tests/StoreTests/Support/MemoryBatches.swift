import Agreement
import Domain
import Store
import Synchronization

/// Batches in memory, as a folder of batches would hold them.
final class MemoryBatches: BatchSource {
  private struct Batch {
    var records: [BatchRecord]
    var policy: BatchPolicy
  }

  private let batches = Mutex<[Int: Batch]>([:])

  func put(_ records: [BatchRecord], policy: BatchPolicy, number: Int) {
    batches.withLock { $0[number] = Batch(records: records, policy: policy) }
  }

  func records(_ number: Int) -> [BatchRecord] {
    batches.withLock { $0[number]?.records ?? [] }
  }

  func policy(of record: ImportRecord) -> BatchPolicy {
    batches.withLock { $0[record.batch]?.policy ?? BatchPolicy() }
  }

  func open(_ record: ImportRecord) throws(BatchFailure) -> any BatchStream {
    guard let batch = batches.withLock({ $0[record.batch] }) else {
      throw BatchFailure(batch: record.batch, reason: "is missing")
    }
    return ArrayStream(batch.records)
  }
}

/// Records from an array, in the order of batches.
struct ArrayStream: BatchStream {
  private var left: ArraySlice<BatchRecord>

  init(_ records: [BatchRecord]) {
    left = records.sorted(by: BatchRecord.areInOrder)[...]
  }

  mutating func next() throws(BatchFailure) -> BatchRecord? {
    left.popFirst()
  }
}
