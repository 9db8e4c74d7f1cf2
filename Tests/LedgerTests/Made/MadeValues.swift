import Domain

/// One outcome of every kind, and one value of every kind, some too large to stand in a line.
enum MadeValues {
  static let outcomes: [Outcome] =
    values.map { .value($0) } + [
      .noneOfThese, .ambiguous, .notAnnotatable, .outsideGuideline, .escalated,
    ]

  static let values: [Value] = [
    .label(LabelID("car")),
    .label(LabelID("")),
    .labels(of: [LabelID("van"), LabelID("car"), LabelID("Å")]),
    .labels([]),
    .number(number("-12.50")),
    .number(number("9007199254740993")),
    .ranking([[LabelID("b")], [LabelID("a"), LabelID("c")]]),
    .spans([]),
    .spans([Span(start: 3, end: 17, label: LabelID("PER"))]),
    .boxes([
      Box(
        x: number("0.1"), y: number("2"), width: number("33.333333"), height: number("1e1"),
        label: LabelID("person"))
    ]),
    .text("words of their own\u{2028}\u{0B}\u{1F}"),
    .text(String(repeating: "long ", count: 2000)),
    .abstained,
  ]

  private static func number(_ text: String) -> Number {
    Number(text) ?? Number(0)
  }
}
