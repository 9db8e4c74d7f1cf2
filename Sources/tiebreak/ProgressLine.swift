import Domain
import Glibc
import Runtime
import Screen

/// A bar on standard error for work that takes longer than half a second, on a terminal only.
enum ProgressLine {
  private static let delay: Int64 = 500
  private static let width = 30

  /// Takes the progress of an import, and draws it over itself.
  static func importing() -> ProgressSink {
    guard Machine.isTerminal(STDERR_FILENO) else { return { _ in } }
    let now = Machine.surroundings().now
    let start = now().milliseconds
    var shown = -1
    return { progress in
      guard progress.total > 0, now().milliseconds - start >= delay else { return }
      let percent = min(100, progress.done * 100 / progress.total)
      guard percent != shown else { return }
      shown = percent
      let filled = width * percent / 100
      let bar =
        String(repeating: "━", count: filled) + String(repeating: "─", count: width - filled)
      // At the end the line is taken away again: what follows says what came of it.
      Output.draw(percent == 100 ? "\r\u{1B}[K" : "\rreading  \(bar)  \(percent) %")
    }
  }
}
