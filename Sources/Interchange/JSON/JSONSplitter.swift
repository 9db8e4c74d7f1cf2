/// Cuts a JSON text into the elements of its outermost array, or into the values of JSON Lines, in
/// bounded memory and whatever the depth; what is inside an element is somebody else's to judge.
final class JSONSplitter {
  /// An element's bytes, good until the next is asked for; `ByteWindow.padding` bytes follow them.
  struct Element {
    let bytes: UnsafeRawBufferPointer
    let line: Int
    /// Bytes from the beginning of the line, counted from 1.
    let column: Int
  }

  private enum State {
    case start
    /// In the outermost array, before its first element.
    case opened
    case afterElement
    case betweenLines
    case closed
  }

  private let path: String
  private let window: ByteWindow
  private let limits: Limits
  private let diagnostics: Diagnostics
  private var state = State.start
  private var pending = 0
  private var line = 1
  private var column = 1

  init(
    _ source: ByteSource, limits: Limits, diagnostics: Diagnostics
  ) throws(InterchangeError) {
    path = source.path
    self.limits = limits
    self.diagnostics = diagnostics
    window = try ByteWindow(source, limit: limits.record)
    if window.bytes.starts(with: Encoding.byteOrderMark) { window.consume(3) }
  }

  /// The next element that can be held, or nil at the end.
  func next() throws(InterchangeError) -> Element? {
    take(pending)
    pending = 0
    while try isBeforeElement() {
      if let element = try element() { return element }
    }
    return nil
  }

  /// The next element that can be read, with its value; what cannot be read is refused and passed
  /// over.
  func next(
    _ reader: JSONReader
  ) throws(InterchangeError) -> (element: Element, value: JSONNode)? {
    while let element = try next() {
      do throws(JSONReader.Refusal) {
        return (element, try reader.read(element.bytes))
      } catch {
        refuse(element, error.code, error.reason)
      }
    }
    return nil
  }

  /// Reports a refusal about an element.
  func refuse(_ element: Element, _ code: DiagnosticCode, _ reason: String) {
    report(code, element.line, element.column, reason, element.bytes)
  }

  /// Passes over white space and punctuation; false where no element follows.
  private func isBeforeElement() throws(InterchangeError) -> Bool {
    while let byte = try peek() {
      switch (state, byte) {
      case (.start, UInt8(ascii: "[")):
        take(1)
        state = .opened
      case (.opened, UInt8(ascii: "]")), (.afterElement, UInt8(ascii: "]")):
        take(1)
        state = .closed
      case (.afterElement, UInt8(ascii: ",")):
        take(1)
        guard let next = try peek(), next != UInt8(ascii: "]"), next != UInt8(ascii: ",") else {
          return try stop(.badJSON, "an element is missing after a comma")
        }
        return true
      case (.start, UInt8(ascii: "{")), (.betweenLines, UInt8(ascii: "{")):
        state = .betweenLines
        return true
      case (.start, _), (.betweenLines, _):
        return try stop(.badJSON, "an array or an object is expected here")
      case (.opened, _): return true
      case (.afterElement, _): return try stop(.badJSON, "a comma is missing between two elements")
      case (.closed, _): return try stop(.trailingText, "something follows the end of the array")
      }
    }
    if state == .opened || state == .afterElement {
      report(.cutOff, line, column, "the file ends before its array does", window.bytes)
      state = .closed
    }
    return false
  }

  /// Reports what cannot be gone on from, and reads the file to its end.
  private func stop(_ code: DiagnosticCode, _ reason: String) throws(InterchangeError) -> Bool {
    report(code, line, column, reason + "; what follows is not read", window.bytes)
    state = .closed
    repeat {
      window.consume(window.count)
    } while try window.fill()
    return false
  }

  /// Cuts the element that begins here; nil where it was refused.
  private func element() throws(InterchangeError) -> Element? {
    let startLine = line
    let startColumn = column
    var scan = ElementScan()
    var scanned = 0
    var isTooLong = false
    while true {
      if let end = scan.end(in: window.bytes, from: scanned) {
        if state != .betweenLines { state = .afterElement }
        let bytes = UnsafeRawBufferPointer(rebasing: window.bytes[..<end])
        if isTooLong || scan.deepest > limits.depth {
          if !isTooLong { tooDeep(scan, startLine, startColumn, bytes) }
          take(end)
          return nil
        }
        pending = end
        return Element(bytes: bytes, line: startLine, column: startColumn)
      }
      scanned = window.count
      if try window.fill() { continue }
      guard window.isFull else {
        return unfinished(startLine, startColumn, isTooLong)
      }
      if !isTooLong {
        isTooLong = true
        report(
          .tooLong, startLine, startColumn, "an element of more than \(limits.record) bytes",
          window.bytes)
      }
      take(window.count)
      scanned = 0
    }
  }

  private func tooDeep(
    _ scan: ElementScan, _ line: Int, _ column: Int, _ bytes: UnsafeRawBufferPointer
  ) {
    report(
      .tooDeep, line, column,
      "arrays and objects stand \(scan.deepest) deep; \(limits.depth) are allowed", bytes)
  }

  private func unfinished(_ line: Int, _ column: Int, _ isTooLong: Bool) -> Element? {
    if !isTooLong {
      report(
        .cutOff, line, column, "the file ends within the element that begins here", window.bytes)
    }
    state = .closed
    take(window.count)
    return nil
  }

  /// The next byte that is no white space.
  private func peek() throws(InterchangeError) -> UInt8? {
    while true {
      let bytes = window.bytes
      var blanks = 0
      while blanks < bytes.count, Self.isBlank(bytes[blanks]) { blanks += 1 }
      let byte = blanks < bytes.count ? bytes[blanks] : nil
      take(blanks)
      if let byte { return byte }
      guard try window.fill() else { return nil }
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// Consumes bytes and moves the place in the text.
  private func take(_ count: Int) {
    let bytes = UnsafeRawBufferPointer(rebasing: window.bytes[..<count])
    var position = 0
    while let feed = RowParser.index(of: 0x0A, in: bytes, from: position) {
      line += 1
      column = 1
      position = feed + 1
    }
    column += count - position
    window.consume(count)
  }

  private func report(
    _ code: DiagnosticCode, _ line: Int, _ column: Int, _ reason: String,
    _ bytes: UnsafeRawBufferPointer
  ) {
    diagnostics.report(
      Diagnostic(
        code: code, file: path, line: line, column: column, reason: reason,
        excerpt: Excerpt.text(of: bytes)),
      row: bytes)
  }
}
