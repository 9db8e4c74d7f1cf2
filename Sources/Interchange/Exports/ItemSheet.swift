public import Domain

/// Items for annotators as a table: a row an item, with what it shows, and cells for the answer. The
/// format `csv` reads it back.
public struct ItemSheet {
  /// What the cells for the answer hold already.
  public struct Blank: Hashable, Sendable {
    /// nil where the table is about the plain question.
    public var question: QuestionID?
    /// nil where answers are in no round of their own.
    public var round: String?
    /// A row for each of them; none: one row an item, with an empty cell for whoever answers.
    public var annotators: [AnnotatorID]

    public init(
      question: QuestionID? = nil, round: String? = nil, annotators: [AnnotatorID] = []
    ) {
      self.question = question == .label ? nil : question
      self.round = round
      self.annotators = annotators
    }
  }

  /// What does not come back.
  public static let losses = [
    "what items show: the project knows it",
    "the columns of fields with the same name, but the first",
  ]

  private let blank: Blank
  private let columns: [String]
  private var writer: TableWriter

  /// Cells that were changed because a spreadsheet would have run them.
  public var neutralised: Int { writer.neutralised }

  /// Writes the header.
  ///
  /// - Parameter items: all that will be appended: their fields are the columns.
  public init(
    _ items: [Item], blank: Blank, formulas: FormulaCells = .exact, sink: @escaping ByteSink
  ) throws(InterchangeError) {
    var columns: [String] = []
    var known: Set<LabelID> = []
    for item in items {
      for name in Self.names(item.payload) where known.insert(LabelID(name)).inserted {
        columns.append(name)
      }
    }
    self.blank = blank
    self.columns = columns
    writer = TableWriter(formulas: formulas, sink: sink)
    var header = ["item"]
    if blank.question != nil { header.append("question") }
    header += columns.map(Self.heading)
    if blank.round != nil { header.append("round") }
    try writer.append(row: header + ["annotator", "label"])
  }

  public mutating func append(_ item: Item) throws(InterchangeError) {
    let shown = Self.fields(item.payload)
    for annotator in blank.annotators.isEmpty ? [nil] : blank.annotators.map(Optional.some) {
      var row = [item.id.text]
      if let question = blank.question { row.append(question.text) }
      row += columns.map { column in
        shown.first { $0.name.utf8.elementsEqual(column.utf8) }?.text ?? ""
      }
      if let round = blank.round { row.append(round) }
      try writer.append(row: row + [annotator?.text ?? "", ""])
    }
  }

  /// Hands what is left to the sink.
  public mutating func finish() throws(InterchangeError) {
    try writer.flush()
  }

  /// The columns that an item fills: two items with the same look alike in a table.
  public static func names(_ payload: Payload) -> [String] {
    var known: Set<LabelID> = []
    return fields(payload).map(\.name).filter { known.insert(LabelID($0)).inserted }
  }

  private static func fields(_ payload: Payload) -> [Field] {
    switch payload {
    case .none: []
    case .text(let text): [Field(name: "text", text: text)]
    case .fields(let fields): fields
    case .image(let image): [Field(name: "image", text: image.path)]
    case .pair(let pair):
      [
        Field(name: "prompt", text: pair.prompt), Field(name: "answer1", text: pair.first),
        Field(name: "answer2", text: pair.second),
      ]
    case .conversation:
      [Field(name: "conversation", text: TaskDataWriter.data(payload).text())]
    }
  }

  /// A field that is called as a column of the answer is would be taken for it.
  private static func heading(_ field: String) -> String {
    let roles: [ColumnRole] = [
      .item, .annotator, .label, .question, .round, .at, .seconds, .note, .confidence, .flag,
    ]
    let name = field.lowercased()
    let isTaken = roles.contains { ($0.aliases + $0.lateAliases).contains(name) }
    return isTaken ? "shown: " + field : field
  }
}
