/// Gives each distinct name a number, counted from 0 in order of first sight.
///
/// Names are byte strings in one arena; a slot of the table holds a name's first eight bytes, its
/// length and its number, so that short names are compared without touching the arena. Numbers never
/// depend on the hash: its seed may differ from run to run, so that no file can be made to collide.
public final class InternTable {
  /// How many names there are.
  public private(set) var count = 0

  private var slots: UnsafeMutablePointer<Slot>
  private var slotCount: Int
  private var arena: UnsafeMutableRawPointer
  private var arenaCapacity: Int
  private var offsets: UnsafeMutablePointer<Int>
  private var offsetCapacity: Int
  private let seed: UInt64

  /// Names are shorter than this many bytes.
  static let lengthLimit = Int(UInt16.max)
  /// So many bytes after a name must be readable, whatever they hold.
  static let padding = 8

  private struct Slot {
    var word: UInt64
    /// The number plus one; 0 marks an empty slot.
    var number: UInt32
    var tag: UInt16
    var length: UInt16
  }

  public convenience init() {
    self.init(slots: 64)
  }

  private init(slots slotCount: Int) {
    self.slotCount = slotCount
    slots = Self.emptySlots(slotCount)
    arenaCapacity = 4096
    arena = .allocate(byteCount: arenaCapacity, alignment: 8)
    offsetCapacity = 64
    offsets = .allocate(capacity: offsetCapacity)
    offsets[0] = 0
    seed = UInt64(UInt(bitPattern: arena)) &* 0x9E37_79B9_7F4A_7C15
  }

  deinit {
    slots.deallocate()
    arena.deallocate()
    offsets.deallocate()
  }

  /// The bytes of a name; they move when a name is added.
  public func withBytes<Result>(
    of number: Int32, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    let start = offsets[Int(number)]
    return try body(
      UnsafeRawBufferPointer(start: arena + start, count: offsets[Int(number) + 1] - start))
  }

  /// A name as text.
  public subscript(number: Int32) -> String {
    withBytes(of: number) { String(decoding: $0, as: UTF8.self) }
  }

  /// All names in the order of their numbers.
  public var names: [String] {
    (0..<Int32(count)).map { self[$0] }
  }

