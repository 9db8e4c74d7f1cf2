import Glibc
import Screen

/// Data on standard output: on a pipe or in a file the bytes as they are; on a terminal line by line,
/// with whatever could act on it in a visible form.
final class DataOutput {
  private let isTerminal = Machine.isTerminal(STDOUT_FILENO)
  /// The start of a line whose end has not come yet.
  private var begun: [UInt8] = []

  func write(_ bytes: [UInt8]) {
    guard isTerminal else { return Output.write(bytes) }
    begun += bytes
    guard let end = begun.lastIndex(of: 0x0A) else { return }
    show(begun[..<end])
    begun.removeSubrange(...end)
  }

  /// Writes what did not end in a line break.
  func finish() {
    guard !begun.isEmpty else { return }
    show(begun[...])
    begun = []
  }

  private func show(_ bytes: ArraySlice<UInt8>) {
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      Output.print(SafeText.line(String(decoding: line, as: UTF8.self)))
    }
  }
}
