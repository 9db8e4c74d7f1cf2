/// What a cell lies on: the background that its role leaves visible.
package enum Ground: UInt8, CaseIterable, Sendable {
  case text
  case title
  case selection
  case selectionOff
  case overlay
  case alarm
  case input

  /// The role of the same name, which holds the ground's colours in a theme.
  package var role: Role {
    switch self {
    case .text: .text
    case .title: .title
    case .selection: .selection
    case .selectionOff: .selectionOff
    case .overlay: .overlay
    case .alarm: .alarm
    case .input: .input
    }
  }
}
