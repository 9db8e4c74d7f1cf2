/// What a cell is, from which a theme says how it looks.
///
/// Screens draw with roles and never name a colour. The raw name is the one in theme files.
package enum Role: String, CaseIterable, Sendable {
  case text
  case dim
  case faint
  case heading
  case title
  case accent
  case selection
  case selectionOff = "selection.off"
  case border
  case borderFocus = "border.focus"
  case overlay
  case alarm
  case input
  case hintKey = "hint.key"
  case hintText = "hint.text"
  case label1 = "label.1"
  case label2 = "label.2"
  case label3 = "label.3"
  case label4 = "label.4"
  case label5 = "label.5"
  case label6 = "label.6"
  case label7 = "label.7"
  case label8 = "label.8"
  case heat0 = "heat.0"
  case heat1 = "heat.1"
  case heat2 = "heat.2"
  case heat3 = "heat.3"
  case heat4 = "heat.4"
  case heat5 = "heat.5"
  case heat6 = "heat.6"
  case good
  case warn
  case bad
  case info
  case mark
  case match
  case hostile
  case diffAdd = "diff.add"
  case diffRemove = "diff.remove"

  /// The eight label colours, in the order in which labels get them.
  package static let labels: [Role] = [
    .label1, .label2, .label3, .label4, .label5, .label6, .label7, .label8,
  ]

  /// The heat ramp, from calm to hot.
  package static let heat: [Role] = [
    .heat0, .heat1, .heat2, .heat3, .heat4, .heat5, .heat6,
  ]

  /// The role of the label at a place in the project's configuration, counted from zero.
  ///
  /// Colours are never reused: from the ninth label on names alone tell them apart.
  package static func label(at index: Int) -> Role {
    labels.indices.contains(index) ? labels[index] : .text
  }

  /// The place of a heat role on its ramp, 0 to 6.
  package var heatStep: Int? { Role.heat.firstIndex(of: self) }

  /// Whether this is one of the eight label colours.
  package var isLabel: Bool { Role.labels.contains(self) }

  /// The role one rung brighter, in which a quiet role is read on a selection.
  package var steppedUp: Role {
    switch self {
    case .faint: .dim
    case .dim, .heading, .hintText: .text
    default: self
    }
  }
}
