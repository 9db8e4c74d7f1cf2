import Domain

/// Turns the rows of a table into blocks of numbers.
///
/// Only what agreement needs is read: item, annotator, question, round, time and value. Plain rows of
/// long tables go through `PlainRows`; all others are cut by the reader.
final class RowScanner {
  let tables = RatingTables()
  let reader: RowReader
  let plan: ColumnPlan
  let options: ImportOptions
  let codes: LabelCodes
  let block = RatingBlock()
  /// Takes the ratings instead of blocks, where the table is read part by part.
  private(set) var writer: PartWriter?
  private var rowNumber = 0
  /// The number of the question of tables that name none.
  private(set) lazy var defaultQuestion = tables.questions.number(for: QuestionID.label.text)
  private var fixedAnnotators: [Int32] = []
  private var fixedQuestions: [Int32] = []

  init(_ reader: RowReader, plan: ColumnPlan, options: ImportOptions) {
    self.reader = reader
    self.plan = plan
    self.options = options
    codes = LabelCodes(tables, options)
    for column in plan.values {
      fixedAnnotators.append(
        column.annotator.map { tables.annotators.number(for: $0) } ?? RatingBlock.anonymous)
      fixedQuestions.append(column.question.map { tables.questions.number(for: $0) } ?? -1)
    }
  }

  /// Reads all rows after the header, handing over every block that is full and the last one.
  func run(_ each: (RatingBlock) -> Void) throws(InterchangeError) {
    if let plain = PlainRows(self) {
      try plain.run({ () throws(InterchangeError) in try scanNext(each) }, each)
    } else {
      while try scanNext(each) {}
    }
    flush(each)
  }

  /// Whether the rows of this table can be read by `run(into:stopsAtQuotes:)`: item, annotator and
  /// label stand in a cell each, and there is one question.
  var isPlain: Bool {
    PlainRows(self) != nil && plan.question == nil
  }

  /// How reading ended.
  enum End {
    case ofRows
    /// A line holds a quote: a row may go on beyond its line, and beyond the stretch.
    case atQuote
  }

  /// Reads all rows that the reader has, by the names of their items.
  ///
  /// - Precondition: `isPlain`.
  func run(
    into writer: PartWriter, stopsAtQuotes: Bool
  ) throws(InterchangeError) -> End {
    guard let plain = PlainRows(self) else { return .ofRows }
    self.writer = writer
    defer { self.writer = nil }
    var end = End.ofRows
    try plain.run(
      { () throws(InterchangeError) in
        if stopsAtQuotes, try reader.nextLineHasQuote() {
          end = .atQuote
          return false
        }
        let isThere = try scanNext { _ in }
        moveBlock(to: writer)
        return isThere
      }, { _ in })
    return end
  }

  /// Hands rows over that were read one by one.
  private func moveBlock(to writer: PartWriter) {
    for row in 0..<block.count where block.labelColumn[row] >= 0 {
      tables.items.withBytes(of: block.itemColumn[row]) { name in
        guard let start = name.baseAddress else { return }
        writer.write(
          start, name.count, annotator: block.annotatorColumn[row], label: block.labelColumn[row],
          time: block.timeColumn[row])
      }
    }
    block.count = 0
    block.hasTimes = false
  }

  /// Reads the next row by the reader; false at the end.
  func scanNext(_ each: (RatingBlock) -> Void) throws(InterchangeError) -> Bool {
    guard try reader.next() else { return false }
    rowNumber += 1
    guard reader.cellCount == plan.columns.count else {
      reader.refuse(.ragged, "\(reader.cellCount) cells where the header has \(plan.columns.count)")
      return true
    }
    if block.count + plan.values.count > RatingBlock.capacity { flush(each) }
    scanRow()
    return true
  }

  /// Rows that `PlainRows` has read.
  func countRows(_ count: Int) {
    rowNumber += count
  }

  func flush(_ each: (RatingBlock) -> Void) {
    guard block.count > 0 else { return }
    tables.ratings += block.count
    each(block)
    block.count = 0
    block.hasTimes = false
  }

