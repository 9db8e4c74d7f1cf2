import Glibc

/// A stretch of a source that moves forward: what is not yet consumed stays, and grows up to a limit
/// where a record does not fit.
final class ByteWindow {
  private let source: ByteSource
  private var room: UnsafeMutableRawPointer
  private var capacity = initialSize
  private(set) var start = 0
  /// Bytes consumed since the source began.
  private(set) var consumed = 0
  private(set) var end = 0
  /// Whether the source has no more than what is in the window.
  private(set) var isComplete = false
  /// Whether the window is full and must not grow any more.
  private(set) var isFull = false
  /// Counts the times that what is in the window has moved.
  private(set) var movement = 0
  private let limit: Int

  /// So many bytes after the end can be read, and hold zeros.
  static let padding = 64
  private static let initialSize = 1 << 20

  init(_ source: ByteSource, limit: Int) throws(InterchangeError) {
    self.source = source
    self.limit = limit
    room = .allocate(byteCount: Self.initialSize + Self.padding, alignment: 64)
    _ = try fill()
  }

  deinit {
    room.deallocate()
  }

  var isEmpty: Bool { start == end }
  var count: Int { end - start }

  /// What is in the window and not consumed.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: pointer, count: count) }

  /// The first byte that is not consumed; `padding` bytes after the last are readable.
  var pointer: UnsafeRawPointer { UnsafeRawPointer(room + start) }

  func consume(_ count: Int) {
    start += count
    consumed += count
    isFull = false
  }

  /// Reads more bytes, growing where the window is full of one record.
  ///
  /// - Returns: false where there are no more, or where the window is full up to its limit.
  func fill() throws(InterchangeError) -> Bool {
    guard !isComplete else { return false }
    movement += 1
    if start > 0 {
      memmove(room, room + start, end - start)
      end -= start
      start = 0
    }
    if end == capacity {
      guard capacity < limit else {
        isFull = true
        return false
      }
      grow(to: min(limit, capacity * 2))
    }
    let free = UnsafeMutableRawBufferPointer(start: room + end, count: capacity - end)
    let count = try source.read(into: free)
    end += count
    if count < free.count { isComplete = true }
    memset(room + end, 0, Self.padding)
    return count > 0
  }

  /// The bytes before the first `ending`, or nil where there is none in the window.
  func lineLength(ending: UInt8) -> Int? {
    guard let found = memchr(pointer, Int32(ending), count) else { return nil }
    return UnsafeRawPointer(found) - pointer
  }

  private func grow(to capacity: Int) {
    let larger = UnsafeMutableRawPointer.allocate(
      byteCount: capacity + Self.padding, alignment: 64)
    larger.copyMemory(from: room, byteCount: end)
    room.deallocate()
    room = larger
    self.capacity = capacity
  }
}
