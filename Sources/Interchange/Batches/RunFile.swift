/// A sorted stretch of records that did not fit into memory: written once, read once, removed.
final class RunFile {
  private let file: RawFile
  private var buffer: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0
  private var isRemoved = false
  /// The record that stands next; good until `advance`.
  private(set) var current: SortEntry?

  private static let bufferSize = 256 * 1024
  private static let headLength = 8

  init(path: String) throws(InterchangeError) {
    file = try RawFile.scratch(path)
    buffer = .allocate(byteCount: Self.bufferSize, alignment: 8)
  }

  deinit {
    buffer.deallocate()
    if !isRemoved { file.remove() }
  }

  func append(_ entry: SortEntry) throws(InterchangeError) {
    let length = entry.keyLength + entry.bodyLength
    if end + Self.headLength + length > buffer.count { try flush() }
    if Self.headLength + length > buffer.count { grow(to: Self.headLength + length) }
    buffer.storeBytes(of: UInt32(entry.keyLength), toByteOffset: end, as: UInt32.self)
    buffer.storeBytes(of: UInt32(entry.bodyLength), toByteOffset: end + 4, as: UInt32.self)
    let room = UnsafeMutableRawBufferPointer(rebasing: buffer[(end + Self.headLength)...])
    room.copyMemory(from: UnsafeRawBufferPointer(start: entry.start, count: length))
    end += Self.headLength + length
  }

  /// Ends writing and stands on the first record. The name is gone from here on, so that nothing is
  /// left behind whatever happens.
  func beginReading() throws(InterchangeError) {
    try flush()
    file.remove()
    isRemoved = true
    try file.rewind()
    try advance()
  }

  func advance() throws(InterchangeError) {
    guard try has(Self.headLength) else {
      current = nil
      return
    }
    let head = UnsafeRawBufferPointer(buffer)
    let keyLength = Int(head.loadUnaligned(fromByteOffset: start, as: UInt32.self))
    let bodyLength = Int(head.loadUnaligned(fromByteOffset: start + 4, as: UInt32.self))
    guard try has(Self.headLength + keyLength + bodyLength), let base = buffer.baseAddress else {
      throw .scratch(path: file.path, reason: "was cut short while it was in use")
    }
    current = SortEntry(
      start: base + start + Self.headLength, keyLength: keyLength, bodyLength: bodyLength)
    start += Self.headLength + keyLength + bodyLength
  }

  private func has(_ wanted: Int) throws(InterchangeError) -> Bool {
    if end - start >= wanted { return true }
    if wanted > buffer.count { grow(to: wanted) }
    buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
    end -= start
    start = 0
    while end < wanted {
      let count = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
      if count == 0 { return false }
      end += count
    }
    return true
  }

  private func flush() throws(InterchangeError) {
    try file.write(UnsafeRawBufferPointer(rebasing: buffer[..<end]))
    end = 0
  }

  private func grow(to size: Int) {
    let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 8)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
    end -= start
    start = 0
    buffer.deallocate()
    buffer = larger
  }
}
