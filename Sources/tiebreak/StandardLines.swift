import Glibc
import Runtime

/// The lines of standard input, one after the other.
///
/// Not `readLine`: after a system call that a signal interrupted it takes the end of the input for
/// another interruption, and waits for ever.
final class StandardLines {
  /// Longer lines are no rulings.
  private static let limit = 16 << 20

  private var held: [UInt8] = []
  private var isAtEnd = false
  /// Why the input ended before its end.
  private(set) var failure: ProjectFailure?

  /// The next line without its LF; nil at the end, or where `failure` says why.
  func next() -> String? {
    var seen = 0
    while failure == nil {
      if let end = held[seen...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { held.removeSubrange(...end) }
        return Self.text(held[..<end])
      }
      seen = held.count
      guard !isAtEnd else {
        defer { held = [] }
        return held.isEmpty ? nil : Self.text(held[...])
      }
      fill()
    }
    return nil
  }

  private func fill() {
    guard held.count < Self.limit else {
      failure = .file(path: "standard input", reason: "a line is longer than 16 MiB")
      return
    }
    var room = [UInt8](repeating: 0, count: 1 << 16)
    var count = read(STDIN_FILENO, &room, room.count)
    while count < 0, errno == EINTR { count = read(STDIN_FILENO, &room, room.count) }
    if count < 0 {
      failure = .file(path: "standard input", reason: String(cString: strerror(errno)))
    }
    isAtEnd = count == 0
    held += room.prefix(max(0, count))
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes, as: UTF8.self)
  }
}
