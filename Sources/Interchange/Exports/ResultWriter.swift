import Domain

/// Spells ratings and gold as Label Studio's annotations.
struct ResultWriter {
  /// The item's text where it is one, by which spans are placed.
  private let scalars: [Unicode.Scalar]?

  init(payload: Payload) {
    if case .text(let text) = payload {
      scalars = Array(text.unicodeScalars)
    } else {
      scalars = nil
    }
  }

  func annotation(_ group: AnnotationGroup) -> JSONText {
    let rating = group.first
    var members: [JSONText.Member] = []
    if let annotator = rating.annotator {
      let name = rating.origin == .model ? "model_version" : "completed_by"
      members.append(.init(name, .string(annotator.text)))
    }
    members.append(
      .init("result", .array(group.ratings.flatMap { results($0.unit.question, $0.value) })))
    members.append(
      .init("questions", .array(group.ratings.map { .string($0.unit.question.text) })))
    members.append(.init("was_cancelled", .boolean(group.isAbstained)))
    if rating.origin != .model {
      members.append(.init("ground_truth", .boolean(rating.origin == .gold)))
    }
    append(rating.at, rating.note, to: &members)
    if let milliseconds = rating.milliseconds {
      members.append(.init("lead_time", .digits(Decimals.seconds(milliseconds))))
    }
    if let confidence = rating.confidence {
      members.append(
        .init(rating.origin == .model ? "score" : "confidence", number(confidence)))
    }
    if let round = rating.round { members.append(.init("round", .string(round))) }
    if rating.isFlagged { members.append(.init("flagged", true)) }
    return .object(members)
  }

  /// nil where there is no value to write.
  func annotation(_ gold: GoldRow) -> JSONText? {
    guard let value = gold.value, gold.source != .single, gold.source != .unanimous else {
      return nil
    }
    var members: [JSONText.Member] = [
      .init("result", .array(results(gold.unit.question, value))),
      .init("questions", .array([.string(gold.unit.question.text)])),
      .init("was_cancelled", .boolean(value == .abstained)), .init("ground_truth", true),
    ]
    append(gold.at, gold.rationale, to: &members)
    return .object(members)
  }

  private func append(_ at: Instant?, _ note: String?, to members: inout [JSONText.Member]) {
    if let at {
      members.append(.init("created_at", .string(at.text)))
      members.append(.init("updated_at", .string(at.text)))
    }
    if let note { members.append(.init("comments", [["text": .string(note)]])) }
  }

  private func results(_ question: QuestionID, _ value: Value) -> [JSONText] {
    switch value {
    case .label(let label):
      [result(question, "choices", ["choices": [.string(label.text)]])]
    case .labels(let labels):
      [result(question, "choices", ["choices": names(labels)])]
    case .number(let amount): [result(question, "number", ["number": number(amount)])]
    case .ranking(let groups):
      [
        result(
          question, "ranker",
          [
            "ranker": .array(
              groups.map { $0.count == 1 ? .string($0[0].text) : names($0) })
          ])
      ]
    case .spans(let spans):
      spans.isEmpty
        ? [result(question, "labels", ["labels": []])]
        : spans.map { result(question, "labels", span($0)) }
    case .boxes(let boxes):
      boxes.isEmpty
        ? [result(question, "rectanglelabels", ["rectanglelabels": []])]
        : boxes.map { result(question, "rectanglelabels", box($0)) }
    case .text(let text): [result(question, "textarea", ["text": [.string(text)]])]
    case .abstained: []
    }
  }

  private func result(_ question: QuestionID, _ type: String, _ value: JSONText) -> JSONText {
    ["from_name": .string(question.text), "type": .string(type), "value": value]
  }

  private func names(_ labels: [LabelID]) -> JSONText {
    .array(labels.map { .string($0.text) })
  }

  /// Label Studio counts UTF-16 code units; without the text there is nothing to count by.
  private func span(_ span: Span) -> JSONText {
    guard let scalars, span.start >= 0, span.end <= scalars.count else {
      return [
        "start": .integer(span.start), "end": .integer(span.end),
        "labels": names([span.label]),
      ]
    }
    let before = scalars[..<span.start].reduce(0) { $0 + UTF16.width($1) }
    let marked = scalars[span.start..<span.end]
    let length = marked.reduce(0) { $0 + UTF16.width($1) }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: marked)
    return [
      "start": .integer(before), "end": .integer(before + length),
      "text": .string(String(text)), "labels": names([span.label]),
    ]
  }

  private func box(_ box: Box) -> JSONText {
    [
      "x": number(box.x), "y": number(box.y), "width": number(box.width),
      "height": number(box.height), "rotation": number(box.rotation),
      "rectanglelabels": names([box.label]),
    ]
  }

  /// Digits, or a string where a binary number could not hold the amount.
  private func number(_ number: Number) -> JSONText {
    let digits = Decimals.shortest(number.double)
    return Number(digits) == number ? .digits(digits) : .string(number.source)
  }
}
