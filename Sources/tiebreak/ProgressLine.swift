import Domain
import Glibc
import Runtime
import Screen
import Synchronization

/// A bar on standard error for work that takes longer than half a second, on a terminal only.
enum ProgressLine {
  private static let delay: Int64 = 500
  private static let width = 30

  /// Takes the progress of a file or of batches, and draws it over itself.
  static func drawing() -> ProgressSink {
    guard Machine.isTerminal(STDERR_FILENO) else { return { _ in } }
    let now = Machine.surroundings().now
    let start = now().milliseconds
    let shown = Mutex(Shown(stage: nil, percent: -1))
    return { progress in
      guard progress.total > 0, now().milliseconds - start >= delay else { return }
      let percent = min(100, progress.done * 100 / progress.total)
      let next = Shown(stage: progress.stage, percent: percent)
      guard shown.withLock({ $0.replace(with: next) }) else { return }
      let filled = width * percent / 100
      let bar =
        String(repeating: "━", count: filled) + String(repeating: "─", count: width - filled)
      // At the end the line is taken away again: what follows says what came of it.
      Output.draw(
        percent == 100 ? "\r\u{1B}[K" : "\r\(word(progress.stage))  \(bar)  \(percent) %\u{1B}[K")
    }
  }

  private struct Shown: Equatable {
    var stage: Progress.Stage?
    var percent: Int

    /// Whether it is another one than before.
    mutating func replace(with next: Shown) -> Bool {
      defer { self = next }
      return next != self
    }
  }

  private static func word(_ stage: Progress.Stage) -> String {
    switch stage {
    case .reading: "reading"
    case .filing: "filing"
    }
  }
}
