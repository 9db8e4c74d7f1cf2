import CTerminal
import Screen

extension ct_cell {
  /// A drawn cell in the shape in which the shim takes it.
  init(_ drawn: Presentation.Drawn, width: UInt8) {
    self.init()
    let cluster = drawn.cluster
    scalars.0 = cluster.base.value
    if cluster.markCount > 0 {
      let values = cluster.scalars.map(\.value) + [0, 0, 0, 0]
      scalars = (values[0], values[1], values[2], values[3], values[4])
    }
    foreground = Self.number(of: drawn.style.foreground)
    background = Self.number(of: drawn.style.background)
    attributes = Self.bits(of: drawn.style.attributes)
    self.width = width
  }

  private static func number(of colour: Colour) -> Int32 {
    switch colour {
    case .standard: -1
    case .indexed(let index): Int32(index)
    // Where numbers are colours, the first eight still are the terminal's palette.
    case .direct(let value): Int32(max(value, 8))
    }
  }

  private static func bits(of attributes: TextAttributes) -> UInt8 {
    var bits = 0
    if attributes.contains(.bold) { bits |= CT_BOLD }
    if attributes.contains(.dim) { bits |= CT_DIM }
    if attributes.contains(.underline) { bits |= CT_UNDERLINE }
    if attributes.contains(.reverse) { bits |= CT_REVERSE }
    return UInt8(truncatingIfNeeded: bits)
  }
}
