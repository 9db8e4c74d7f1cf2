extension Value {
  /// The canonical form: an object with one member, named after the kind.
  public var canonical: CanonicalValue {
    let content: CanonicalValue =
      switch self {
      case .label(let label): .string(label.text)
      case .labels(let labels): .array(labels.map { .string($0.text) })
      case .number(let number): .string(number.source)
      case .ranking(let groups):
        .array(groups.map { group in .array(group.map { .string($0.text) }) })
      case .spans(let spans): .array(spans.map { .object($0.canonical) })
      case .boxes(let boxes): .array(boxes.map { .object($0.canonical) })
      case .text(let text): .string(text)
      case .abstained: .boolean(true)
      }
    return .object([kind.rawValue: content])
  }

  /// Reads the canonical form.
  ///
  /// - Returns: nil where the members are not those of a value.
  public init?(canonical: CanonicalValue) {
    guard let object = canonical.object, object.members.count == 1,
      let member = object.members.first,
      let kind = ValueKind(rawValue: member.name),
      let value = Self.read(kind, member.value)
    else { return nil }
    self = value
  }

  private static func read(_ kind: ValueKind, _ content: CanonicalValue) -> Value? {
    switch kind {
    case .label: content.string.map { .label(LabelID($0)) }
    case .text: content.string.map { .text($0) }
    case .number: content.string.flatMap { Number($0) }.map { .number($0) }
    case .abstained: content.boolean == true ? .abstained : nil
    case .labels: labels(content).map { .labels(of: $0) }
    case .ranking: content.array.flatMap { all($0, labels) }.map { .ranking($0) }
    case .spans: content.array.flatMap { all($0) { Span(canonical: $0) } }.map { .spans($0) }
    case .boxes: content.array.flatMap { all($0) { Box(canonical: $0) } }.map { .boxes($0) }
    }
  }

  private static func labels(_ content: CanonicalValue) -> [LabelID]? {
    content.array.flatMap { all($0) { $0.string.map { LabelID($0) } } }
  }

  private static func all<Element>(
    _ values: [CanonicalValue], _ read: (CanonicalValue) -> Element?
  ) -> [Element]? {
    var elements: [Element] = []
    for value in values {
      guard let element = read(value) else { return nil }
      elements.append(element)
    }
    return elements
  }
}

extension CanonicalValue {
  /// An object of these members.
  public static func object(_ members: KeyValuePairs<String, CanonicalValue?>) -> CanonicalValue {
    var object = CanonicalObject()
    for (name, value) in members {
      object[name] = value
    }
    return .object(object)
  }
}

extension Span {
  var canonical: CanonicalObject {
    CanonicalObject([
      "start": .integer(Int64(start)), "end": .integer(Int64(end)), "label": .string(label.text),
    ])
  }

  init?(canonical: CanonicalValue) {
    guard let object = canonical.object, let start = object["start"]?.integer,
      let end = object["end"]?.integer, let label = object["label"]?.string, start <= end
    else { return nil }
    self.init(start: Int(start), end: Int(end), label: LabelID(label))
  }
}

extension Box {
  var canonical: CanonicalObject {
    CanonicalObject([
      "x": .string(x.source), "y": .string(y.source), "width": .string(width.source),
      "height": .string(height.source), "rotation": .string(rotation.source),
      "label": .string(label.text),
    ])
  }

  init?(canonical: CanonicalValue) {
    guard let object = canonical.object, let label = object["label"]?.string else { return nil }
    let names = ["x", "y", "width", "height", "rotation"]
    let numbers = names.compactMap { object[$0]?.string.flatMap { Number($0) } }
    guard numbers.count == names.count else { return nil }
    self.init(
      x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3], rotation: numbers[4],
      label: LabelID(label))
  }
}
