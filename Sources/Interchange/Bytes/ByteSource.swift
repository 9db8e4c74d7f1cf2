/// The bytes of one file, decompressed as they are read, in bounded memory.
///
/// gzip and zstd are found by their first bytes. A tap sees every byte of the file as it stands on
/// disk, in order, once, so that the caller can count and hash in the same pass: after a reader has
/// returned, the tap has seen the whole file.
public final class ByteSource {
  public typealias Tap = (UnsafeRawBufferPointer) -> Void

  /// What stands in messages: the path as it was given.
  public let path: String
  public let compression: Compression
  /// Bytes of the file, as it stands on disk, that were read so far.
  public var rawCount: Int { raw.count }
  /// Bytes after the end of the compressed stream, which were left alone.
  public private(set) var trailingBytes = 0

  private let raw: RawBytes
  private let decoder: (any StreamDecoder)?
  private var peeked: [UInt8] = []
  private var peekedPosition = 0
  private var finished = false

  /// How many decompressed bytes a format may look at before it is chosen.
  public static let prefixLength = 64 * 1024

  /// Opens a file and reads its beginning.
  ///
  /// - Throws: for a missing, unreadable or empty file, a directory, a damaged compressed stream, and
  ///   text in UTF-16 or UTF-32.
  public convenience init(path: String, tap: Tap? = nil) throws(InterchangeError) {
    let file = try RawFile.reading(path)
    try self.init(raw: RawBytes(file: file, tap: tap), path: path)
  }

  /// The same over bytes in memory.
  public convenience init(
    bytes: [UInt8], name: String, tap: Tap? = nil
  ) throws(InterchangeError) {
    try self.init(raw: RawBytes(bytes: bytes, path: name, tap: tap), path: name)
  }

  private init(raw: RawBytes, path: String) throws(InterchangeError) {
    self.raw = raw
    self.path = path
    let magic = try raw.peek(4)
    guard !magic.isEmpty else { throw .empty(path: path) }
    compression = Compression(magic: magic)
    switch compression {
    case .none: decoder = nil
    case .gzip: decoder = try GzipDecoder(path: path)
    case .zstd: decoder = try ZstdDecoder(path: path)
    }
    try fillPrefix()
    guard !peeked.isEmpty else { throw .empty(path: path) }
    if let found = Encoding.foreign(in: peeked) { throw .encoding(path: path, found: found) }
  }

  /// Part of an uncompressed file, as it stands there.
  init(file: RawFile, part: Range<Int>) {
    raw = RawBytes(file: file, part: part)
    path = file.path
    compression = .none
    decoder = nil
  }

  /// The file and its size, where parts of it can be read in any order: it is a regular file, not
  /// compressed, and nobody taps its bytes.
  var regularFile: (file: RawFile, size: Int)? {
    compression == .none ? raw.regularFile : nil
  }

  /// The first decompressed bytes, at most `prefixLength`; reading starts with them all the same.
  public var prefix: ArraySlice<UInt8> { peeked[...] }

  /// Whether everything has been read.
  var isAtEnd: Bool { finished && peekedPosition == peeked.count }

  /// Fills as much of the room as there are bytes; 0 only at the end.
  func read(into room: UnsafeMutableRawBufferPointer) throws(InterchangeError) -> Int {
    var filled = 0
    while filled < room.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: room[filled...])
      let count = try readSome(into: rest)
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// Reads to the end and keeps nothing: for who wants only the tap's view of the file, or the
  /// decompressed bytes as they go by.
  public func drain(
    _ take: (UnsafeRawBufferPointer) -> Void = { _ in }
  ) throws(InterchangeError) {
    try forEachBlock { bytes throws(InterchangeError) in take(bytes) }
  }

  /// Hands over the decompressed bytes a block at a time, until the end or until `take` throws.
  public func forEachBlock(
    _ take: (UnsafeRawBufferPointer) throws(InterchangeError) -> Void
  ) throws(InterchangeError) {
    var room = [UInt8](repeating: 0, count: 1 << 18)
    var count = 1
    while count > 0 {
      count = try room.withUnsafeMutableBufferPointer { buffer throws(InterchangeError) in
        let bytes = UnsafeMutableRawBufferPointer(buffer)
        let count = try read(into: bytes)
        if count > 0 { try take(UnsafeRawBufferPointer(rebasing: bytes[..<count])) }
        return count
      }
    }
  }

  private func readSome(
    into room: UnsafeMutableRawBufferPointer
  ) throws(InterchangeError) -> Int {
    if peekedPosition < peeked.count {
      let count = min(room.count, peeked.count - peekedPosition)
      peeked.withUnsafeBytes { bytes in
        room.copyMemory(
          from: UnsafeRawBufferPointer(rebasing: bytes[peekedPosition...].prefix(count)))
      }
      peekedPosition += count
      return count
    }
    return try decode(into: room)
  }

  private func decode(into room: UnsafeMutableRawBufferPointer) throws(InterchangeError) -> Int {
    guard !finished else { return 0 }
    let count: Int
    if let decoder {
      count = try decoder.read(into: room, from: raw)
      trailingBytes = decoder.trailingBytes
    } else {
      count = try raw.read(into: room)
    }
    if count == 0 { finished = true }
    return count
  }

  private func fillPrefix() throws(InterchangeError) {
    var bytes = [UInt8](repeating: 0, count: Self.prefixLength)
    var filled = 0
    while filled < bytes.count, !finished {
      let start = filled
      filled += try bytes.withUnsafeMutableBufferPointer { buffer throws(InterchangeError) in
        let room = UnsafeMutableRawBufferPointer(buffer)
        return try decode(into: UnsafeMutableRawBufferPointer(rebasing: room[start...]))
      }
    }
    bytes.removeSubrange(filled...)
    peeked = bytes
  }
}
