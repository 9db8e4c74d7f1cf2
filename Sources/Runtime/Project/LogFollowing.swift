package import Domain
import Glibc
import Ledger
import TeamStore

/// Tells of events as they are appended, by whoever, without polling.
package enum LogFollowing {
  /// Hands over everything from a position on, then waits for more, until the process ends.
  ///
  /// - Parameter take: called in the order of the log.
  package static func run(
    _ project: Project, from start: Int, _ take: (Event) -> Void
  ) throws(ProjectFailure) -> Never {
    if let team = project.team { try follow(project, team, from: start, take) }
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

  private static func follow(
    _ project: Project, _ team: Team, from start: Int, _ take: (Event) -> Void
  ) throws(ProjectFailure) -> Never {
    var next = start
    var failure: ProjectFailure?
    do throws(ServerFailure) {
      let watch = HeadWatch(team.pool, project: team.project)
      let hear = { (_: Int) in
        do throws(ProjectFailure) {
          while let last = try deliver(project, from: next, take) { next = last + 1 }
        } catch {
          failure = error
        }
      }
      try watch.follow(after: start - 1, while: { failure == nil }, changed: hear)
    } catch {
      throw .ledger(.server(error))
    }
    throw failure ?? .contended
  }

  /// Hands over one block; its last position, nil where there is none.
  private static func deliver(
    _ project: Project, from next: Int, _ take: (Event) -> Void
  ) throws(ProjectFailure) -> Int? {
    let events = try project.events(from: next, count: 1024)
    events.forEach(take)
    return events.last?.seq
  }
}
