/// What a cell is, from which a theme says how it looks.
///
/// Screens draw with roles and never name a colour. A role is its index into the tables of a theme.
package enum Role: UInt8, CaseIterable, Sendable {
  case text
  case dim
  case faint
  case heading
  case title
  case accent
  case selection
  case selectionOff
  case border
  case borderFocus
  case overlay
  case alarm
  case input
  case hintKey
  case hintText
  case label1
  case label2
  case label3
  case label4
  case label5
  case label6
  case label7
  case label8
  case heat0
  case heat1
  case heat2
  case heat3
  case heat4
  case heat5
  case heat6
  case good
  case warn
  case bad
  case info
  case mark
  case match
  case hostile
  case diffAdd
  case diffRemove

  /// The name in theme files and golden screens: `label.1`, `selection.off`.
  package var name: String { Self.names[Int(rawValue)] }

  /// The role with a name.
  package init?(name: String) {
    guard let index = Self.names.firstIndex(of: name) else { return nil }
    self = Self.allCases[index]
  }

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

  private static let names = [
    "text", "dim", "faint", "heading", "title", "accent", "selection", "selection.off", "border",
    "border.focus", "overlay", "alarm", "input", "hint.key", "hint.text", "label.1", "label.2",
    "label.3", "label.4", "label.5", "label.6", "label.7", "label.8", "heat.0", "heat.1",
    "heat.2", "heat.3", "heat.4", "heat.5", "heat.6", "good", "warn", "bad", "info", "mark",
    "match", "hostile", "diff.add", "diff.remove",
  ]
}