  /// The number of a name, adding it where it is new.
  public func number(for name: String) -> Int32 {
    var bytes = Array(name.utf8.prefix(Self.lengthLimit - 1))
    let length = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: Self.padding))
    return bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      return intern(Key(start, length, seed: seed))
    }
  }

  /// A name's bytes with what is needed to look it up.
  struct Key {
    let start: UnsafeRawPointer
    let length: Int
    let word: UInt64
    let hash: UInt64

    /// - Precondition: eight bytes after the name are readable.
    @inline(__always)
    init(_ start: UnsafeRawPointer, _ length: Int, seed: UInt64) {
      self.start = start
      self.length = length
      let first = start.loadUnaligned(as: UInt64.self)
      if length < 8 {
        word = length == 0 ? 0 : UInt64(littleEndian: first) & (~0 >> UInt64(64 &- 8 &* length))
        hash = Self.mix(word ^ seed, UInt64(truncatingIfNeeded: length) ^ 0xD1B5_4A32_D192_ED03)
      } else {
        word = UInt64(littleEndian: first)
        hash = Self.longHash(start, length, word, seed)
      }
    }

    private static func longHash(
      _ start: UnsafeRawPointer, _ length: Int, _ word: UInt64, _ seed: UInt64
    ) -> UInt64 {
      let last = UInt64(littleEndian: (start + (length - 8)).loadUnaligned(as: UInt64.self))
      var hash = mix(word ^ seed, last ^ UInt64(truncatingIfNeeded: length) ^ 0xD1B5_4A32_D192_ED03)
      var position = 8
      while position < length - 8 {
        let next = UInt64(littleEndian: (start + position).loadUnaligned(as: UInt64.self))
        hash = mix(hash ^ next, 0xA076_1D64_78BD_642F)
        position += 8
      }
      return hash
    }

    @inline(__always)
    private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
      let product = left.multipliedFullWidth(by: right | 1)
      return product.high ^ product.low
    }
  }

  @inline(__always)
  func key(_ start: UnsafeRawPointer, _ length: Int) -> Key {
    Key(start, length, seed: seed)
  }

  /// Reads the slot where the search will begin, so that it is on its way when `find` needs it.
  @inline(__always)
  func touch(_ key: Key) -> UInt32 {
    slots[Int(truncatingIfNeeded: key.hash) & (slotCount &- 1)].number
  }

  /// The number of a name, or −1.
  @inline(__always)
  func find(_ key: Key) -> Int32 {
    let mask = slotCount &- 1
    var index = Int(truncatingIfNeeded: key.hash) & mask
    let tag = UInt16(truncatingIfNeeded: key.hash >> 48)
    while true {
      let slot = slots[index]
      if slot.number == 0 { return -1 }
      if slot.word == key.word, slot.tag == tag, Int(slot.length) == key.length,
        key.length <= 8 || tailsAreEqual(key, slot.number)
      {
        return Int32(bitPattern: slot.number &- 1)
      }
      index = (index &+ 1) & mask
    }
  }

  /// Forgets all names and keeps the memory.
  func removeAll() {
    count = 0
    slots.update(repeating: Slot(word: 0, number: 0, tag: 0, length: 0), count: slotCount)
  }

  func intern(_ key: Key) -> Int32 {
    let found = find(key)
    return found >= 0 ? found : insert(key)
  }

  /// Adds a name that is not there.
  @inline(never)
  func insert(_ key: Key) -> Int32 {
    precondition(key.length < Self.lengthLimit, "names are checked before they are interned")
    let number = count
    let start = offsets[number]
    reserve(bytes: start + key.length + Self.padding, names: number + 2)
    (arena + start).copyMemory(from: key.start, byteCount: key.length)
    offsets[number + 1] = start + key.length
    count += 1
    if isCrowded { grow() } else { place(key, number) }
    return Int32(truncatingIfNeeded: number)
  }

  private func tailsAreEqual(_ key: Key, _ number: UInt32) -> Bool {
    let stored = UnsafeRawBufferPointer(
      start: arena + offsets[Int(number) - 1] + 8, count: key.length - 8)
    return stored.elementsEqual(
      UnsafeRawBufferPointer(start: key.start + 8, count: key.length - 8))
  }

  private func place(_ key: Key, _ number: Int) {
    let mask = slotCount - 1
    var index = Int(truncatingIfNeeded: key.hash) & mask
    while slots[index].number != 0 { index = (index + 1) & mask }
    slots[index] = Slot(
      word: key.word, number: UInt32(truncatingIfNeeded: number + 1),
      tag: UInt16(truncatingIfNeeded: key.hash >> 48),
      length: UInt16(truncatingIfNeeded: key.length))
  }

  /// Whether names often meet on their way to a slot. Tables of few names are asked for in every row
  /// and have room to spare: a meeting costs more than the memory.
  private var isCrowded: Bool {
    slotCount < Self.smallTable ? count * 8 > slotCount : count * 10 > slotCount * 6
  }

  private static let smallTable = 4096

  private func grow() {
    slots.deallocate()
    slotCount *= slotCount < Self.smallTable || slotCount >= 1 << 16 ? 2 : 4
    slots = Self.emptySlots(slotCount)
    for number in 0..<count {
      let start = offsets[number]
      place(key(arena + start, offsets[number + 1] - start), number)
    }
  }

  private func reserve(bytes: Int, names: Int) {
    if bytes > arenaCapacity {
      let capacity = max(bytes, arenaCapacity * 2)
      let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
      larger.copyMemory(from: arena, byteCount: offsets[count])
      arena.deallocate()
      arena = larger
      arenaCapacity = capacity
    }
    if names > offsetCapacity {
      let capacity = offsetCapacity * 2
      let larger = UnsafeMutablePointer<Int>.allocate(capacity: capacity)
      larger.update(from: offsets, count: count + 1)
      offsets.deallocate()
      offsets = larger
      offsetCapacity = capacity
    }
  }

  private static func emptySlots(_ count: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: count)
    slots.initialize(repeating: Slot(word: 0, number: 0, tag: 0, length: 0), count: count)
    return slots
  }
}
