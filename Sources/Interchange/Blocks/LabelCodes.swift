import Domain

/// What the raw texts of label cells stand for in a block, decided once for each distinct text.
final class LabelCodes {
  static let missing: Int32 = -2
  static let refused: Int32 = -3
  private static let unknown: Int32 = -4

  let raw = InternTable()
  private let labels: InternTable
  private let questions: InternTable
  private let values: ValueReader
  /// By question where questions differ in what is expected of them, or else one list.
  private var codes: [[Int32]] = [[]]

  init(_ tables: RatingTables, _ options: ImportOptions) {
    labels = tables.labels
    questions = tables.questions
    values = ValueReader(options)
  }

  /// A label's number, `RatingBlock.abstained`, `missing` or `refused`.
  @inline(__always)
  func code(_ text: Int32, question: Int32) -> Int32 {
    let list = values.dependsOnQuestion ? Int(question) : 0
    if list < codes.count, Int(text) < codes[list].count {
      let code = codes[list][Int(text)]
      if code != Self.unknown { return code }
    }
    return decide(text, question, list)
  }

  /// The reading of a text again, for the reason of its refusal.
  func outcome(_ text: Int32, question: Int32) -> ValueReader.Outcome {
    values.read(raw[text], question: QuestionID(questions[question]))
  }

  /// The number of a value that does not stand in one cell.
  func code(_ outcome: ValueReader.Outcome) -> Int32 {
    switch outcome {
    case .missing: return Self.missing
    case .refused: return Self.refused
    case .value(let value):
      guard let name = value.blockText else { return RatingBlock.abstained }
      return labels.number(for: name)
    }
  }

  var reader: ValueReader { values }

  @inline(never)
  private func decide(_ text: Int32, _ question: Int32, _ list: Int) -> Int32 {
    while codes.count <= list { codes.append([]) }
    let code = code(outcome(text, question: question))
    while codes[list].count <= Int(text) { codes[list].append(Self.unknown) }
    codes[list][Int(text)] = code
    return code
  }
}
