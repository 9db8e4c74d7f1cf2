import CPseudoTerminal

/// What the C library thinks of a character's width, which is what curses goes by.
package enum SystemWidth {
  /// Cells in a UTF-8 locale; `nil` where the library does not know the scalar.
  package static func of(_ scalar: Unicode.Scalar) -> Int? {
    let width = pt_system_width(scalar.value)
    return width < 0 ? nil : Int(width)
  }
}
