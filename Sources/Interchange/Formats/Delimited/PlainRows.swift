import Domain

/// The quick way through a long table: rows without quotes, cut by an index of their delimiters.
///
/// Rows are taken in groups. First the names of all items of a group are hashed and their slots are
/// touched, so that the memory of all of them is under way at once; then the group is looked up. What
/// is out of the ordinary in a row sends that row to the scanner, which reports it.
struct PlainRows {
  private let scanner: RowScanner
  private let index: StructureIndex
  private let width: Int
  private let itemColumn: Int
  private let annotatorColumn: Int
  private let labelColumn: Int
  private let questionColumn: Int?
  private let roundColumn: Int?
  private let timeColumn: Int?
  private let delimiter: UInt8
  private let lineBreak: UInt8

  private static let stretch = 256 * 1024
  private static let group = 64
  private static let largeGroup = 4096

  /// nil where rows need more than this way offers.
  init?(_ scanner: RowScanner) {
    let plan = scanner.plan
    guard plan.item.count == 1, scanner.options.mapping.source == nil, plan.values.count == 1,
      let annotator = plan.annotator, let only = plan.values.first,
      case .cell(let label) = only.content, only.question == nil, plan.columns.count > 1
    else { return nil }
    self.scanner = scanner
    index = StructureIndex(limit: Self.stretch)
    width = plan.columns.count
    itemColumn = plan.item[0]
    annotatorColumn = annotator
    labelColumn = label
    questionColumn = plan.question
    roundColumn = plan.round
    timeColumn = plan.at
    delimiter = scanner.reader.delimiter
    lineBreak = scanner.reader.lineBreak
  }

  /// Reads rows until they end, or, as `scanNext` says, until somebody else must read them.
  func run(
    _ scanNext: () throws(InterchangeError) -> Bool, _ each: (RatingBlock) -> Void
  ) throws(InterchangeError) {
    let keys = UnsafeMutablePointer<InternTable.Key>.allocate(capacity: Self.group)
    defer { keys.deallocate() }
    while true {
      let lines = try scanner.reader.soundLines(limit: Self.stretch)
      guard !lines.isEmpty else {
        guard try scanNext() else { return }
        continue
      }
      guard try run(lines, keys, scanNext, each) else { return }
    }
  }

  /// Reads a stretch of whole lines; false where the table is at its end.
  private func run(
    _ lines: UnsafeRawBufferPointer, _ keys: UnsafeMutablePointer<InternTable.Key>,
    _ scanNext: () throws(InterchangeError) -> Bool, _ each: (RatingBlock) -> Void
  ) throws(InterchangeError) -> Bool {
    guard let base = lines.baseAddress else { return true }
    let reader = scanner.reader
    index.build(lines, delimiter: delimiter, lineBreak: lineBreak)
    var cursor = Cursor(base: base, place: 0, start: 0)
    let movement = reader.movement
    while cursor.place < index.count {
      if scanner.block.count + Self.group > RatingBlock.capacity { scanner.flush(each) }
      let done: Int
      let group: Int
      if let writer = scanner.writer {
        group = Self.largeGroup
        done = write(cursor, writer)
      } else {
        group = Self.group
        done = commit(prepare(cursor, keys), cursor, keys)
      }
      advance(&cursor, rows: done)
      if done == group { continue }
      if cursor.place >= index.count { break }
      guard try scanNext() else { return false }
      reader.endRow()
      guard reader.movement == movement else { return true }
      cursor.start = reader.pointer - base
      while cursor.place < index.count, Int(index.places[cursor.place]) < cursor.start {
        cursor.place += 1
      }
    }
    return true
  }

  /// Where a stretch has been read up to.
  private struct Cursor {
    let base: UnsafeRawPointer
    /// The first place of the index that is not used up.
    var place: Int
    /// The beginning of the row, relative to the stretch.
    var start: Int
  }

  /// Hashes the items of the rows that follow, up to a group or the first row that is not plain.
  private func prepare(
    _ cursor: Cursor, _ keys: UnsafeMutablePointer<InternTable.Key>
  ) -> Int {
    let items = scanner.tables.items
    let places = index.places
    var place = cursor.place
    var start = cursor.start
    var found = 0
    var touched: UInt32 = 0
    while found < Self.group, place &+ width <= index.count, isPlain(cursor.base, place) {
      keys[found] = key(
        itemColumn, Line(base: cursor.base, start: start, place: place), items)
      touched |= items.touch(keys[found])
      start = Int(places[place &+ width &- 1]) &+ 1
      place &+= width
      found &+= 1
    }
    // Keeps the loads above alive: no number has all bits set.
    return touched == .max ? 0 : found
  }

