import Glibc
import Interchange
import Runtime
import Screen

/// What the program prints. Text that holds anything from outside was made safe before it comes
/// here; messages of the argument parser, which quote arguments, are made safe line by line.
enum Output {
  /// One line, or several, to standard output.
  static func print(_ text: String) {
    write(text + "\n", to: STDOUT_FILENO)
  }

  static func print(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    print(lines.joined(separator: "\n"))
  }

  /// JSON, one member a line; on a terminal whatever could act on it is written as `\uXXXX`, which is
  /// the same JSON.
  static func print(_ json: JSONText, _ layout: JSONText.Layout = .indented) {
    let text = json.text(layout)
    print(Machine.isTerminal(STDOUT_FILENO) ? SafeText.escapedJSON(text) : text)
  }

  /// A line of JSON that stands somewhere already.
  static func print(line json: String) {
    print(Machine.isTerminal(STDOUT_FILENO) ? SafeText.escapedJSON(json) : json)
  }

  /// A document that ends with a line break; on a terminal, with whatever could act on it made visible.
  static func print(document: String) {
    guard Machine.isTerminal(STDOUT_FILENO) else { return write(Array(document.utf8)) }
    print(
      document.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        .map { SafeText.line(String($0)) })
  }

  /// Bytes as they are.
  static func write(_ bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO) {
    bytes.withUnsafeBytes { put($0, descriptor) }
  }

  /// `tiebreak: what happened` to standard error.
  static func complain(_ sentence: String) {
    let lines = sentence.split(separator: "\n").map { SafeText.line(String($0)) }
    write("tiebreak: " + lines.joined(separator: "\n") + "\n", to: STDERR_FILENO)
  }

  /// A message that brings its own form.
  static func complainRaw(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { SafeText.line(String($0)) }
    write(lines.joined(separator: "\n") + "\n", to: STDERR_FILENO)
  }

  /// Something worth knowing that is no error.
  static func note(_ text: String) {
    write(SafeText.line(text) + "\n", to: STDERR_FILENO)
  }

  /// A piece of the program's own drawing on standard error.
  static func draw(_ text: String) {
    write(text, to: STDERR_FILENO)
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { put(UnsafeRawBufferPointer($0), descriptor) }
  }

  private static func put(_ bytes: UnsafeRawBufferPointer, _ descriptor: Int32) {
    var rest = bytes
    while let start = rest.baseAddress, !rest.isEmpty {
      let written = Glibc.write(descriptor, start, rest.count)
      if written > 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      } else if errno == EPIPE {
        exit(Int32(Runtime.ExitCode.done.rawValue))
      } else if errno != EINTR {
        let reason = String(cString: strerror(errno))
        // Where that is standard error itself, nobody is left to tell.
        if descriptor != STDERR_FILENO { complain("standard output: \(reason)") }
        exit(Int32(Runtime.ExitCode.trouble.rawValue))
      }
    }
  }
}
