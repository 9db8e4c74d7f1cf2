public import Domain

/// Writes the bytes of a batch: canonical records, one a line, compressed with zstd.
///
/// The batch's digest is over the uncompressed bytes, which the tap sees. The caller owns the file: it
/// syncs after `finish`, before anything refers to the batch.
public final class BatchWriter {
  private let stream: ZstdWriter
  private let tap: ByteSource.Tap
  private var pending: [UInt8] = []

  private static let flushSize = 128 * 1024

  /// - Parameters:
  ///   - level: of zstd; 3 compresses ratings about tenfold at disk speed.
  ///   - tap: sees every uncompressed byte once, in order.
  ///   - sink: takes the compressed bytes.
  public init(
    level: Int = 3, tap: @escaping ByteSource.Tap, sink: @escaping ByteSink
  ) throws(InterchangeError) {
    stream = try ZstdWriter(level: level, sink: sink)
    self.tap = tap
  }

  /// Appends a record. Records come in the order of `BatchRecord.areInOrder`.
  public func append(_ record: BatchRecord) throws(InterchangeError) {
    RecordEncoder.append(record, to: &pending)
    try endLine()
  }

  /// Appends a record by its canonical bytes.
  package func append(canonical bytes: UnsafeRawBufferPointer) throws(InterchangeError) {
    pending.append(contentsOf: bytes)
    try endLine()
  }

  /// Ends the compressed stream; nothing may be appended afterwards.
  public func finish() throws(InterchangeError) {
    try flush(isLast: true)
  }

  private func endLine() throws(InterchangeError) {
    pending.append(UInt8(ascii: "\n"))
    if pending.count >= Self.flushSize { try flush(isLast: false) }
  }

  private func flush(isLast: Bool) throws(InterchangeError) {
    if !pending.isEmpty {
      try pending.withUnsafeBufferPointer { bytes throws(InterchangeError) in
        tap(UnsafeRawBufferPointer(bytes))
        try stream.write(UnsafeRawBufferPointer(bytes))
      }
      pending.removeAll(keepingCapacity: true)
    }
    if isLast { try stream.finish() }
  }
}
