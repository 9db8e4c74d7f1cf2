import Foundation

/// Watches how much memory a running process has held at most.
///
/// What `wait4` reports is no use: a process starts with the peak of the one that started it.
final class MemoryWatch: Sendable {
  private let condition = NSCondition()
  // Both are read and written only while the condition is locked.
  nonisolated(unsafe) private var isStopped = false
  nonisolated(unsafe) private var peak = 0

  init(_ process: Int32) {
    Thread.detachNewThread { [self] in
      while look(at: "/proc/\(process)/status") { usleep(5000) }
    }
  }

  /// The most that was seen, in bytes; the last five milliseconds may be missing.
  func stop() -> Int {
    condition.lock()
    defer { condition.unlock() }
    isStopped = true
    return peak
  }

  private func look(at path: String) -> Bool {
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kilobytes = line.flatMap { Int($0.split(separator: " ").dropLast().last ?? "") } ?? 0
    condition.lock()
    defer { condition.unlock() }
    peak = max(peak, kilobytes * 1024)
    return !isStopped
  }
}
