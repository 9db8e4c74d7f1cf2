/// Ratings as they are read, parted by their item's name: all ratings of an item lie in one part, in
/// the order in which they were written.
///
/// A part is so small that what groups it stays in the processor's cache, where a table of all items
/// of a large file would miss it with every rating. A rating is eight bytes of codes, its time where
/// the table has times, and the item's name in whole words.
final class PartWriter {
  /// What stands for a code in a rating's first word where it needs a word of its own.
  static let wideCode: UInt64 = 0xFF_FFFF
  /// Bytes taken from memory at a time.
  private static let piece = 64 * 1024

  let partCount: Int
  let hasTimes: Bool
  /// Ratings without a time.
  private(set) var untimed = 0
  private(set) var count = 0

  private let seed: UInt64
  private let shift: UInt64
  private let memory = LargeMemory()
  private let heads: UnsafeMutablePointer<Head>
  private var pieces: [[UnsafeRawBufferPointer]]

  private struct Head {
    var start: UnsafeMutableRawPointer
    var next: UnsafeMutableRawPointer
    var free: Int
  }

  /// - Parameters:
  ///   - partCount: a power of two below 2¹⁶.
  ///   - seed: the same for all writers whose parts are read together.
  init(partCount: Int, hasTimes: Bool, seed: UInt64) {
    self.partCount = partCount
    self.hasTimes = hasTimes
    self.seed = seed
    shift = UInt64(truncatingIfNeeded: 48 - partCount.trailingZeroBitCount)
    pieces = Array(repeating: [], count: partCount)
    heads = .allocate(capacity: partCount)
    let size = min(Self.piece, 4096)
    for part in 0..<partCount {
      let room = memory.room(size)
      (heads + part).initialize(to: Head(start: room, next: room, free: size))
    }
  }

  deinit {
    heads.deallocate()
  }

  /// Writes a rating.
  ///
  /// - Precondition: the name is not empty, and eight bytes after it are readable.
  @inline(__always)
  func write(
    _ name: UnsafeRawPointer, _ length: Int, annotator: Int32, label: Int32, time: Int64
  ) {
    let key = InternTable.Key(name, length, seed: seed)
    let part = Int(truncatingIfNeeded: key.hash >> shift) & (partCount &- 1)
    let words = (length &+ 7) &>> 3
    let person = UInt64(UInt32(bitPattern: annotator &+ 1))
    let value = UInt64(UInt32(bitPattern: label))
    let isWide = max(person, value) >= Self.wideCode
    let size = 8 &+ (isWide ? 8 : 0) &+ (hasTimes ? 8 : 0) &+ words &* 8
    if heads[part].free < size { refill(part, size) }
    var next = heads[part].next
    heads[part].next = next + size
    heads[part].free &-= size
    next.storeBytes(
      of: UInt64(truncatingIfNeeded: length) | (isWide ? Self.wideCode : person) << 16 | value
        << 40,
      as: UInt64.self)
    next += 8
    if isWide {
      next.storeBytes(of: person | value << 32, as: UInt64.self)
      next += 8
    }
    if hasTimes {
      next.storeBytes(of: time, as: Int64.self)
      next += 8
      if time == RatingBlock.noTime { untimed &+= 1 }
    }
    next.storeBytes(of: key.word, as: UInt64.self)
    for word in 1..<max(words, 1) {
      next.storeBytes(
        of: (name + word &* 8).loadUnaligned(as: UInt64.self), toByteOffset: word &* 8,
        as: UInt64.self)
    }
    count &+= 1
  }

  @inline(never)
  private func refill(_ part: Int, _ size: Int) {
    close(part)
    let size = max(Self.piece, (size + 63) & ~63)
    let room = memory.room(size)
    heads[part] = Head(start: room, next: room, free: size)
  }

  private func close(_ part: Int) {
    let head = heads[part]
    guard head.next > head.start else { return }
    pieces[part].append(UnsafeRawBufferPointer(start: head.start, count: head.next - head.start))
  }

  /// What was written, part by part; good as long as the writer is. Nothing is written afterwards.
  func finished() -> [[UnsafeRawBufferPointer]] {
    for part in 0..<partCount {
      close(part)
      heads[part].start = heads[part].next
    }
    return pieces
  }
}
