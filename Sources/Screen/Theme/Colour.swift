/// A colour as a terminal is told it.
package enum Colour: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case standard
  /// An entry of the terminal's palette.
  case indexed(UInt8)
  /// Red, green and blue in the low 24 bits.
  case direct(UInt32)
}