  /// Looks up prepared rows and appends them; stops before the first that needs a closer look.
  private func commit(
    _ found: Int, _ cursor: Cursor, _ keys: UnsafeMutablePointer<InternTable.Key>
  ) -> Int {
    let tables = scanner.tables
    let codes = scanner.codes
    let limit = scanner.options.limits.identifier
    let block = scanner.block
    var count = block.count
    defer { block.count = count }
    var unnamedQuestion: Int32 = -1
    func unnamed() -> Int32 {
      if unnamedQuestion < 0 { unnamedQuestion = scanner.defaultQuestion }
      return unnamedQuestion
    }
    var place = cursor.place
    var start = cursor.start
    for row in 0..<found {
      let line = Line(base: cursor.base, start: start, place: place)
      let annotatorKey = key(annotatorColumn, line, tables.annotators)
      guard keys[row].length > 0, annotatorKey.length > 0 else { return row }
      let item = number(keys[row], tables.items, limit)
      let annotator = number(annotatorKey, tables.annotators, limit)
      let text = number(key(labelColumn, line, codes.raw), codes.raw, limit)
      let question = optional(questionColumn, line, tables.questions, limit)
      let round = optional(roundColumn, line, tables.rounds, limit)
      let time = time(line)
      guard item >= 0, annotator >= 0, text >= 0, question > Self.unreadable,
        round > Self.unreadable, time != Self.noInstant
      else { return row }
      let unit = question >= 0 ? question : unnamed()
      let label = codes.code(text, question: unit)
      if label == LabelCodes.refused { return row }
      if label != LabelCodes.missing {
        block.itemColumn[count] = item
        block.annotatorColumn[count] = annotator
        block.labelColumn[count] = label
        block.questionColumn[count] = unit
        block.roundColumn[count] = round
        block.timeColumn[count] = time
        if time != RatingBlock.noTime { block.hasTimes = true }
        count &+= 1
      }
      start = Int(index.places[place &+ width &- 1]) &+ 1
      place &+= width
    }
    return found
  }

  /// Writes rows by the names of their items; stops before the first that needs a closer look.
  private func write(_ cursor: Cursor, _ writer: PartWriter) -> Int {
    let tables = scanner.tables
    let codes = scanner.codes
    let limit = scanner.options.limits.identifier
    let places = index.places
    let question = scanner.defaultQuestion
    var place = cursor.place
    var start = cursor.start
    var row = 0
    while row < Self.largeGroup, place &+ width <= index.count, isPlain(cursor.base, place) {
      let line = Line(base: cursor.base, start: start, place: place)
      let item = name(itemColumn, line)
      let person = name(annotatorColumn, line)
      guard !item.isEmpty, item.count <= limit, !person.isEmpty else { return row }
      let annotator = number(key(person, tables.annotators), tables.annotators, limit)
      let text = number(key(labelColumn, line, codes.raw), codes.raw, limit)
      let round = optional(roundColumn, line, tables.rounds, limit)
      let time = time(line)
      guard annotator >= 0, text >= 0, round > Self.unreadable, time != Self.noInstant,
        let name = item.baseAddress
      else { return row }
      let label = codes.code(text, question: question)
      if label == LabelCodes.refused { return row }
      if label >= 0 {
        writer.write(name, item.count, annotator: annotator, label: label, time: time)
      }
      start = Int(places[place &+ width &- 1]) &+ 1
      place &+= width
      row &+= 1
    }
    return row
  }

  private func advance(_ cursor: inout Cursor, rows: Int) {
    guard rows > 0 else { return }
    cursor.place += rows * width
    let start = Int(index.places[cursor.place - 1]) + 1
    scanner.reader.skip(bytes: start - cursor.start, lines: rows)
    scanner.countRows(rows)
    cursor.start = start
  }

  /// A row by the index of its delimiters.
  private struct Line {
    let base: UnsafeRawPointer
    let start: Int
    let place: Int
  }

  private static let unreadable: Int32 = -5

  /// Whether the next places are those of a row of the right width without quotes.
  @inline(__always)
  private func isPlain(_ base: UnsafeRawPointer, _ place: Int) -> Bool {
    let places = index.places
    for column in 0..<width &- 1
    where base.load(fromByteOffset: Int(places[place &+ column]), as: UInt8.self) != delimiter {
      return false
    }
    let last = Int(places[place &+ width &- 1])
    return base.load(fromByteOffset: last, as: UInt8.self) == lineBreak
  }

  @inline(__always)
  private func name(_ column: Int, _ line: Line) -> UnsafeRawBufferPointer {
    let places = index.places
    let from = column == 0 ? line.start : Int(places[line.place &+ column &- 1]) &+ 1
    var to = Int(places[line.place &+ column])
    if column == width &- 1, to > from,
      line.base.load(fromByteOffset: to &- 1, as: UInt8.self) == 0x0D
    {
      to &-= 1
    }
    return UnsafeRawBufferPointer(start: line.base + from, count: to &- from)
  }

  @inline(__always)
  private func key(_ name: UnsafeRawBufferPointer, _ table: InternTable) -> InternTable.Key {
    table.key(name.baseAddress.unsafelyUnwrapped, name.count)
  }

  @inline(__always)
  private func key(_ column: Int, _ line: Line, _ table: InternTable) -> InternTable.Key {
    key(name(column, line), table)
  }

  /// The number of a name, or `unreadable`.
  @inline(__always)
  private func number(_ key: InternTable.Key, _ table: InternTable, _ limit: Int) -> Int32 {
    let found = table.find(key)
    if found >= 0 { return found }
    return key.length > limit ? Self.unreadable : table.insert(key)
  }

  /// A row's time, `noTime` where it tells none, `noInstant` where it cannot be read.
  @inline(__always)
  private func time(_ line: Line) -> Int64 {
    guard let timeColumn else { return RatingBlock.noTime }
    let text = name(timeColumn, line)
    guard !text.isEmpty else { return RatingBlock.noTime }
    return PlainInstant.milliseconds(text)
      ?? CellReading.instant(String(decoding: text, as: UTF8.self))?.milliseconds
      ?? Self.noInstant
  }

  private static let noInstant = Int64.min + 1

  /// The number of a name that may be empty or have no column: −1 then.
  @inline(__always)
  private func optional(
    _ column: Int?, _ line: Line, _ table: InternTable, _ limit: Int
  ) -> Int32 {
    guard let column else { return -1 }
    let key = key(column, line, table)
    return key.length == 0 ? -1 : number(key, table, limit)
  }
}
