import CJSON
import Domain
import Glibc

/// Reads a table row by row. Rows that are no rows are reported and passed over.
///
/// A broken quote costs the line on which it opened, not what follows: reading goes on with the next
/// line.
final class RowReader {
  let path: String
  private let window: ByteWindow
  private let parser: RowParser
  private let limits: Limits
  private let diagnostics: Diagnostics
  private var cells: [RowParser.Cell] = []
  private var unescaped: [UInt8] = []
  private var rowLength = 0
  private var nextLine = 1

  /// Where the row begins, counted from 1.
  private(set) var line = 1

  init(
    _ source: ByteSource, delimiter: UInt8, limits: Limits, diagnostics: Diagnostics
  ) throws(InterchangeError) {
    path = source.path
    self.limits = limits
    self.diagnostics = diagnostics
    window = try ByteWindow(source, limit: limits.record)
    if window.bytes.starts(with: Encoding.byteOrderMark) { window.consume(3) }
    parser = RowParser(
      delimiter: delimiter, lineBreak: Self.lineBreak(of: window.bytes),
      columnLimit: limits.columns)
  }

  /// Reads part of a file that begins with a whole row; lines are counted from the part's first.
  init(
    part source: ByteSource, like whole: RowReader, diagnostics: Diagnostics
  ) throws(InterchangeError) {
    path = source.path
    limits = whole.limits
    self.diagnostics = diagnostics
    window = try ByteWindow(source, limit: limits.record)
    parser = whole.parser
  }

  /// A file whose first line break is a lone carriage return breaks its lines so.
  static func lineBreak(of bytes: UnsafeRawBufferPointer) -> UInt8 {
    let feed = RowParser.index(of: 0x0A, in: bytes, from: 0)
    guard let back = RowParser.index(of: 0x0D, in: bytes, from: 0) else { return 0x0A }
    if let feed, feed < back { return 0x0A }
    let isPair = back + 1 < bytes.count && bytes[back + 1] == 0x0A
    return isPair ? 0x0A : 0x0D
  }

  var cellCount: Int { cells.count }

