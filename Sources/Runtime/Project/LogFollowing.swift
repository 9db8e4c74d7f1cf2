package import Domain
import Glibc
import Ledger

/// Tells of events as they are appended, by whoever, without polling.
package enum LogFollowing {
  /// Hands over everything from a position on, then waits for more, until the process ends.
  ///
  /// - Parameter take: called in the order of the log.
  package static func run(
    _ project: Project, from start: Int, _ take: (Event) -> Void
  ) throws(ProjectFailure) -> Never {
    let path = project.folder.log
    let descriptor = inotify_init1(Int32(IN_CLOEXEC))
    guard descriptor >= 0, inotify_add_watch(descriptor, path, UInt32(IN_MODIFY)) >= 0 else {
      throw .file(path: path, reason: SystemReason.text(errno))
    }
    defer { close(descriptor) }
    var next = start
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let events = try project.events(from: next, count: 1024)
      events.forEach(take)
      next = events.last.map { $0.seq + 1 } ?? next
      guard events.isEmpty else { continue }
      guard read(descriptor, &buffer, buffer.count) > 0 || errno == EINTR else {
        throw .file(path: path, reason: SystemReason.text(errno))
      }
    }
  }
}
