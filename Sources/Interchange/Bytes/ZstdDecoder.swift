import CZstd

/// Reads zstd: several frames in a row are one text.
final class ZstdDecoder: StreamDecoder {
  let trailingBytes = 0
  private let path: String
  private let state: OpaquePointer
  private var input = InputPiece()
  private var isInFrame = true
  private var isDone = false
  /// A frame may ask for 128 MiB at most.
  private static let windowLog: Int32 = 27

  init(path: String) throws(InterchangeError) {
    guard let state = tb_zstd_reader_new(Self.windowLog) else { throw .outOfMemory }
    self.state = state
    self.path = path
  }

  deinit {
    tb_zstd_reader_free(state)
  }

  func read(
    into room: UnsafeMutableRawBufferPointer, from raw: RawBytes
  ) throws(InterchangeError) -> Int {
    guard let output = room.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return 0 }
    while !isDone {
      var isFed = !input.isEmpty
      if !isFed { isFed = try input.refill(from: raw) }
      if !isFed, !isInFrame {
        isDone = true
        break
      }
      var produced = 0
      let status = input.use { bytes, count, consumed in
        tb_zstd_read(state, bytes, count, &consumed, output, room.count, &produced)
      }
      switch status {
      case TB_ZSTD_MORE: isInFrame = true
      case TB_ZSTD_DONE: isInFrame = false
      case TB_ZSTD_MEMORY: throw .outOfMemory
      default:
        throw .corrupt(path: path, compression: "zstd", offset: raw.count - input.count)
      }
      if produced > 0 { return produced }
      if !isFed, isInFrame {
        throw .truncated(path: path, compression: "zstd", offset: raw.count)
      }
    }
    return 0
  }
}
