import CPseudoTerminal
package import Screen
package import Testing

/// A program on a pseudo-terminal of its own, and the screen that a person would see.
///
/// Tests wait for named conditions on the rendered screen; on time-out the screen is in the failure.
package final class PtySession {
  /// How a program ended.
  package enum Ending: Equatable {
    case exited(Int)
    case signalled(Int)
  }

  /// Why a program could not be started.
  package struct SpawnFailure: Error {
    /// An `errno`.
    package let number: Int32
  }

  package private(set) var screen: VirtualTerminal
  /// How many bytes the program has written to its terminal.
  package private(set) var byteCount = 0
  private let session: pt_session
  private var ending: Ending?
  private var isClosed = false

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - command: the program's path and its arguments.
  ///   - environment: added to, or put in place of, TERM, LANG and PATH.
  ///   - size: the size of the terminal.
  ///   - directory: where the program starts; here where it is left out.
  /// - Throws: `SpawnFailure`.
  package init(
    _ command: [String], environment: [String: String] = [:],
    size: Size = Size(width: 80, height: 24), directory: String? = nil
  ) throws(SpawnFailure) {
    let base = ["TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    let variables = base.merging(environment) { $1 }.filter { !$0.value.isEmpty }
      .map { $0.key + "=" + $0.value }.sorted()
    var session = pt_session()
    let result = Self.withArrays(command, variables) { arguments, variables in
      pt_spawn(
        arguments, variables, directory, Int32(size.width), Int32(size.height), &session)
    }
    guard result == 0 else { throw SpawnFailure(number: result) }
    self.session = session
    screen = VirtualTerminal(size: size)
  }

  deinit {
    if ending == nil {
      var status: Int32 = 0
      _ = pt_signal(session.child, 9)
      _ = pt_wait(session.child, 1000, &status)
    }
    close()
  }

  /// The process, for signals from outside.
  package var processIdentifier: Int32 { session.child }

  /// Whether the terminal echoes lines by itself, as a shell leaves it.
  package var isCanonical: Bool { pt_is_canonical(session.master) == 1 }

  /// Types bytes as they are.
  package func send(_ text: String) { sendBytes(Array(text.utf8)) }

  /// Types bytes that need not be text.
  package func sendBytes(_ bytes: [UInt8]) {
    _ = pt_write(session.master, bytes, bytes.count)
  }

  /// Presses keys one after another, without waiting between them.
  package func press(_ keys: Key...) {
    send(keys.map(Self.bytes(of:)).joined())
  }

  /// Changes the size of the terminal.
  package func resize(to size: Size) {
    screen.resize(to: size)
    _ = pt_resize(session.master, Int32(size.width), Int32(size.height))
  }

  /// Sends a signal to the program.
  package func signal(_ number: Int32) { _ = pt_signal(session.child, number) }

  /// Closes the terminal, as when its window is closed.
  package func close() {
    guard !isClosed else { return }
    isClosed = true
    pt_close(session.master)
  }

  /// Waits until the rendered screen shows a text.
  @discardableResult
  package func wait(
    for text: String, seconds: Double = 10, sourceLocation: SourceLocation = #_sourceLocation
  ) -> Bool {
    wait(until: "\"\(text)\" is on the screen", seconds: seconds, sourceLocation: sourceLocation) {
      $0.text.contains(text)
    }
  }

  /// Waits until the rendered screen is as wanted.
  @discardableResult
  package func wait(
    until name: String, seconds: Double = 10, sourceLocation: SourceLocation = #_sourceLocation,
    _ condition: (VirtualTerminal) -> Bool
  ) -> Bool {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    while !condition(screen) {
      guard clock.now < end, pump(milliseconds: 50) else {
        let last = condition(screen)
        if !last {
          Issue.record("not seen: \(name)\n\(framed)", sourceLocation: sourceLocation)
        }
        return last
      }
    }
    return true
  }

  /// Renders what comes until nothing has come for a while.
  package func settle(milliseconds: Int = 60) {
    while readOnce(milliseconds: milliseconds) > 0 {}
  }

  /// Waits for the program to end and renders what it still wrote.
  @discardableResult
  package func waitForEnd(
    seconds: Double = 10, sourceLocation: SourceLocation = #_sourceLocation
  ) -> Ending? {
    if let ending { return ending }
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    var status: Int32 = 0
    while clock.now < end {
      if !isClosed { _ = pump(milliseconds: 10) }
      guard pt_wait(session.child, isClosed ? 50 : 5, &status) == 1 else { continue }
      ending =
        pt_exited(status) != 0
        ? .exited(Int(pt_exit_code(status))) : .signalled(Int(pt_term_signal(status)))
      if !isClosed { settle(milliseconds: 20) }
      return ending
    }
    Issue.record("the program did not end\n\(framed)", sourceLocation: sourceLocation)
    return nil
  }

  /// Waits until the program has stopped itself, as on Control-Z.
  package func waitForStop(seconds: Double = 10) -> Bool {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    while clock.now < end {
      _ = readOnce(milliseconds: 5)
      if pt_wait_stopped(session.child, 5) == 1 { return true }
    }
    return false
  }

  /// The screen in a frame, for failures.
  package var framed: String {
    let rule = String(repeating: "-", count: screen.size.width)
    return rule + "\n" + screen.text + "\n" + rule
  }

  /// Renders what comes within a time; `false` where the terminal is closed.
  private func pump(milliseconds: Int) -> Bool {
    guard readOnce(milliseconds: milliseconds) >= 0 else { return false }
    return true
  }

  private func readOnce(milliseconds: Int) -> Int {
    guard !isClosed else { return -1 }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = pt_read(session.master, &buffer, buffer.count, Int32(milliseconds))
    if count > 0 {
      byteCount += count
      screen.feed(buffer[..<count])
    }
    return count
  }

  private static func withArrays(
    _ arguments: [String], _ variables: [String],
    _ body: ([UnsafePointer<CChar>?], [UnsafePointer<CChar>?]) -> Int32
  ) -> Int32 {
    let copies = (arguments + variables).map { text in
      let buffer = UnsafeMutableBufferPointer<CChar>.allocate(capacity: text.utf8.count + 1)
      _ = buffer.initialize(from: text.utf8CString)
      return buffer
    }
    defer { for copy in copies { copy.deallocate() } }
    let pointers = copies.map { $0.baseAddress.map { UnsafePointer($0) } }
    return body(
      pointers[..<arguments.count] + [nil], pointers[arguments.count...] + [nil])
  }

  private static func bytes(of key: Key) -> String {
    switch key {
    case .character(let character): String(character)
    case .enter: "\r"
    case .escape: "\u{1B}"
    case .tab: "\t"
    case .backtab: "\u{1B}[Z"
    case .backspace: "\u{7F}"
    case .delete: "\u{1B}[3~"
    case .insert: "\u{1B}[2~"
    case .up: "\u{1B}OA"
    case .down: "\u{1B}OB"
    case .right: "\u{1B}OC"
    case .left: "\u{1B}OD"
    case .home: "\u{1B}OH"
    case .end: "\u{1B}OF"
    case .pageUp: "\u{1B}[5~"
    case .pageDown: "\u{1B}[6~"
    case .function(let number): number <= 4 ? "\u{1B}O" + ["P", "Q", "R", "S"][number - 1] : ""
    case .control(let letter): String(Self.control(letter))
    case .alt(let character): "\u{1B}" + String(character)
    }
  }

  private static func control(_ letter: Character) -> Character {
    let value = letter.uppercased().utf8.first ?? 0x40
    return Character(Unicode.Scalar(value & 0x1F))
  }
}
