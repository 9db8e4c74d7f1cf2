import CZstd
public import Domain

/// Writes the bytes of a batch: canonical records, one a line, compressed with zstd.
///
/// The batch's digest is over the uncompressed bytes, which the tap sees. The caller owns the file: it
/// syncs after `finish`, before anything refers to the batch.
public final class BatchWriter {
  private let stream: OpaquePointer
  private let tap: ByteSource.Tap
  private let sink: ByteSink
  private var pending: [UInt8] = []
  private var output = [UInt8](repeating: 0, count: 128 * 1024)

  private static let flushSize = 128 * 1024

  /// - Parameters:
  ///   - level: of zstd; 3 compresses ratings about tenfold at disk speed.
  ///   - tap: sees every uncompressed byte once, in order.
  ///   - sink: takes the compressed bytes.
  public init(
    level: Int = 3, tap: @escaping ByteSource.Tap, sink: @escaping ByteSink
  ) throws(InterchangeError) {
    guard let stream = tb_zstd_writer_new(Int32(clamping: level)) else { throw .outOfMemory }
    self.stream = stream
    self.tap = tap
    self.sink = sink
  }

  deinit {
    tb_zstd_writer_free(stream)
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
    if !pending.isEmpty { pending.withUnsafeBytes { tap($0) } }
    var position = 0
    while true {
      var consumed = 0
      var produced = 0
      let status = pending.withUnsafeBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
          tb_zstd_write(
            stream, input.baseAddress.map { $0 + position }, input.count - position, &consumed,
            output.baseAddress, output.count, &produced, isLast ? 1 : 0)
        }
      }
      position += consumed
      try output.withUnsafeBufferPointer { bytes throws(InterchangeError) in
        let written = UnsafeRawBufferPointer(start: bytes.baseAddress, count: produced)
        if produced > 0 { try sink(written) }
      }
      switch status {
      case TB_ZSTD_MORE: continue
      case TB_ZSTD_DONE:
        pending.removeAll(keepingCapacity: true)
        return
      default: throw .outOfMemory
      }
    }
  }
}
