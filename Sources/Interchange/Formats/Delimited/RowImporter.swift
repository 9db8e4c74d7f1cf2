import Domain

/// Turns the rows of a table into items and ratings.
struct RowImporter {
  private let reader: RowReader
  private let plan: ColumnPlan
  private let options: ImportOptions
  private let values: ValueReader
  private let sink: any ImportSink
  private var ordinal = 0
  private var rowNumber = 0

  /// Composed ids above this length are replaced by their digest.
  private static let composedLimit = 200

  init(
    _ reader: RowReader, plan: ColumnPlan, options: ImportOptions, sink: any ImportSink
  ) {
    self.reader = reader
    self.plan = plan
    self.options = options
    self.sink = sink
    values = ValueReader(options)
  }

  /// Reads all rows after the header.
  mutating func run() throws(InterchangeError) {
    while try reader.next() {
      rowNumber += 1
      guard reader.cellCount == plan.columns.count else {
        reader.refuse(
          .ragged, "\(reader.cellCount) cells where the header has \(plan.columns.count)")
        continue
      }
      try importRow()
    }
  }

  /// What all ratings of a row share.
  private struct Shared {
    var annotator: AnnotatorID?
    var question: QuestionID?
    var round: String?
    var at: Instant?
    var milliseconds: Int?
    var confidence: Number?
    var note: String?
    var isFlagged = false
  }

  private mutating func importRow() throws(InterchangeError) {
    guard let id = itemID(), let shared = shared() else { return }
    var ratings: [Rating] = []
    var isRefused = false
    for column in plan.values {
      let question =
        column.question.map { QuestionID($0) } ?? shared.question ?? .label
      switch value(column, question) {
      case .missing: break
      case .refused(let code, let reason):
        reader.refuse(code, cell: column.column, reason)
        isRefused = true
      case .value(let value):
        let annotator = column.annotator.map { AnnotatorID($0) } ?? shared.annotator
        ratings.append(
          Rating(
            unit: UnitID(item: id, question: question), annotator: annotator, value: value,
            round: shared.round, at: shared.at, milliseconds: shared.milliseconds,
            confidence: shared.confidence, note: shared.note, isFlagged: shared.isFlagged))
      }
    }
    if isRefused, ratings.isEmpty { return }
    let item = Item(
      id: id, payload: payload(), slices: plan.slices.map(slice), source: options.mapping.source)
    try sink.receive(.item(item), line: reader.line)
    for rating in ratings {
      try sink.receive(.rating(rating, ordinal: ordinal), line: reader.line)
      ordinal += 1
    }
  }

  private func itemID() -> ItemID? {
    var text: String
    if plan.item.isEmpty {
      text = String(rowNumber)
    } else if plan.item.count == 1 {
      text = reader.text(plan.item[0])
    } else {
      text = CellReading.composed(plan.item.map { reader.text($0) })
      if text.utf8.count > Self.composedLimit {
        text = "sha256:" + options.digest(Array(text.utf8)).hex
      }
    }
    guard plan.item.isEmpty || plan.item.contains(where: { !reader.isEmpty($0) }) else {
      reader.refuse(.emptyItem, cell: plan.item[0], "the row names no item")
      return nil
    }
    if let source = options.mapping.source { text = "\(source):\(text)" }
    return accepted(text, plan.item.first) ? ItemID(text) : nil
  }

  private func shared() -> Shared? {
    var shared = Shared()
    if let column = plan.annotator {
      let name = reader.text(column)
      guard !name.isEmpty else {
        reader.refuse(.emptyAnnotator, cell: column, "the row does not say who rated")
        return nil
      }
      guard accepted(name, column) else { return nil }
      shared.annotator = AnnotatorID(name)
    }
    if let column = plan.question, !reader.isEmpty(column) {
      let name = reader.text(column)
      guard accepted(name, column) else { return nil }
      shared.question = QuestionID(name)
    }
    if let column = plan.round, !reader.isEmpty(column) {
      let name = reader.text(column)
      guard accepted(name, column) else { return nil }
      shared.round = name
    }
    if let column = plan.note, !reader.isEmpty(column) { shared.note = reader.text(column) }
    return timed(&shared) ? shared : nil
  }

  /// Reads time, duration, confidence and flag; false where one of them cannot be read.
  private func timed(_ shared: inout Shared) -> Bool {
    if let column = plan.at, !reader.isEmpty(column) {
      shared.at = CellReading.instant(reader.text(column))
      guard shared.at != nil else {
        reader.refuse(.notATime, cell: column, "a time is expected here, as 2026-01-31T12:00:00Z")
        return false
      }
    }
    if let column = plan.seconds, !reader.isEmpty(column) {
      shared.milliseconds = CellReading.milliseconds(reader.text(column))
      guard shared.milliseconds != nil else {
        reader.refuse(.notANumber, cell: column, "a number of seconds is expected here")
        return false
      }
    }
    if let column = plan.confidence, !reader.isEmpty(column) {
      shared.confidence = Number(reader.text(column))
      guard shared.confidence != nil else {
        reader.refuse(.notANumber, cell: column, "a number is expected here")
        return false
      }
    }
    if let column = plan.flag {
      guard let flagged = CellReading.truth(reader.text(column)) else {
        reader.refuse(.notABoolean, cell: column, "yes or no is expected here")
        return false
      }
      shared.isFlagged = flagged
    }
    return true
  }

  private func accepted(_ text: String, _ column: Int?) -> Bool {
    guard text.utf8.count > options.limits.identifier else { return true }
    reader.refuse(
      .idTooLong, cell: column,
      "a name of \(text.utf8.count) bytes; "
        + "\(options.limits.identifier) are the most one may have")
    return false
  }

  private func value(_ column: ValueColumn, _ question: QuestionID) -> ValueReader.Outcome {
    switch column.content {
    case .cell(let index): return values.read(reader.text(index), question: question)
    case .oneHot(let form, let columns):
      var set: [LabelID] = []
      for column in columns {
        guard let isSet = CellReading.truth(reader.text(column.column)) else {
          return .refused(.notABoolean, "\(plan.columns[column.column]) is neither 0 nor 1")
        }
        if isSet { set.append(LabelID(column.label)) }
      }
      return OneHotValue.read(set, form, question, values)
    }
  }

  private func slice(_ column: Int) -> Slice {
    Slice(key: plan.columns[column], value: reader.text(column))
  }

  private func payload() -> Payload {
    switch plan.payload {
    case .none: .none
    case .text(let column): reader.isEmpty(column) ? .none : .text(reader.text(column))
    case .image(let column):
      reader.isEmpty(column)
        ? .none : .image(ImageReference(path: reader.text(column), width: nil, height: nil))
    case .fields(let columns):
      .fields(columns.map { Field(name: plan.columns[$0], text: reader.text($0)) })
    case .pair(let prompt, let first, let second):
      .pair(
        ResponsePair(
          prompt: reader.text(prompt), first: reader.text(first), second: reader.text(second)))
    case .conversation(let columns):
      .conversation(
        columns.filter { !reader.isEmpty($0) }
          .map { Turn(speaker: plan.columns[$0], text: reader.text($0)) })
    }
  }
}
