/// How many colours a terminal has, which decides the column of the theme that is read.
package enum ColourDepth: Int, Comparable, CaseIterable, Sendable {
  case mono
  case eight
  case sixteen
  case palette
  case direct

  /// What a terminal can do, from what it says about itself.
  ///
  /// - Parameters:
  ///   - colours: the number of colours its description names.
  ///   - isDirect: whether colour numbers are red, green and blue.
  ///   - isColourRefused: whether the user set `NO_COLOR`.
  package init(colours: Int, isDirect: Bool, isColourRefused: Bool) {
    if isColourRefused || colours < 8 {
      self = .mono
    } else if isDirect {
      self = .direct
    } else {
      self = colours >= 256 ? .palette : colours >= 16 ? .sixteen : .eight
    }
  }

  /// Whether heat has to be read from a glyph beside the number, because the ramp is uneven.
  package var needsHeatGlyphs: Bool { self <= .sixteen }

  package static func < (left: ColourDepth, right: ColourDepth) -> Bool {
    left.rawValue < right.rawValue
  }
}
