/// What a written rating begins with: the length of its item's name and its two codes, in four bytes
/// where they fit, in sixteen where not.
struct RatingHead {
  let length: Int
  /// −1 where the file does not tell who.
  let annotator: Int32
  let label: Int32

  private static let lengthLimit = 0xFF
  private static let annotatorLimit: UInt32 = 1 << 14
  private static let labelLimit: UInt32 = 1 << 10
  /// A length that no short head has.
  private static let wide: UInt32 = 0xFF

  @inline(__always)
  init(length: Int, annotator: Int32, label: Int32) {
    self.length = length
    self.annotator = annotator
    self.label = label
  }

  /// Reads what `store` wrote.
  @inline(__always)
  init(from place: UnsafeRawPointer) {
    let word = place.loadUnaligned(as: UInt32.self)
    if word & 0xFF != Self.wide {
      length = Int(word & 0xFF)
      annotator = Int32(bitPattern: word &>> 8 & (Self.annotatorLimit &- 1)) &- 1
      label = Int32(bitPattern: word &>> 22)
    } else {
      length = Int(place.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
      annotator = place.loadUnaligned(fromByteOffset: 8, as: Int32.self)
      label = place.loadUnaligned(fromByteOffset: 12, as: Int32.self)
    }
  }

  @inline(__always)
  private var isShort: Bool {
    length < Self.lengthLimit
      && UInt32(bitPattern: annotator &+ 1) < Self.annotatorLimit
      && UInt32(bitPattern: label) < Self.labelLimit
  }

  /// Bytes that it takes.
  @inline(__always)
  var size: Int { isShort ? 4 : 16 }

  @inline(__always)
  func store(to place: UnsafeMutableRawPointer) {
    if isShort {
      place.storeBytes(
        of: UInt32(truncatingIfNeeded: length) | UInt32(bitPattern: annotator &+ 1) &<< 8
          | UInt32(bitPattern: label) &<< 22,
        as: UInt32.self)
    } else {
      place.storeBytes(of: Self.wide, as: UInt32.self)
      place.storeBytes(
        of: UInt32(truncatingIfNeeded: length), toByteOffset: 4, as: UInt32.self)
      place.storeBytes(of: annotator, toByteOffset: 8, as: Int32.self)
      place.storeBytes(of: label, toByteOffset: 12, as: Int32.self)
    }
  }
}
