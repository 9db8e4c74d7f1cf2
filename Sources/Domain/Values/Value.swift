/// What an annotator said about a unit, or an adjudicator ruled.
///
/// `abstained` (asked and declined) is a value; missing (never asked) is the absence of a rating.
/// An empty list of regions is a value too: "there is nothing here".
public enum Value: Hashable, Sendable {
  case label(LabelID)
  /// Labels in byte order, each once; use `labels(of:)` to make one.
  case labels([LabelID])
  case number(Number)
  /// Best first; labels in one group are tied.
  case ranking([[LabelID]])
  case spans([Span])
  case boxes([Box])
  case text(String)
  case abstained

  /// A label set in its canonical order.
  public static func labels(of labels: some Sequence<LabelID>) -> Value {
    .labels(Set(labels).sorted())
  }

  /// Two free texts are the same value where their bytes are.
  public static func == (left: Value, right: Value) -> Bool {
    switch (left, right) {
    case (.label(let a), .label(let b)): a == b
    case (.labels(let a), .labels(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    case (.ranking(let a), .ranking(let b)): a == b
    case (.spans(let a), .spans(let b)): a == b
    case (.boxes(let a), .boxes(let b)): a == b
    case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
    case (.abstained, .abstained): true
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    switch self {
    case .label(let label): hasher.combine(label)
    case .labels(let labels): hasher.combine(labels)
    case .number(let number): hasher.combine(number)
    case .ranking(let groups): hasher.combine(groups)
    case .spans(let spans): hasher.combine(spans)
    case .boxes(let boxes): hasher.combine(boxes)
    case .text(let text): hasher.combine(Identifier<Never>(text))
    case .abstained: break
    }
  }

  /// Which kind of value this is.
  public var kind: ValueKind {
    switch self {
    case .label: .label
    case .labels: .labels
    case .number: .number
    case .ranking: .ranking
    case .spans: .spans
    case .boxes: .boxes
    case .text: .text
    case .abstained: .abstained
    }
  }

  /// The labels that occur in the value, each once, in byte order.
  public var mentionedLabels: [LabelID] {
    switch self {
    case .label(let label): [label]
    case .labels(let labels): labels
    case .ranking(let groups): Set(groups.joined()).sorted()
    case .spans(let spans): Set(spans.map(\.label)).sorted()
    case .boxes(let boxes): Set(boxes.map(\.label)).sorted()
    case .number, .text, .abstained: []
    }
  }
}

/// The kinds of value, named as in files.
public enum ValueKind: String, Sendable, CaseIterable {
  case label
  case labels
  case number
  case ranking
  case spans
  case boxes
  case text
  case abstained
}
