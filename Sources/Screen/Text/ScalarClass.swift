/// What a scalar does to a row of cells.
///
/// The classes come from a generated table with a pinned Unicode version, so that two machines lay
/// out the same text in the same way whatever their C library knows.
package enum ScalarClass: UInt8, Sendable {
  /// One cell.
  case narrow
  /// Two cells.
  case wide
  /// No cell of its own: it is drawn over the cell before it.
  case mark
  /// One cell, but it belongs to the letter before it.
  case spacingMark
  /// Nothing to see: controls, bidi controls, zero widths, tags, private use.
  case hidden
  /// A blank, one cell wide.
  case space
  /// A vowel or tail of a Hangul syllable that is spelled out: drawn into the lead before it.
  case conjoining
  /// A picture of one cell that may begin an emoji sequence.
  case pictograph
  /// A picture of two cells that may begin an emoji sequence.
  case widePictograph
  /// Two cells, and a line may break beside it.
  case ideograph
  /// One cell here, two on terminals set up for legacy East Asian fonts.
  case ambiguous
  /// Not a character in the pinned Unicode version.
  case unassigned

  /// The version of Unicode that the table was made from.
  package static var unicodeVersion: String { UnicodeTable.version }

  /// Looks a scalar up. O(log r) in the ranges of the table, O(1) for ASCII.
  package init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x7F {
      self = value > 0x20 ? .narrow : value == 0x20 ? .space : .hidden
      return
    }
    let ranges = UnicodeTable.ranges
    var low = 0
    var high = ranges.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if ranges[middle] >> 4 <= value { low = middle } else { high = middle }
    }
    self = ScalarClass(rawValue: UInt8(ranges[low] & 0xF)) ?? .unassigned
  }

  /// The cells that a scalar of this class needs when it stands alone; `nil` where it may not.
  package var width: Int? {
    switch self {
    case .narrow, .spacingMark, .space, .pictograph, .ambiguous: 1
    case .wide, .widePictograph, .ideograph: 2
    case .mark, .hidden, .conjoining, .unassigned: nil
    }
  }
}
