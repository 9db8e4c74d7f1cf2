import Glibc
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
        exit(Int32(Runtime.ExitCode.trouble.rawValue))
      }
    }
  }
}
