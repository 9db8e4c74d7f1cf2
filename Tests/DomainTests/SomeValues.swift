import Domain
import Testing

/// Values and records of every kind, hostile text among them.
enum SomeValues {
  static let hostile = "e\u{301}\u{202E}\u{1B}[31m\r\n\"\\\u{0}末"

  static func ofEveryKind() throws -> [Value] {
    let box = Box(
      x: try #require(Number("36.25")), y: Number(0), width: Number(10), height: Number(3),
      label: LabelID("Car"))
    return [
      .label(LabelID(hostile)), .labels(of: [LabelID("b"), LabelID("a"), LabelID("b")]),
      .labels([]), .number(try #require(Number("4.50"))),
      .ranking([[LabelID("a")], [LabelID("b"), LabelID("c")]]),
      .spans([Span(start: 0, end: 4, label: LabelID("X"))]), .spans([]), .boxes([box]),
      .text(hostile), .abstained,
    ]
  }

  static func records() throws -> [BatchRecord] {
    let payloads: [Payload] = [
      .none, .text(hostile), .fields([Field(name: "premise", text: "a")]),
      .image(ImageReference(path: "a.png", width: 4, height: nil)),
      .pair(ResponsePair(prompt: "p", first: "a", second: "b")),
      .conversation([Turn(speaker: "user", text: "hi")]),
    ]
    let items = payloads.enumerated().map { index, payload in
      BatchRecord.item(
        Item(
          id: ItemID("i\(index)"), payload: payload,
          slices: [Slice(key: "lang", value: "en"), Slice(key: "a", value: hostile)], source: "s"))
    }
    let ratings = try ofEveryKind().enumerated().map { index, value in
      BatchRecord.rating(
        Rating(
          unit: UnitID(item: ItemID("i\(index)"), question: QuestionID("q")),
          annotator: index == 3 ? nil : AnnotatorID("18153321702395861849"), value: value,
          origin: Origin.allCases[index % 3], round: index == 1 ? "2" : nil,
          at: Instant(milliseconds: 5), milliseconds: 1200, confidence: Number(1), note: hostile,
          isFlagged: index == 2),
        ordinal: index)
    }
    return items + ratings
  }
}
