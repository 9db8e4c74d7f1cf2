public import Domain

/// Reads a batch back, record by record, and holds every line against the canonical form and the
/// order of a batch.
public final class BatchReader {
  private let window: ByteWindow
  private let path: String
  private var line = 0
  private var previous: BatchRecord?

  /// A canonical record is longer than the row it came from by its escapes at most.
  private static let lineLimit = 64 << 20

  /// - Parameter source: a batch file; the source decompresses it.
  public init(_ source: ByteSource) throws(InterchangeError) {
    path = source.path
    window = try ByteWindow(source, limit: Self.lineLimit)
  }

  /// The next record, or nil at the end.
  public func next() throws(InterchangeError) -> BatchRecord? {
    line += 1
    var length = window.lineLength(ending: UInt8(ascii: "\n"))
    while length == nil, try window.fill() {
      length = window.lineLength(ending: UInt8(ascii: "\n"))
    }
    guard let length else {
      guard window.isEmpty else { throw damaged("the last line does not end, or is too long") }
      return nil
    }
    let bytes = [UInt8](window.bytes.prefix(length))
    window.consume(length + 1)
    let record = try record(bytes)
    if let previous, BatchRecord.areInOrder(record, previous) {
      throw damaged("stands before the line above it")
    }
    previous = record
    return record
  }

  private func record(_ bytes: [UInt8]) throws(InterchangeError) -> BatchRecord {
    let value: CanonicalValue
    do throws(CanonicalError) {
      value = try CanonicalReader.read(bytes)
    } catch {
      throw damaged("is not canonical: \(error)")
    }
    guard let object = value.object, let record = BatchRecord(canonical: object) else {
      throw damaged("is neither an item nor a rating")
    }
    return record
  }

  private func damaged(_ reason: String) -> InterchangeError {
    .damagedBatch(path: path, line: line, reason: reason)
  }
}
