import CZlib

/// Reads gzip: several members in a row are one text; what is no member after the last is counted.
final class GzipDecoder: StreamDecoder {
  private(set) var trailingBytes = 0
  private let path: String
  private let state: OpaquePointer
  private var input = InputPiece()
  private var isInMember = true
  private var isDone = false

  init(path: String) throws(InterchangeError) {
    guard let state = tb_gunzip_new() else { throw .outOfMemory }
    self.state = state
    self.path = path
  }

  deinit {
    tb_gunzip_free(state)
  }

  func read(
    into room: UnsafeMutableRawBufferPointer, from raw: RawBytes
  ) throws(InterchangeError) -> Int {
    guard let output = room.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return 0 }
    while !isDone {
      if input.isEmpty, try !input.refill(from: raw) {
        guard !isInMember else {
          throw .truncated(path: path, compression: "gzip", offset: raw.count)
        }
        isDone = true
        break
      }
      if !isInMember, try !startsMember(raw) { continue }
      var produced = 0
      let status = input.use { bytes, count, consumed in
        tb_gunzip_step(state, bytes, count, &consumed, output, room.count, &produced)
      }
      switch status {
      case TB_GUNZIP_MORE: break
      case TB_GUNZIP_MEMBER:
        isInMember = false
        tb_gunzip_reset(state)
      case TB_GUNZIP_MEMORY: throw .outOfMemory
      default:
        throw .corrupt(path: path, compression: "gzip", offset: raw.count - input.count)
      }
      if produced > 0 { return produced }
    }
    return 0
  }

  /// Between members: another one begins with 1F, everything else is counted and left alone.
  private func startsMember(_ raw: RawBytes) throws(InterchangeError) -> Bool {
    if trailingBytes == 0, input.first == 0x1F {
      isInMember = true
      return true
    }
    trailingBytes += input.count
    input.drop()
    return false
  }
}
