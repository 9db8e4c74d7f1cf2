extension Role {
  /// How the role reads without any colour; glyphs, digits and names carry the rest.
  package var reading: TextAttributes {
    switch self {
    case .dim, .faint, .border, .heat0: .dim
    case .heading, .accent, .borderFocus, .hintKey, .heat4, .heat5, .warn, .bad, .mark, .diffAdd:
      .bold
    case .title: [.bold, .underline]
    case .selection, .match, .hostile: .reverse
    case .selectionOff, .input: .underline
    case .alarm, .heat6: [.reverse, .bold]
    case .diffRemove: [.dim, .underline]
    case .text, .overlay, .hintText, .label1, .label2, .label3, .label4, .label5, .label6,
      .label7, .label8, .heat1, .heat2, .heat3, .good, .info:
      []
    }
  }

  /// Whether others on this ground keep only their attributes where there is no colour.
  package var isFlatReading: Bool { self == .selection }

  /// What is added where there are sixteen colours or fewer and greys cannot be told apart.
  var coarseAttributes: TextAttributes {
    switch self {
    case .dim, .faint, .border, .hintText: .dim
    case .title, .heading: .bold
    default: []
    }
  }
}
