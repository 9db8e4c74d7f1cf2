import Domain

/// What becomes of cells that a spreadsheet would run as formulas.
public enum FormulaCells: Sendable {
  /// They are written as they are: what is read back is what was written.
  case exact
  /// Cells that begin with = + - @ TAB CR and are no numbers get a `'` in front.
  case neutralised
}

/// Writes rows of comma-separated cells, LF after each.
public struct TableWriter {
  private let formulas: FormulaCells
  private let sink: ByteSink
  private var buffer: [UInt8] = []
  /// Cells that got a `'` in front.
  public private(set) var neutralised = 0

  private static let flushSize = 64 * 1024

  public init(formulas: FormulaCells, sink: @escaping ByteSink) {
    self.formulas = formulas
    self.sink = sink
  }

  /// Adds a row; it is written sooner or later.
  public mutating func append(row cells: [String]) throws(InterchangeError) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      append(cell, isAlone: cells.count == 1)
    }
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count >= Self.flushSize { try flush() }
  }

  /// Hands over what was not written yet; to be called at the end.
  public mutating func flush() throws(InterchangeError) {
    try buffer.withUnsafeBufferPointer { bytes throws(InterchangeError) in
      if !bytes.isEmpty { try sink(UnsafeRawBufferPointer(bytes)) }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ text: String, isAlone: Bool) {
    var text = text
    if formulas == .neutralised, let first = text.utf8.first, "=+-@\t\r".utf8.contains(first),
      Number(text) == nil
    {
      text = "'" + text
      neutralised += 1
    }
    // Blanks at an end, or alone, are lost to readers that trim.
    let needsQuotes =
      text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
      || text.utf8.first == 0x20 || text.utf8.last == 0x20 || text.utf8.first == 0x09
      || text.utf8.last == 0x09 || text.isEmpty && isAlone
    guard needsQuotes else {
      buffer.append(contentsOf: text.utf8)
      return
    }
    buffer.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { buffer.append(byte) }
      buffer.append(byte)
    }
    buffer.append(UInt8(ascii: "\""))
  }
}
