/// Reads a long table by its items' names, in several stretches at the same time where the file
/// allows it.
///
/// Every stretch begins with a whole row and has codes and findings of its own; they are put together
/// in file order, so that the result does not depend on how many stretches there were. A quote
/// anywhere makes it one stretch again, because a quoted cell may hold line breaks.
struct PartedTable {
  let reader: RowReader
  let plan: ColumnPlan
  let options: ImportOptions
  let diagnostics: Diagnostics
  let parting: Parting

  /// Ratings of a part that are grouped in the cache, about 30 bytes a row.
  private static let bytesOfPart = 1_500_000
  private static let largestPartCount = 256

  /// nil where the table is not of the kind; nothing was read then.
  func read(_ source: ByteSource) throws(InterchangeError) -> PartedRatings? {
    let scanner = RowScanner(reader, plan: plan, options: options)
    guard scanner.isPlain else { return nil }
    reader.endRow()
    if let (file, size) = source.regularFile, size > reader.offset, !diagnostics.keepsRows {
      let ranges = try cut(file, reader.offset..<size)
      if ranges.count > 1, let ratings = try read(file, ranges) { return ratings }
    }
    let size = source.regularFile?.size ?? .max
    let writer = makeWriter(size, seed: seed(scanner))
    _ = try scanner.run(into: writer, stopsAtQuotes: false)
    return PartedRatings([(scanner.tables, writer)])
  }

  private func seed(_ identity: AnyObject) -> UInt64 {
    UInt64(UInt(bitPattern: ObjectIdentifier(identity).hashValue)) &* 0x9E37_79B9_7F4A_7C15
  }

  private func makeWriter(_ size: Int, seed: UInt64) -> PartWriter {
    let wanted = size / Self.bytesOfPart
    var count = 4
    while count < wanted, count < Self.largestPartCount { count *= 2 }
    return PartWriter(partCount: count, hasTimes: plan.at != nil, seed: seed)
  }

  /// Ranges that end with a line break each, the last one with the file.
  private func cut(
    _ file: RawFile, _ whole: Range<Int>
  ) throws(InterchangeError) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = whole.lowerBound
    let length = max(1, parting.stretch(whole.count))
    for number in 1..<max(parting.limit, 1) {
      let border = whole.lowerBound + length * number
      guard border < whole.upperBound else { break }
      guard border > start else { continue }
      guard let end = try lineEnd(file, from: border - 1, below: whole.upperBound) else { break }
      ranges.append(start..<end)
      start = end
    }
    if start < whole.upperBound { ranges.append(start..<whole.upperBound) }
    return ranges
  }

  /// The place after the first line break that is not before `start`.
  private func lineEnd(
    _ file: RawFile, from start: Int, below end: Int
  ) throws(InterchangeError) -> Int? {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 8)
    defer { room.deallocate() }
    var position = start
    while position < end {
      let count = try file.read(into: room, at: position)
      guard count > 0 else { return nil }
      let bytes = UnsafeRawBufferPointer(rebasing: room[..<count])
      if let found = RowParser.index(of: reader.lineBreak, in: bytes, from: 0) {
        return min(position + found + 1, end)
      }
      position += count
    }
    return nil
  }

  /// What came of one stretch.
  private enum Outcome {
    case read(RatingTables, PartWriter, Diagnostics, lines: Int)
    case quoted
    case failed(InterchangeError)
  }

  /// nil where a stretch met a quote.
  private func read(
    _ file: RawFile, _ ranges: [Range<Int>]
  ) throws(InterchangeError) -> PartedRatings? {
    let size = ranges.reduce(0) { $0 + $1.count }
    let seed = seed(reader)
    var outcomes = Array(repeating: Outcome.quoted, count: ranges.count)
    outcomes.withUnsafeMutableBufferPointer { outcomes in
      parting.concurrently(ranges.count) { number in
        outcomes[number] = readStretch(file, ranges[number], makeWriter(size, seed: seed))
      }
    }
    var stretches: [(RatingTables, PartWriter)] = []
    for outcome in outcomes {
      switch outcome {
      case .failed(let error): throw error
      case .quoted: return nil
      case .read(let tables, let writer, _, _): stretches.append((tables, writer))
      }
    }
    var lines = reader.lineCount
    for case .read(_, _, let findings, let count) in outcomes {
      diagnostics.take(findings, afterLine: lines)
      lines += count
    }
    return PartedRatings(stretches)
  }

  private func readStretch(_ file: RawFile, _ range: Range<Int>, _ writer: PartWriter) -> Outcome {
    do throws(InterchangeError) {
      let findings = Diagnostics(likeFor: diagnostics)
      let part = try RowReader(
        part: ByteSource(file: file, part: range), like: reader, diagnostics: findings)
      let scanner = RowScanner(part, plan: plan, options: options)
      guard try scanner.run(into: writer, stopsAtQuotes: true) == .ofRows else { return .quoted }
      part.endRow()
      return .read(scanner.tables, writer, findings, lines: part.lineCount)
    } catch {
      return .failed(error)
    }
  }
}
