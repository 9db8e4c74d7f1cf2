extension ClauseText {
  /// The members that a clause has in the log. Lists that may be absent are never empty.
  public var canonical: CanonicalObject {
    CanonicalObject([
      "title": .string(title), "statement": .string(statement),
      "labels": .array(labels.map { .string($0.text) }),
      "examples": Self.list(examples.map(\.canonical)),
      "counter_examples": Self.list(counterExamples.map(\.canonical)),
      "born": Self.list(bornFrom.map { .integer(Int64($0)) }),
    ])
  }

  /// Reads back what `canonical` writes, and nothing else.
  public init?(canonical: CanonicalObject) {
    guard let title = canonical["title"]?.string, let statement = canonical["statement"]?.string,
      let labels = canonical["labels"]?.array,
      let examples = Self.examples(canonical["examples"]),
      let counterExamples = Self.examples(canonical["counter_examples"])
    else { return nil }
    self.init(
      title: title, labels: labels.compactMap { $0.string.map { LabelID($0) } },
      statement: statement, examples: examples, counterExamples: counterExamples,
      bornFrom: (canonical["born"]?.array ?? []).compactMap { $0.integer.map { Int($0) } })
    guard self.canonical == canonical else { return nil }
  }

  private static func list(_ values: [CanonicalValue]) -> CanonicalValue? {
    values.isEmpty ? nil : .array(values)
  }

  private static func examples(_ value: CanonicalValue?) -> [ClauseExample]? {
    guard let value else { return [] }
    guard let values = value.array, !values.isEmpty else { return nil }
    let examples = values.compactMap { ClauseExample(canonical: $0) }
    return examples.count == values.count ? examples : nil
  }
}

extension ClauseExample {
  /// `item` and `question` are there or not, both.
  public var canonical: CanonicalValue {
    .object([
      "text": .string(text), "item": unit.map { .string($0.item.text) },
      "question": unit.map { .string($0.question.text) },
    ])
  }

  /// - Returns: nil for every spelling but the one that `canonical` gives.
  public init?(canonical: CanonicalValue) {
    guard let object = canonical.object, let text = object["text"]?.string else { return nil }
    var unit: UnitID?
    if let item = object["item"]?.string, let question = object["question"]?.string {
      unit = UnitID(item: ItemID(item), question: QuestionID(question))
    }
    self.init(text, unit: unit)
    guard self.canonical == canonical else { return nil }
  }
}
