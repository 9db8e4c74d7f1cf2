/// Follows brackets and quotes to the end of one JSON value; counts depth, never recurses.
struct ElementScan {
  private(set) var deepest = 0
  private var depth = 0
  private var isInString = false
  private var isEscaped = false

  /// Goes on from `start`; the place after the value's last byte, or nil where more bytes are needed.
  mutating func end(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
          if depth == 0 { return position + 1 }
        }
      } else {
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          depth += 1
          deepest = max(deepest, depth)
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          if depth == 0 { return position }
          depth -= 1
          if depth == 0 { return position + 1 }
        case UInt8(ascii: ","), 0x20, 0x0A, 0x0D, 0x09:
          if depth == 0 { return position }
        default: break
        }
      }
      position += 1
    }
    return nil
  }
}
