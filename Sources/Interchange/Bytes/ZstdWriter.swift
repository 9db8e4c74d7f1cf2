import CZstd

/// Compresses bytes with zstd as they come.
public final class ZstdWriter {
  private let stream: OpaquePointer
  private let sink: ByteSink
  private var output = [UInt8](repeating: 0, count: 128 * 1024)

  /// - Parameters:
  ///   - level: of zstd; 3 compresses ratings about tenfold at disk speed.
  ///   - sink: takes the compressed bytes.
  public init(level: Int = 3, sink: @escaping ByteSink) throws(InterchangeError) {
    guard let stream = tb_zstd_writer_new(Int32(clamping: level)) else { throw .outOfMemory }
    self.stream = stream
    self.sink = sink
  }

  deinit {
    tb_zstd_writer_free(stream)
  }

  public func write(_ bytes: UnsafeRawBufferPointer) throws(InterchangeError) {
    try compress(bytes, isLast: false)
  }

  /// Ends the compressed stream; nothing may be written afterwards.
  public func finish() throws(InterchangeError) {
    try compress(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
  }

  private func compress(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool
  ) throws(InterchangeError) {
    let input = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    var position = 0
    while true {
      var consumed = 0
      var produced = 0
      let status = output.withUnsafeMutableBufferPointer { output in
        tb_zstd_write(
          stream, input.map { $0 + position }, bytes.count - position, &consumed,
          output.baseAddress, output.count, &produced, isLast ? 1 : 0)
      }
      position += consumed
      try output.withUnsafeBufferPointer { bytes throws(InterchangeError) in
        let written = UnsafeRawBufferPointer(start: bytes.baseAddress, count: produced)
        if produced > 0 { try sink(written) }
      }
      switch status {
      case TB_ZSTD_MORE: continue
      case TB_ZSTD_DONE: return
      default: throw .outOfMemory
      }
    }
  }
}
