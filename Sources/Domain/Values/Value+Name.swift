extension Value {
  /// How it is named in a table of labels: a label by its id, a label set with `, ` between its
  /// labels, a number in its canonical form, everything else by its canonical text.
  public var name: String {
    switch self {
    case .label(let label): label.text
    case .number(let number): number.canonicalText
    case .labels(let labels): labels.map(\.text).joined(separator: ", ")
    default: Canonical.text(canonical)
    }
  }
}
