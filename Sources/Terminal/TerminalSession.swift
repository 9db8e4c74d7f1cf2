import CTerminal
package import Screen

/// The terminal that the program runs on, taken over from `init` to `close`.
///
/// It belongs to one thread, the main thread. Whatever ends the process gives the terminal back: a
/// return, `exit`, a signal, a trap.
package final class TerminalSession: Device {
  package private(set) var size: Size
  package let depth: ColourDepth
  private let glyphs: GlyphSet
  private let clipboard: Clipboard
  private var presentation: Presentation
  private var shown: Grid?
  private var decoder = InputDecoder()
  private var buffer: [ct_cell] = []
  private var hasEnded = false
  /// When something was last read, in milliseconds of the shim's clock.
  private var lastRead: Int64 = 0

  /// Takes the terminal over.
  ///
  /// - Parameter options: the terminal's type, and how to draw on it.
  /// - Throws: why it cannot be used; it is then as it was.
  package init(_ options: TerminalOptions) throws(TerminalError) {
    var facts = ct_facts()
    switch ct_open(options.type, options.wantsMouse ? 1 : 0, &facts) {
    case CT_OK: break
    case CT_NO_TERMINAL: throw .noTerminal
    case CT_UNKNOWN_TERMINAL: throw .unknownTerminal(options.type)
    case CT_NO_CURSOR: throw .noCursorMovement(options.type)
    default: throw .system(facts.error)
    }
    size = Size(width: Int(facts.columns), height: Int(facts.rows))
    depth = ColourDepth(
      colours: Int(facts.colours), isDirect: facts.is_direct != 0,
      isColourRefused: options.isColourRefused)
    glyphs = facts.is_utf8 == 0 ? .ascii : options.prefersASCII ? .asciiSigns : .unicode
    presentation = Presentation(theme: options.theme, depth: depth, glyphs: glyphs)
    clipboard = Clipboard(type: options.type)
  }

  deinit { ct_close() }

  /// Gives the terminal back and returns what was written to standard error meanwhile.
  package func close() -> Untrusted {
    ct_close()
    return .captured()
  }

  /// Draws with another theme from the next `present` on.
  package func use(_ theme: Theme) {
    presentation = Presentation(theme: theme, depth: depth, glyphs: glyphs)
    shown = nil
  }

  /// Puts a text on the clipboard of whoever sits at the terminal, where the terminal can.
  ///
  /// - Returns: whether it was asked to.
  package func copy(_ text: String) -> Bool {
    guard let sequence = clipboard.sequence(for: text) else { return false }
    ct_send(sequence.map { CChar(bitPattern: $0) }, sequence.count)
    return true
  }

  package var waker: @Sendable () -> Void { { ct_wake() } }

  package func present(_ grid: Grid, cursor: Position?) {
    guard grid.size == size else { return }
    let diff = GridDiff(from: shown, to: grid)
    for run in diff.runs { send(run, of: grid) }
    let isLarge = diff.cellCount * 8 > size.width * size.height
    ct_flush(Int32(cursor?.row ?? -1), Int32(cursor?.column ?? -1), isLarge ? 1 : 0)
    shown = grid
  }

  package func events(within timeout: Int?) -> [InputEvent] {
    let start = ct_now()
    while true {
      let left = timeout.map { max(0, $0 - Int(ct_now() - start)) }
      let longest = decoder.isPasting ? min(Self.pasteSilence, left ?? .max) : left
      let happened = Int(ct_wait(longest.map { Int32(clamping: $0) } ?? -1))
      let events = events(from: happened)
      if !events.isEmpty { return events }
      if decoder.isPasting, ct_now() - lastRead >= Self.pasteSilence { return decoder.endPaste() }
      if let timeout, Int(ct_now() - start) >= timeout { return [] }
    }
  }

  package func suspend() {
    ct_leave()
    ct_stop()
    enter()
  }

  package func yield<Result, Failure: Error>(
    to body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    ct_leave()
    defer { enter() }
    return try body()
  }

  private func enter() {
    ct_enter()
    measure()
    shown = nil
  }

  private func measure() {
    var rows: Int32 = 0
    var columns: Int32 = 0
    ct_measure(&rows, &columns)
    size = Size(width: Int(columns), height: Int(rows))
  }

  private func events(from happened: Int) -> [InputEvent] {
    var events: [InputEvent] = []
    if happened & CT_STOP != 0 { suspend() }
    if happened & CT_RESUMED != 0 { ct_resume() }
    let redraws = CT_STOP | CT_RESUMED | CT_RESIZED
    if happened & redraws != 0 {
      measure()
      shown = nil
      events.append(.resize(size))
    }
    if happened & CT_INPUT != 0 { events.append(contentsOf: readAll()) }
    if happened & CT_WOKEN != 0 { events.append(.woken) }
    if happened & CT_ENDED != 0, !hasEnded {
      hasEnded = true
      events.append(.ended)
    }
    return events
  }

  /// Reads everything that is waiting; an unreadable byte is not the end of it.
  private func readAll() -> [InputEvent] {
    var events: [InputEvent] = []
    var isReadable = true
    lastRead = ct_now()
    while isReadable {
      let input = ct_read()
      if input.kind == CT_NOTHING {
        isReadable = ct_is_readable() != 0
      } else {
        events.append(contentsOf: decoder.read(RawInput(input)))
      }
    }
    return events + decoder.endBatch()
  }

  /// Milliseconds without input after which a paste is over although nothing said so.
  private static let pasteSilence = 1000

  private func send(_ run: CellRun, of grid: Grid) {
    var first = run.columns.lowerBound
    let row = grid.row(run.row)
    let start = row.startIndex
    // A heat slot shows what stands to its right.
    if presentation.depth.needsHeatGlyphs, first > 0, row[start + first - 1].kind == .single {
      first -= 1
    }
    buffer.removeAll(keepingCapacity: true)
    for column in first..<run.columns.upperBound {
      let cell = row[start + column]
      guard cell.kind != .trail else { continue }
      let next = column + 1 < row.count ? row[start + column + 1] : nil
      buffer.append(
        ct_cell(presentation.drawn(cell, before: next), width: cell.kind == .lead ? 2 : 1))
    }
    ct_put(Int32(run.row), Int32(first), buffer, Int32(buffer.count))
  }
}
