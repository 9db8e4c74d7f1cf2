import Dispatch
import Domain
import Interchange
import Synchronization
import Workbench

/// Imports files beside the worker's other work: rulings do not wait for them, their progress is told,
/// and they can be stopped.
final class ImportDesk: Sendable {
  private let project: Project
  private let mailbox: Mailbox
  private let queue = DispatchQueue(label: "tiebreak.import", qos: .utility)
  /// Of every import that was asked for and has not ended.
  private let flags = Mutex<[StopFlag]>([])

  init(project: Project, mailbox: Mailbox) {
    self.project = project
    self.mailbox = mailbox
  }

  func ask(_ path: String) {
    let flag = StopFlag()
    flags.withLock { $0.append(flag) }
    queue.async {
      self.importFile(path, flag)
      self.flags.withLock { $0.removeAll { $0 === flag } }
    }
  }

  func stop() {
    for flag in flags.withLock({ $0 }) { flag.raise() }
  }

  /// Whoever leaves does not wait for an import: it stops, and nothing of it is kept.
  func finish() {
    stop()
    queue.sync {}
  }

  private func importFile(_ path: String, _ flag: StopFlag) {
    let request = ImportRequest(
      path: path, mapping: ImportMapping(mapping: Mapping(), isEverything: false))
    let pace = Pace(start: project.now)
    defer { mailbox.post(.progress(nil)) }
    do throws(ProjectFailure) {
      let outcome = try project.importFile(
        request,
        progress: { [project, mailbox] progress in
          guard pace.isDue(project.now) else { return }
          let work = Work(
            name: request.name, stage: progress.stage.rawValue, done: progress.done,
            total: progress.total)
          mailbox.post(.progress(work))
        }, stop: flag)
      mailbox.post(.notice(ImportReports.lines(outcome).first ?? ""))
      mailbox.post(.othersAppended)
    } catch {
      // To be stopped is no trouble: it was asked for.
      if case .stopped = error {
        mailbox.post(.notice(Words.sentence(error)))
      } else {
        mailbox.post(.storeFailed(Words.sentence(error)))
      }
    }
  }

  /// Says when progress is worth telling: after half a second, then five times a second.
  private final class Pace: Sendable {
    private let next: Mutex<Int64>

    init(start: Instant) { next = Mutex(start.milliseconds + 500) }

    func isDue(_ now: Instant) -> Bool {
      next.withLock { next in
        guard now.milliseconds >= next else { return false }
        next = now.milliseconds + 200
        return true
      }
    }
  }
}
