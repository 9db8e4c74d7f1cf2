/// Scalars that change how text around them is shown, or are not shown themselves.
enum Invisible {
  /// Controls, separators of lines, marks of direction, zero widths and tags. The joiner U+200D and
  /// variation selectors are not among them: emoji are made with them.
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x20, 0x7F...0x9F: true
    case 0xAD, 0x61C, 0x180E, 0x200B, 0x200C, 0x200E, 0x200F: true
    case 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
    case 0xE0000...0xE007F: true
    default: false
    }
  }
}
