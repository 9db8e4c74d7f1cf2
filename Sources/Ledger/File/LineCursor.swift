import Glibc

/// Cuts a range of a file into lines, block by block.
struct LineCursor {
  enum Piece: Equatable {
    /// A line with its LF.
    case line([UInt8])
    /// Bytes up to the range's end without an LF, or more of them than any line has.
    case unterminated
  }

  /// Where the next piece begins.
  private(set) var offset: Int
  private let limit: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var block = 8192

  /// - Parameters:
  ///   - offset: where a line begins.
  ///   - limit: where the range ends.
  init(from offset: Int, to limit: Int) {
    self.offset = offset
    self.limit = limit
  }

  /// The next piece; nil at the end. After `unterminated` there is no more.
  mutating func next(
    of file: borrowing OpenFile, disk: Disk
  ) throws(FileFailure) -> Piece? {
    var searched = position
    while true {
      if let feed = lineFeed(from: searched) {
        let line = Array(buffer[position...feed])
        position = feed + 1
        offset += line.count
        return .line(line)
      }
      let pending = buffer.count - position
      let rest = limit - offset - pending
      if rest <= 0 { return pending == 0 ? nil : .unterminated }
      if pending > LogFormat.lineLimit { return .unterminated }
      let more = try disk.read(file, from: offset + pending, count: min(block, rest))
      guard !more.isEmpty else { return pending == 0 ? nil : .unterminated }
      buffer.removeFirst(position)
      position = 0
      searched = pending
      buffer.append(contentsOf: more)
      block = min(block * 2, 1 << 18)
    }
  }

  private func lineFeed(from start: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + start, 0x0A, bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }
}
