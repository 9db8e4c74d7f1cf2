/// How every role looks, at every colour depth.
package struct Theme: Hashable, Sendable {
  package let name: String
  private let styles: [RoleStyle]

  /// A theme from one style for each role, in the order of `Role.allCases`.
  init(name: String, styles: [RoleStyle]) {
    precondition(styles.count == Role.allCases.count, "a theme has a style for every role")
    self.name = name
    self.styles = styles
  }

  /// Attributes and glyphs alone: what every theme becomes where there is no colour.
  package static let plain = Theme(
    name: "mono",
    styles: Role.allCases.map {
      let none = RoleStyle.Pair(nil, nil)
      return RoleStyle(
        direct: none, palette: none, sixteen: none, attributes: $0.reading,
        isFlat: $0.isFlatReading)
    })

  /// What the theme says about a role.
  package subscript(role: Role) -> RoleStyle { styles[Int(role.rawValue)] }

  /// The same theme on the terminal's own background.
  package func leavingGround() -> Theme {
    let text = self[.text]
    var changed = styles
    changed[Int(Role.text.rawValue)] = RoleStyle(
      direct: .init(text.direct.foreground, nil), palette: .init(text.palette.foreground, nil),
      sixteen: .init(text.sixteen.foreground, nil), attributes: text.attributes,
      isFlat: text.isFlat)
    return Theme(name: name, styles: changed)
  }

  /// How a role looks on a ground.
  package func style(
    of role: Role, on ground: Ground, _ added: Attributes = [], at depth: ColourDepth
  ) -> Style {
    let theme = depth == .mono ? Theme.plain : self
    var style = theme.groundStyle(ground, at: depth)
    theme.lay(role, on: ground, over: &style, at: depth)
    if added.contains(.bold) { style.attributes.insert(.bold) }
    if added.contains(.underline) { style.attributes.insert(.underline) }
    if added.contains(.chip) { style.attributes.formSymmetricDifference(.reverse) }
    return depth == .eight ? style.inEightColours : style
  }

  private func groundStyle(_ ground: Ground, at depth: ColourDepth) -> Style {
    let page = self[.text].pair(at: depth)
    guard ground != .text else {
      return Style(
        foreground: page.foreground ?? .standard, background: page.background ?? .standard)
    }
    let pair = self[ground.role].pair(at: depth)
    var attributes = self[ground.role].attributes
    if depth == .sixteen || depth == .eight { attributes.formUnion(ground.role.coarseAttributes) }
    return Style(
      foreground: pair.foreground ?? page.foreground ?? .standard,
      background: pair.background ?? page.background ?? .standard, attributes: attributes)
  }

  private func lay(
    _ asked: Role, on ground: Ground, over style: inout Style, at depth: ColourDepth
  ) {
    let role = ground == .selection ? asked.steppedUp : asked
    guard role != .text else { return }
    let own = self[role]
    let pair = own.pair(at: depth)
    let isFlat = ground != .text && self[ground.role].isFlat
    if let foreground = pair.foreground, !isFlat || pair.background != nil {
      style.foreground = foreground
    }
    if let background = pair.background { style.background = background }
    var attributes = own.attributes
    if depth == .sixteen || depth == .eight { attributes.formUnion(role.coarseAttributes) }
    if ground == .selection { attributes.remove(.dim) }
    // Reversed on reversed ground has to stand out from it again.
    if attributes.contains(.reverse), style.attributes.contains(.reverse) {
      attributes.remove(.reverse)
      style.attributes.remove(.reverse)
    }
    style.attributes.formUnion(attributes)
  }
}

extension Style {
  /// The same look where bright colours do not exist: a bright foreground becomes bold.
  fileprivate var inEightColours: Style {
    var style = self
    if case .indexed(let index) = foreground, index > 7 {
      style.foreground = .indexed(index - 8)
      style.attributes.insert(.bold)
    }
    if case .indexed(let index) = background, index > 7 { style.background = .indexed(index - 8) }
    if style.foreground == style.background { style.foreground = .indexed(0) }
    return style
  }
}
