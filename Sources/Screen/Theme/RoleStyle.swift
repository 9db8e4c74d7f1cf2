/// What a theme says about one role; what it leaves out comes from what lies beneath.
package struct RoleStyle: Hashable, Sendable {
  /// Foreground and background for one colour depth.
  package struct Pair: Hashable, Sendable {
    package let foreground: Colour?
    package let background: Colour?

    package init(_ foreground: Colour?, _ background: Colour?) {
      self.foreground = foreground
      self.background = background
    }
  }

  package let direct: Pair
  package let palette: Pair
  package let sixteen: Pair
  package let attributes: TextAttributes
  /// Whether other roles on this ground keep only their attributes.
  package let isFlat: Bool

  package init(
    direct: Pair, palette: Pair, sixteen: Pair, attributes: TextAttributes, isFlat: Bool
  ) {
    self.direct = direct
    self.palette = palette
    self.sixteen = sixteen
    self.attributes = attributes
    self.isFlat = isFlat
  }

  /// The colours for a depth; none where there is no colour.
  package func pair(at depth: ColourDepth) -> Pair {
    switch depth {
    case .mono: Pair(nil, nil)
    case .eight, .sixteen: sixteen
    case .palette: palette
    case .direct: direct
    }
  }
}
