import CTerminal
package import Screen

/// A terminal on which the workbench is told in lines: keys are taken one by one, text is printed and
/// stays. No curses, no cursor addressing; it works on a dumb terminal too.
///
/// It belongs to one thread, the main thread, and whatever ends the process gives the terminal back.
package final class LineTerminal: LineConsole {
  /// What is told does not depend on how large the terminal is: lines of text are 72 cells, as on a
  /// screen of one pane.
  package let size = Size(width: 98, height: 50)
  private let isUTF8: Bool
  private let clipboard: Clipboard
  private var sequences = SequenceDecoder()
  private var decoder = InputDecoder()
  private var hasEnded = false
  private var lastRead: Int64 = 0

  /// Takes the keys of the terminal over.
  ///
  /// - Parameter type: the value of `TERM`.
  /// - Throws: why it cannot be used; it is then as it was.
  package init(type: String) throws(TerminalError) {
    var facts = ct_facts()
    switch ct_lines_open(type == "dumb" ? 0 : 1, &facts) {
    case CT_OK: break
    case CT_NO_TERMINAL: throw .noTerminal
    default: throw .system(facts.error)
    }
    isUTF8 = facts.is_utf8 != 0
    clipboard = Clipboard(type: type)
  }

  deinit { ct_lines_close() }

  /// Gives the terminal back and returns what was written to standard error meanwhile.
  package func close() -> Untrusted {
    ct_lines_print("\n", 1)
    ct_lines_close()
    return .captured()
  }

  /// Puts a text on the clipboard of whoever sits at the terminal, where the terminal can.
  ///
  /// - Returns: whether it was asked to.
  package func copy(_ text: String) -> Bool {
    guard let sequence = clipboard.sequence(for: text) else { return false }
    ct_lines_print(sequence.map { CChar(bitPattern: $0) }, sequence.count)
    return true
  }

  package var waker: @Sendable () -> Void { { ct_wake() } }

  package func say(_ text: String) {
    var bytes = isUTF8 ? text : String(text.unicodeScalars.map { $0.isASCII ? Character($0) : "?" })
    bytes.withUTF8 { buffer in
      buffer.withMemoryRebound(to: CChar.self) { ct_lines_print($0.baseAddress, $0.count) }
    }
  }

  package func events(within timeout: Int?) -> [InputEvent] {
    let start = ct_now()
    while true {
      let left = timeout.map { max(0, $0 - Int(ct_now() - start)) }
      let longest = decoder.isPasting ? min(Self.pasteSilence, left ?? .max) : left
      let events = events(from: Int(ct_wait(longest.map { Int32(clamping: $0) } ?? -1)))
      if !events.isEmpty { return events }
      if decoder.isPasting, ct_now() - lastRead >= Self.pasteSilence { return decoder.endPaste() }
      if let timeout, Int(ct_now() - start) >= timeout { return [] }
    }
  }

  package func suspend() {
    ct_lines_leave()
    ct_stop()
    ct_lines_enter()
  }

  package func yield<Result, Failure: Error>(
    to body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    ct_lines_leave()
    defer { ct_lines_enter() }
    return try body()
  }

  private func events(from happened: Int) -> [InputEvent] {
    var events: [InputEvent] = []
    if happened & CT_STOP != 0 { suspend() }
    if happened & CT_RESUMED != 0 { ct_lines_resume() }
    if happened & CT_INPUT != 0 { events.append(contentsOf: readAll()) }
    if happened & CT_WOKEN != 0 { events.append(.woken) }
    if happened & CT_ENDED != 0, !hasEnded {
      hasEnded = true
      events.append(.ended)
    }
    return events
  }

  private func readAll() -> [InputEvent] {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = ct_lines_read(&buffer, buffer.count)
    lastRead = ct_now()
    let raw = sequences.read(Array(buffer[..<count]))
    return raw.flatMap { decoder.read($0) } + decoder.endBatch()
  }

  /// Milliseconds without input after which a paste is over although nothing said so.
  private static let pasteSilence = 1000
}