  /// The row as it stands, with its line break.
  var raw: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: window.pointer, count: rowLength)
  }

  /// The bytes of a cell, unescaped; good until the next cell is asked for. Eight bytes after them
  /// are readable.
  func withCell<Result>(_ index: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let cell = cells[index]
    let bytes = UnsafeRawBufferPointer(
      start: window.pointer + cell.start, count: cell.end - cell.start)
    guard cell.isEscaped else { return body(bytes) }
    unescaped.removeAll(keepingCapacity: true)
    var isSecond = false
    for byte in bytes {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if !isSecond { unescaped.append(byte) }
    }
    let count = unescaped.count
    unescaped.append(contentsOf: repeatElement(0, count: 8))
    return unescaped.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
  }

  func text(_ index: Int) -> String {
    withCell(index) { String(decoding: $0, as: UTF8.self) }
  }

  func isEmpty(_ index: Int) -> Bool { cells[index].start == cells[index].end }

  /// The place of a cell in its line, in bytes counted from 1.
  func column(of index: Int) -> Int {
    let start = cells[index].start
    let before = UnsafeRawBufferPointer(start: window.pointer, count: start)
    let lineStart = before.lastIndex(of: parser.lineBreak).map { $0 + 1 } ?? 0
    return start - lineStart + (cells[index].isQuoted ? 0 : 1)
  }

  /// Goes to the next row; false at the end.
  func next() throws(InterchangeError) -> Bool {
    endRow()
    while true {
      let isLast = window.isComplete
      switch parser.parse(window.bytes, isLast: isLast, into: &cells) {
      case .row(let length):
        if length == 0 { return false }
        rowLength = length
        line = nextLine
        if isBlank { endRow() } else if isSound() { return true } else { endRow() }
      case .incomplete(let openQuote):
        // Once the end of the file is known the same bytes may well be a row.
        if !isLast, try window.fill() || window.isComplete { continue }
        try passOver(openQuote)
      case .textAfterQuote(let opened, let at):
        refuseQuote(
          .textAfterQuote, opened, from: at,
          "after a closing quote there stands more than the end of the cell")
      case .tooManyColumns:
        try passLine(.tooManyColumns, "the row has more than \(limits.columns) cells")
      }
    }
  }

  /// Reports a refusal about the row that stands.
  func refuse(_ code: DiagnosticCode, cell: Int? = nil, _ reason: String) {
    diagnostics.report(
      Diagnostic(
        code: code, file: path, line: line, column: cell.map { column(of: $0) } ?? 0,
        reason: reason, excerpt: cell.map { withCell($0) { Excerpt.text(of: $0) } } ?? ""),
      row: raw)
  }

  private var isBlank: Bool {
    cells.count == 1 && cells[0].start == cells[0].end && !cells[0].isQuoted
  }

  /// Leaves the row that stands behind.
  func endRow() {
    guard rowLength > 0 else { return }
    nextLine += lines(in: raw)
    window.consume(rowLength)
    rowLength = 0
  }

  /// Whole lines from here on that are UTF-8 without NUL, at most so many bytes; empty where the next
  /// line must be read by `next`. Good until `next` is called and `movement` changes.
  func soundLines(limit: Int) throws(InterchangeError) -> UnsafeRawBufferPointer {
    endRow()
    if window.count < limit { _ = try window.fill() }
    let bytes = UnsafeRawBufferPointer(rebasing: window.bytes.prefix(limit))
    guard let base = bytes.baseAddress, let last = bytes.lastIndex(of: parser.lineBreak) else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    let count = last + 1
    let isSound =
      memchr(base, 0, count) == nil
      && tb_utf8_valid(base.assumingMemoryBound(to: UInt8.self), count) != 0
    return UnsafeRawBufferPointer(start: base, count: isSound ? count : 0)
  }

  /// Passes over rows that somebody else has read from `soundLines`.
  func skip(bytes: Int, lines: Int) {
    window.consume(bytes)
    nextLine += lines
  }

  /// Where the next row begins, in bytes from the beginning of the source.
  var offset: Int { window.consumed + rowLength }
  /// Lines that were left behind.
  var lineCount: Int { nextLine - 1 }

  /// Whether the line that comes next holds a quote, or is too long to tell.
  func nextLineHasQuote() throws(InterchangeError) -> Bool {
    endRow()
    if window.lineLength(ending: parser.lineBreak) == nil { _ = try window.fill() }
    let length = window.lineLength(ending: parser.lineBreak)
    guard length != nil || window.isComplete else { return true }
    let line = UnsafeRawBufferPointer(rebasing: window.bytes.prefix(length ?? window.count))
    return RowParser.index(of: UInt8(ascii: "\""), in: line, from: 0) != nil
  }

  /// Changes when the bytes of `soundLines` have moved.
  var movement: Int { window.movement }
  /// Where the next row begins.
  var pointer: UnsafeRawPointer { window.pointer }
  var delimiter: UInt8 { parser.delimiter }
  var lineBreak: UInt8 { parser.lineBreak }

  private func lines(in bytes: UnsafeRawBufferPointer) -> Int {
    var count = 0
    for byte in bytes where byte == parser.lineBreak { count += 1 }
    return count
  }

  /// UTF-8 without NUL.
  private func isSound() -> Bool {
    let bytes = raw
    if let index = RowParser.index(of: 0, in: bytes, from: 0) {
      refuse(.nulByte, at: index, "the row holds a NUL byte")
      return false
    }
    let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    guard tb_utf8_valid(start, bytes.count) == 0 else { return true }
    refuse(.notUTF8, at: UTF8Check.firstBad(in: bytes) ?? 0, "the row is not UTF-8")
    return false
  }

  private func refuse(_ code: DiagnosticCode, at index: Int, _ reason: String) {
    let bytes = raw
    let before = UnsafeRawBufferPointer(rebasing: bytes[..<index])
    let lineStart = before.lastIndex(of: parser.lineBreak).map { $0 + 1 } ?? 0
    let around = UnsafeRawBufferPointer(rebasing: bytes[max(lineStart, index - 12)...].prefix(40))
    diagnostics.report(
      Diagnostic(
        code: code, file: path, line: line + lines(in: before), column: index - lineStart + 1,
        reason: reason, excerpt: Excerpt.text(of: around)),
      row: bytes)
  }

  private func passOver(_ openQuote: Int?) throws(InterchangeError) {
    guard let openQuote else {
      return try passLine(.tooLong, "the row is longer than \(limits.record) bytes")
    }
    let reason =
      window.isFull
      ? "the quote that opens here is not closed within \(limits.record) bytes"
      : "the quote that opens here is never closed"
    refuseQuote(.unclosedQuote, openQuote, from: openQuote, reason)
  }

  /// Refuses the row up to the end of the line on which the quote opened, and goes on after it.
  private func refuseQuote(
    _ code: DiagnosticCode, _ open: Int, from place: Int, _ reason: String
  ) {
    let bytes = window.bytes
    let end = RowParser.index(of: parser.lineBreak, in: bytes, from: open).map { $0 + 1 }
    rowLength = end ?? bytes.count
    line = nextLine
    if place < rowLength {
      refuse(code, at: place, reason)
    } else {
      refuse(code, at: open, reason)
    }
    endRow()
  }

  /// Refuses a row that cannot be held or cut, up to the next line break, wherever that is.
  private func passLine(_ code: DiagnosticCode, _ reason: String) throws(InterchangeError) {
    line = nextLine
    diagnostics.report(
      Diagnostic(
        code: code, file: path, line: line, reason: reason,
        excerpt: Excerpt.text(of: window.bytes)),
      row: UnsafeRawBufferPointer(rebasing: window.bytes.prefix(Diagnostics.refusedRowLimit)))
    while true {
      if let length = window.lineLength(ending: parser.lineBreak) {
        window.consume(length + 1)
        nextLine += 1
        return
      }
      window.consume(window.count)
      guard try window.fill() else { return }
    }
  }
}
