package import Domain
package import Screen

/// How labels and other values read on a screen: names from the settings, colours by position.
package struct LabelLook: Hashable, Sendable {
  private let names: [LabelID: String]
  private let roles: [LabelID: Role]
  private let places: [LabelID: Int]

  /// O(labels).
  package init(_ configuration: ProjectConfiguration) {
    var names: [LabelID: String] = [:]
    var places: [LabelID: Int] = [:]
    var families: [LabelID: Int] = [:]
    for (place, label) in configuration.labels.enumerated() {
      names[label.id] = label.name
      places[label.id] = place
      if label.parent == nil { families[label.id] = families.count }
    }
    var roles: [LabelID: Role] = [:]
    let last = configuration.labels.count - 1
    for (place, label) in configuration.labels.enumerated() {
      if configuration.task == .preference {
        // From the first answer to the second: two colours, and none for the middle.
        roles[label.id] = 2 * place == last ? .dim : 2 * place < last ? .label1 : .label2
      } else if let family = families[label.parent ?? label.id] {
        roles[label.id] = Role.label(at: family)
      }
    }
    self.names = names
    self.places = places
    self.roles = roles
  }

  package func name(_ label: LabelID) -> SafeText {
    SafeText(names[label] ?? label.text)
  }

  /// The role of a label's stripe, bar and dots.
  package func role(_ label: LabelID) -> Role {
    roles[label] ?? .text
  }

  /// The place in `tiebreak.toml`; labels that are not declared come last.
  package func place(_ label: LabelID) -> Int {
    places[label] ?? .max
  }

  /// The place of a single declared label; nil for any other value.
  package func place(_ value: Value) -> Int? {
    guard case .label(let label) = value else { return nil }
    return places[label]
  }

  /// The role of a value's dots and bars; `text` where it is not a single label.
  package func role(_ value: Value) -> Role {
    switch value {
    case .label(let label): role(label)
    case .labels(let labels) where labels.count == 1: role(labels[0])
    default: .text
    }
  }

  /// Whether a stripe stands before the value's name.
  package func hasStripe(_ value: Value) -> Bool {
    if case .label = value { true } else { false }
  }

  /// A value in words.
  package func text(_ value: Value) -> SafeText {
    switch value {
    case .label(let label): name(label)
    case .labels(let labels):
      labels.isEmpty
        ? "no label" : joined(labels.sorted { place($0) < place($1) }.map(name), by: " + ")
    case .number(let number): SafeText(Self.number(number))
    case .ranking(let groups):
      joined(groups.map { joined($0.map(name), by: " = ") }, by: " > ")
    case .spans(let spans): spans.count == 1 ? "1 span" : "\(spans.count) spans"
    case .boxes(let boxes): boxes.count == 1 ? "1 box" : "\(boxes.count) boxes"
    case .text(let text): SafeText(text)
    case .abstained: "abstained"
    }
  }

  /// An outcome in words, as a toast and a list say it.
  package func text(_ outcome: Outcome) -> SafeText {
    switch outcome {
    case .value(let value): text(value)
    case .noneOfThese: "none of these"
    case .ambiguous: "ambiguous"
    case .notAnnotatable: "not annotatable"
    case .outsideGuideline: "outside the guideline"
    case .escalated: "escalated"
    }
  }

  /// The state of a unit that was ruled on, as a glyph.
  package static func glyph(_ outcome: Outcome) -> SafeText {
    switch outcome {
    case .value: "✓"
    case .noneOfThese: "∅"
    case .ambiguous: "≈"
    case .notAnnotatable: "×"
    case .outsideGuideline: "§"
    case .escalated: "↑"
    }
  }

  /// A number as it was written, with a real minus.
  package static func number(_ number: Number) -> String {
    let text = number.canonicalText
    return text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }

  private func joined(_ texts: [SafeText], by separator: SafeText) -> SafeText {
    var sum = SafeText()
    for (index, text) in texts.enumerated() {
      if index > 0 { sum.append(separator) }
      sum.append(text)
    }
    return sum
  }
}
