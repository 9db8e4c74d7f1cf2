import Glibc

/// Cuts one row into cells. Strict: a quote opens only at the beginning of a cell, and nothing but
/// the end of the cell stands after the one that closes it.
struct RowParser {
  /// Where a cell stands, relative to the beginning of the row, without its quotes.
  struct Cell {
    let start: Int
    let end: Int
    let isQuoted: Bool
    /// Whether quotes are doubled in it.
    let isEscaped: Bool
  }

  enum Outcome {
    /// A row of so many bytes, with its line break.
    case row(length: Int)
    /// There is no end in sight; `openQuote` is where a quote stands open.
    case incomplete(openQuote: Int?)
    case textAfterQuote(opened: Int, at: Int)
    case tooManyColumns
  }

  let delimiter: UInt8
  let lineBreak: UInt8
  let columnLimit: Int

  private static let quote = UInt8(ascii: "\"")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Parses the row at the beginning of `bytes` into `cells`, which is emptied first.
  ///
  /// - Parameter isLast: whether nothing follows the bytes, so that their end ends the row.
  func parse(_ bytes: UnsafeRawBufferPointer, isLast: Bool, into cells: inout [Cell]) -> Outcome {
    cells.removeAll(keepingCapacity: true)
    var position = 0
    while true {
      guard cells.count < columnLimit else { return .tooManyColumns }
      let end: Int
      if position < bytes.count, bytes[position] == Self.quote {
        switch quoted(bytes, from: position, isLast: isLast) {
        case .cell(let cell, let next):
          cells.append(cell)
          end = next
        case .failure(let outcome): return outcome
        }
      } else {
        guard let found = plainEnd(bytes, from: position, isLast: isLast) else {
          return .incomplete(openQuote: nil)
        }
        end = found
        cells.append(plain(bytes, position, end))
      }
      if end >= bytes.count { return .row(length: bytes.count) }
      guard bytes[end] == delimiter else {
        return .row(length: endOfBreak(bytes, end) + 1)
      }
      position = end + 1
    }
  }

  private enum Quoted {
    case cell(Cell, next: Int)
    case failure(Outcome)
  }

  private func quoted(_ bytes: UnsafeRawBufferPointer, from open: Int, isLast: Bool) -> Quoted {
    var position = open + 1
    var isEscaped = false
    while true {
      guard let close = Self.index(of: Self.quote, in: bytes, from: position) else {
        return .failure(.incomplete(openQuote: open))
      }
      let next = close + 1
      if next < bytes.count, bytes[next] == Self.quote {
        isEscaped = true
        position = next + 1
        continue
      }
      if next >= bytes.count, !isLast { return .failure(.incomplete(openQuote: open)) }
      let cell = Cell(start: open + 1, end: close, isQuoted: true, isEscaped: isEscaped)
      if next >= bytes.count || bytes[next] == delimiter || bytes[next] == lineBreak {
        return .cell(cell, next: next)
      }
      if bytes[next] == Self.carriageReturn {
        if next + 1 >= bytes.count, !isLast { return .failure(.incomplete(openQuote: open)) }
        if next + 1 >= bytes.count || bytes[next + 1] == lineBreak {
          return .cell(cell, next: next)
        }
      }
      return .failure(.textAfterQuote(opened: open, at: next))
    }
  }

  private func plain(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Cell {
    // A carriage return before the line break, or at the very end, belongs to the break.
    let isRowEnd = end >= bytes.count || bytes[end] == lineBreak
    let trimmed = isRowEnd && end > start && bytes[end - 1] == Self.carriageReturn ? end - 1 : end
    return Cell(start: start, end: trimmed, isQuoted: false, isEscaped: false)
  }

  private func plainEnd(_ bytes: UnsafeRawBufferPointer, from start: Int, isLast: Bool) -> Int? {
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      if byte == delimiter || byte == lineBreak { return position }
      position += 1
    }
    return isLast ? bytes.count : nil
  }

  /// The line break itself, where `position` is on it or on a carriage return before it.
  private func endOfBreak(_ bytes: UnsafeRawBufferPointer, _ position: Int) -> Int {
    let next = position + 1
    let isPair = bytes[position] != lineBreak && next < bytes.count && bytes[next] == lineBreak
    return isPair ? next : position
  }

  static func index(
    of byte: UInt8, in bytes: UnsafeRawBufferPointer, from start: Int
  ) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }
}
