/// Ratings as they are read, parted by their item's name: all ratings of an item lie in one part, in
/// the order in which they were written.
///
/// A part is so small that what groups it stays in the processor's cache, where a table of all items
/// of a large file would miss it with every rating. A rating is its codes, in four bytes where they
/// fit, its time where the table has times, and the item's name, filled up to whole fours.
final class PartWriter {
  /// Bytes of a rating at least.
  static let smallest = 8
  /// Bytes taken from memory at a time.
  private static let piece = 16 * 1024
  /// So many bytes stay free at the end of a piece, for names that are written and read in eights.
  private static let slack = 8
  private static let firstPiece = 4 * 1024

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
    for part in 0..<partCount {
      let room = memory.room(Self.firstPiece)
      (heads + part).initialize(
        to: Head(start: room, next: room, free: Self.firstPiece - Self.slack))
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
    let head = RatingHead(length: length, annotator: annotator, label: label)
    let size = head.size &+ (hasTimes ? 8 : 0) &+ ((length &+ 3) & ~3)
    if heads[part].free < size { refill(part, size) }
    var next = heads[part].next
    heads[part].next = next + size
    heads[part].free &-= size
    head.store(to: next)
    next += head.size
    if hasTimes {
      next.storeBytes(of: time, as: Int64.self)
      next += 8
      if time == RatingBlock.noTime { untimed &+= 1 }
    }
    next.storeBytes(of: key.word, as: UInt64.self)
    var done = 8
    while done < length {
      next.storeBytes(
        of: (name + done).loadUnaligned(as: UInt64.self), toByteOffset: done, as: UInt64.self)
      done &+= 8
    }
    count &+= 1
  }

  @inline(never)
  private func refill(_ part: Int, _ size: Int) {
    close(part)
    let size = max(Self.piece, (size + Self.slack + 63) & ~63)
    let room = memory.room(size)
    heads[part] = Head(start: room, next: room, free: size - Self.slack)
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
