import Domain

/// Goes over sorted records, folds sights of one item into one, and counts repeated ratings.
struct BatchMerge {
  private let file: String
  private let diagnostics: Diagnostics
  private let writer: BatchWriter
  private let questionsOfSets: Set<QuestionID>
  private var counts = BatchCounts()
  private var item: Item?
  private var itemBytes: [UInt8] = []
  private var group: [UInt8] = []

  init(
    file: String, diagnostics: Diagnostics, writer: BatchWriter,
    questionsOfSets: Set<QuestionID>
  ) {
    self.file = file
    self.diagnostics = diagnostics
    self.writer = writer
    self.questionsOfSets = questionsOfSets
  }

  mutating func take(_ entry: SortEntry) throws(InterchangeError) {
    let entryGroup = RecordKey.group(of: entry.key)
    let continues = entryGroup.elementsEqual(group)
    if !continues {
      group.removeAll(keepingCapacity: true)
      group.append(contentsOf: entryGroup)
    }
    if isItem(entry) {
      try takeItem(entry, continues: continues)
    } else {
      try flushItem()
      if continues { reportRepeat(entry) }
      counts.ratings += 1
      try write(entry)
    }
  }

  mutating func finish() throws(InterchangeError) -> BatchCounts {
    try flushItem()
    try writer.finish()
    return counts
  }

  /// The mark of the kind stands after the item's id.
  private func isItem(_ entry: SortEntry) -> Bool {
    let key = entry.key
    var index = 0
    while key[index] != 0 || key[index + 1] != 0 {
      index += key[index] == 0 ? 2 : 1
    }
    return key[index + 2] == 0
  }

  private mutating func takeItem(
    _ entry: SortEntry, continues: Bool
  ) throws(InterchangeError) {
    guard continues, let known = item else {
      try flushItem()
      itemBytes = [UInt8](entry.body)
      item = decoded(entry)
      return
    }
    guard !entry.body.elementsEqual(itemBytes), let sight = decoded(entry) else { return }
    if known.payload == .none, sight.payload != .none {
      item = sight
      itemBytes = [UInt8](entry.body)
    } else if sight.payload != .none, sight.payload != known.payload || sight.slices != known.slices
    {
      diagnostics.report(
        Diagnostic(
          code: .payloadChanged, file: file, line: RecordKey.line(of: entry.key),
          reason: "shows item \(known.id) otherwise than before; the first sight is kept"))
    }
  }

  private mutating func flushItem() throws(InterchangeError) {
    guard item != nil else { return }
    counts.items += 1
    item = nil
    try itemBytes.withUnsafeBufferPointer { bytes throws(InterchangeError) in
      try writer.append(canonical: UnsafeRawBufferPointer(bytes))
    }
  }

  private mutating func reportRepeat(_ entry: SortEntry) {
    guard case .rating(let rating, _)? = record(entry), let annotator = rating.annotator,
      rating.origin != .gold
    else { return }
    counts.repeats += 1
    diagnostics.report(
      Diagnostic(
        code: .repeatedRating, file: file, line: RecordKey.line(of: entry.key),
        reason: "\(annotator) rates item \(rating.unit.item) again under \(rating.unit.question)"))
  }

  private func write(_ entry: SortEntry) throws(InterchangeError) {
    if !questionsOfSets.isEmpty, case .rating(let rating, let ordinal)? = record(entry),
      questionsOfSets.contains(rating.unit.question), case .label(let label) = rating.value
    {
      try writer.append(.rating(rating.with(.labels([label])), ordinal: ordinal))
    } else {
      try writer.append(canonical: entry.body)
    }
  }

  private func decoded(_ entry: SortEntry) -> Item? {
    if case .item(let item)? = record(entry) { item } else { nil }
  }

  private func record(_ entry: SortEntry) -> BatchRecord? {
    let value = try? CanonicalReader.read([UInt8](entry.body))
    return value?.object.flatMap { BatchRecord(canonical: $0) }
  }
}

extension Rating {
  /// The same rating with another value.
  func with(_ value: Value) -> Rating {
    Rating(
      unit: unit, annotator: annotator, value: value, origin: origin, round: round, at: at,
      milliseconds: milliseconds, confidence: confidence, note: note, isFlagged: isFlagged)
  }
}
