import Domain

/// Reads the rows of our own tables.
struct OwnRows {
  private let reader: RowReader
  private let options: ImportOptions
  private let sink: any ImportSink
  private let places: [String: Int]
  private var ordinal = 0

  init(
    _ reader: RowReader, columns: [String], options: ImportOptions, sink: any ImportSink
  ) {
    self.reader = reader
    self.options = options
    self.sink = sink
    places = Dictionary(uniqueKeysWithValues: zip(columns, columns.indices))
  }

  mutating func run() throws(InterchangeError) {
    while try reader.next() {
      guard reader.cellCount == places.count else {
        reader.refuse(.ragged, "\(reader.cellCount) cells where the header has \(places.count)")
        continue
      }
      guard isSound(), let rating = rating() else { continue }
      try sink.receive(
        .item(Item(id: rating.unit.item, payload: .none, source: options.mapping.source)),
        line: reader.line)
      try sink.receive(.rating(rating, ordinal: ordinal), line: reader.line)
      ordinal += 1
    }
  }

  /// Whether ids are there and short enough; reports where they are not.
  private func isSound() -> Bool {
    guard let item = places["item"], !reader.isEmpty(item) else {
      reader.refuse(.emptyItem, cell: places["item"], "the row names no item")
      return false
    }
    for name in ["item", "question", "annotator", "round"] {
      guard let text = text(name), text.utf8.count > options.limits.identifier else { continue }
      reader.refuse(.idTooLong, cell: places[name], "a name of \(text.utf8.count) bytes")
      return false
    }
    return true
  }

  /// nil for rows without a value or with that of a model of annotators, and for rows that are refused.
  private func rating() -> Rating? {
    // What models of annotators say is no gold, wherever it comes back.
    guard let word = text("kind"), text("source") != GoldSource.model.rawValue else { return nil }
    guard let kind = ValueKind(rawValue: word),
      let value = ValueText.value(text("label") ?? "", kind)
    else {
      return refused(.badValue, "label", "is no value of the kind \(Excerpt.text(of: word))")
    }
    guard let origin = places["origin"] == nil ? .gold : Origin(rawValue: text("origin") ?? "")
    else { return refused(.badValue, "origin", "person, model, gold or trial is expected here") }
    guard let rest = rest() else { return nil }
    let item = text("item") ?? ""
    let source = options.mapping.source.map { "\($0):" } ?? ""
    return Rating(
      unit: UnitID(
        item: ItemID(source + item),
        question: text("question").map { QuestionID($0) } ?? .label),
      annotator: text("annotator").map { AnnotatorID($0) }, value: value, origin: origin,
      round: text("round"), at: rest.at, milliseconds: rest.milliseconds,
      confidence: rest.confidence, note: text("note"), isFlagged: text("flagged") == "1")
  }

  private struct Rest {
    var at: Instant?
    var milliseconds: Int?
    var confidence: Number?
  }

  private func rest() -> Rest? {
    var rest = Rest()
    if let text = text("at") {
      rest.at = Instant(text)
      if rest.at == nil { return refused(.notATime, "at", "a time is expected here") }
    }
    if let text = text("seconds") {
      rest.milliseconds = CellReading.milliseconds(text)
      if rest.milliseconds == nil {
        return refused(.notANumber, "seconds", "a number of seconds is expected here")
      }
    }
    if let text = text("confidence") {
      rest.confidence = Number(text)
      if rest.confidence == nil {
        return refused(.notANumber, "confidence", "a number is expected here")
      }
    }
    return rest
  }

  private func refused<Nothing>(
    _ code: DiagnosticCode, _ column: String, _ reason: String
  ) -> Nothing? {
    reader.refuse(code, cell: places[column], reason)
    return nil
  }

  /// A cell's text; nil where the column is missing or the cell is empty.
  private func text(_ name: String) -> String? {
    guard let place = places[name], !reader.isEmpty(place) else { return nil }
    return reader.text(place)
  }
}