  private func scanRow() {
    guard let item = item() else { return }
    var annotator = RatingBlock.anonymous
    if let column = plan.annotator {
      guard !reader.isEmpty(column) else {
        return reader.refuse(.emptyAnnotator, cell: column, "the row does not say who rated")
      }
      guard let found = number(of: column, in: tables.annotators) else { return }
      annotator = found
    }
    var question: Int32 = -1
    if let column = plan.question, !reader.isEmpty(column) {
      guard let found = number(of: column, in: tables.questions) else { return }
      question = found
    }
    var round = RatingBlock.noRound
    if let column = plan.round, !reader.isEmpty(column) {
      guard let found = number(of: column, in: tables.rounds) else { return }
      round = found
    }
    var time = RatingBlock.noTime
    if let column = plan.at, !reader.isEmpty(column) {
      guard let instant = CellReading.instant(reader.text(column)) else {
        return reader.refuse(
          .notATime, cell: column, "a time is expected here, as 2026-01-31T12:00:00Z")
      }
      time = instant.milliseconds
    }
    for (index, column) in plan.values.enumerated() {
      var asked = fixedQuestions[index] >= 0 ? fixedQuestions[index] : question
      if asked < 0 { asked = defaultQuestion }
      guard let label = label(column, asked) else { continue }
      append(
        item: item, annotator: fixedAnnotators[index] >= 0 ? fixedAnnotators[index] : annotator,
        label: label, question: asked, round: round, time: time)
    }
  }

  @inline(__always)
  func append(
    item: Int32, annotator: Int32, label: Int32, question: Int32, round: Int32, time: Int64
  ) {
    let row = block.count
    block.itemColumn[row] = item
    block.annotatorColumn[row] = annotator
    block.labelColumn[row] = label
    block.questionColumn[row] = question
    block.roundColumn[row] = round
    block.timeColumn[row] = time
    if time != RatingBlock.noTime { block.hasTimes = true }
    block.count = row &+ 1
  }

  private func item() -> Int32? {
    if plan.item.count == 1, options.mapping.source == nil {
      guard !reader.isEmpty(plan.item[0]) else { return emptyItem() }
      return number(of: plan.item[0], in: tables.items)
    }
    guard plan.item.isEmpty || plan.item.contains(where: { !reader.isEmpty($0) }) else {
      return emptyItem()
    }
    var text: String
    switch plan.item.count {
    case 0: text = String(rowNumber)
    case 1: text = reader.text(plan.item[0])
    default: text = CellReading.composed(plan.item.map { reader.text($0) })
    }
    if let source = options.mapping.source { text = "\(source):\(text)" }
    guard text.utf8.count < InternTable.lengthLimit else {
      return tooLong(plan.item.first, text.utf8.count)
    }
    return tables.items.number(for: text)
  }

  private func emptyItem() -> Int32? {
    reader.refuse(.emptyItem, cell: plan.item[0], "the row names no item")
    return nil
  }

  private func label(_ column: ValueColumn, _ question: Int32) -> Int32? {
    let code: Int32
    let outcome: ValueReader.Outcome
    switch column.content {
    case .cell(let index):
      guard let text = number(of: index, in: codes.raw) else { return nil }
      code = codes.code(text, question: question)
      if code != LabelCodes.refused { return code == LabelCodes.missing ? nil : code }
      outcome = codes.outcome(text, question: question)
    case .oneHot(let form, let columns):
      outcome = oneHot(form, columns, question)
      code = codes.code(outcome)
    }
    if case .refused(let diagnostic, let reason) = outcome {
      reader.refuse(diagnostic, cell: column.column, reason)
    }
    return code == LabelCodes.refused || code == LabelCodes.missing ? nil : code
  }

  private func oneHot(
    _ form: OneHot.Form, _ columns: [OneHotColumn], _ question: Int32
  ) -> ValueReader.Outcome {
    var set: [LabelID] = []
    for column in columns {
      guard let isSet = CellReading.truth(reader.text(column.column)) else {
        return .refused(.notABoolean, "\(plan.columns[column.column]) is neither 0 nor 1")
      }
      if isSet { set.append(LabelID(column.label)) }
    }
    return OneHotValue.read(set, form, QuestionID(tables.questions[question]), codes.reader)
  }

  private func number(of column: Int, in table: InternTable) -> Int32? {
    let length = reader.withCell(column) { $0.count }
    let isLabel = table === codes.raw
    guard length <= (isLabel ? InternTable.lengthLimit - 1 : options.limits.identifier) else {
      return tooLong(column, length)
    }
    return reader.withCell(column) { bytes in
      guard let start = bytes.baseAddress else { return table.number(for: "") }
      return table.intern(table.key(start, bytes.count))
    }
  }

  private func tooLong(_ column: Int?, _ length: Int) -> Int32? {
    reader.refuse(
      .idTooLong, cell: column,
      "a name of \(length) bytes; \(options.limits.identifier) are the most one may have")
    return nil
  }
}
