import Domain

/// Seeded values of every kind, with hostile text, for tests that write and read back.
struct SampleValues {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// SplitMix64 (Steele, Lea and Flood 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  static let texts = [
    "plain", "two words", "comma, quote \" and 'tick'", "line\nbreak", "line\r\nbreak", "\r",
    "tab\there", " blank before", "blank after ", "=1+1", "+cmd", "-x", "@a", "\u{1B}[31mred",
    "\u{202E}txet", "a\u{200B}b", "日本語", "😀👩‍👩‍👧", "é", "e\u{301}", "007", "1E5", "NULL", "a|b",
    "a\\|b",
    "\\", "|", "\u{FEFF}mark", "[]", "{\"x\":1}", "#row", "\u{7F}\u{85}\u{2028}",
  ]

  mutating func text() -> String { pick(Self.texts) }

  mutating func number() -> Number {
    let digits = ["0", "-1", "3.50", "1e-3", "4.857412088705009", "9007199254740993", "-0.25"]
    return Number(pick(digits)) ?? Number(0)
  }

  mutating func label() -> LabelID { LabelID(text()) }

  mutating func labels(_ most: Int) -> [LabelID] {
    (0..<below(most + 1)).map { _ in label() }
  }

  mutating func value() -> Value {
    switch pick(ValueKind.allCases) {
    case .label: .label(label())
    case .labels: .labels(of: labels(4))
    case .number: .number(number())
    case .ranking: .ranking((0..<1 + below(3)).map { _ in [label()] + labels(1) })
    case .spans:
      .spans((0..<below(3)).map { _ in Span(start: below(5), end: 5 + below(9), label: label()) })
    case .boxes:
      .boxes(
        (0..<below(3)).map { _ in
          Box(
            x: number(), y: number(), width: number(), height: number(), rotation: number(),
            label: label())
        })
    case .text: .text(text())
    case .abstained: .abstained
    }
  }

  mutating func rating(item: ItemID, question: QuestionID) -> Rating {
    Rating(
      unit: UnitID(item: item, question: question),
      annotator: below(8) == 0 ? nil : AnnotatorID(text()), value: value(),
      origin: below(6) == 0 ? .model : .person, round: below(3) == 0 ? text() : nil,
      at: below(2) == 0 ? Instant(milliseconds: Int64(below(2_000_000_000)) * 997) : nil,
      milliseconds: below(2) == 0 ? below(10_000_000) : nil,
      confidence: below(3) == 0 ? Number("0.\(1 + below(99))") : nil,
      note: below(2) == 0 ? text() : nil, isFlagged: below(4) == 0)
  }

  mutating func payload() -> Payload {
    switch below(6) {
    case 0: .none
    case 1: .text(text())
    case 2:
      .fields([Field(name: "a", text: text()), Field(name: text() + "!", text: text())])
    case 3: .image(ImageReference(path: "x/y.png", width: nil, height: nil))
    case 4: .pair(ResponsePair(prompt: text(), first: text(), second: text()))
    default:
      .conversation((0..<1 + below(3)).map { _ in Turn(speaker: text(), text: text()) })
    }
  }
}
