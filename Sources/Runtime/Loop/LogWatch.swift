import Dispatch
import Domain
import Glibc
import Ledger
import Synchronization
import TeamStore
import Workbench

/// Watches a project while its workbench is open: the chain is verified once in the background, and
/// what others write is noticed without polling.
package final class LogWatch: Sendable {
  private let project: Project
  private let worker: ProjectWorker
  private let mailbox: Mailbox
  private let queue = DispatchQueue(label: "tiebreak.verify", qos: .utility)
  /// Apart from the other: a long check delays no news.
  private let watching = DispatchQueue(label: "tiebreak.watch", qos: .utility)
  private let isEnding = Mutex(false)
  /// Takes the kernel's word for it away again.
  private let stopWatching = Mutex<(@Sendable () -> Void)?>(nil)

  package init(project: Project, worker: ProjectWorker, mailbox: Mailbox) {
    self.project = project
    self.worker = worker
    self.mailbox = mailbox
  }

  package func begin() {
    check()
    watch()
  }

  /// Checks the whole log, off the calling thread; `logChecked` says what was found.
  package func check() {
    queue.async { self.verify() }
  }

  package func end() {
    isEnding.withLock { $0 = true }
    let stop = stopWatching.withLock { stop in
      defer { stop = nil }
      return stop
    }
    stop?()
  }

  private func verify() {
    let memory = RememberedHead(directory: project.personal.path)
    let remembered = ((try? memory.read()) ?? nil).flatMap { $0.seq >= 0 ? $0 : nil }
    let start = project.now
    let (report, sealing): (VerificationReport, SealingReport)
    do throws(ProjectFailure) {
      try project.team?.copyLog(into: project.folder, .adding)
      var first = try checked()
      if first.report.firstBad != nil, let team = project.team {
        // The copy may be what is damaged, and not the log.
        try team.copyLog(into: project.folder, .afresh)
        first = try checked()
      }
      (report, sealing) = first
    } catch {
      // Not to be checked is worth knowing; to be stopped at the end is not.
      if case .ledger(.cancelled) = error {
      } else {
        mailbox.post(.storeFailed(Words.sentence(error)))
      }
      mailbox.post(.logChecked(nil))
      return
    }
    let bad = Self.firstBad(report, sealing)
    mailbox.post(.verified(bad.map { .damaged($0.seq) } ?? .good(report.head.seq)))
    let end = project.now
    mailbox.post(
      .logChecked(
        LogFinding(
          head: report.head.seq, at: end, milliseconds: Int(end.milliseconds - start.milliseconds),
          remembered: remembered?.seq, signature: sealing.signature, problem: bad?.sentence)))
  }

  /// The first thing that is wrong with lines or checkpoints.
  private static func firstBad(
    _ report: VerificationReport, _ sealing: SealingReport
  ) -> (seq: Int, sentence: String)? {
    var found: [(seq: Int, sentence: String)] = []
    // While a line is being written, a checkpoint of it may stand already.
    let isOpen = report.firstBad.map { isBeingWritten($0.problem) } ?? false
    if let bad = report.firstBad, !isOpen {
      found.append((bad.seq, Words.sentence(bad.problem)))
    }
    if let bad = sealing.finding, !isOpen || bad.seq < report.events {
      found.append((bad.seq, sealing.sentence(of: bad)))
    }
    return found.min { $0.seq < $1.seq }
  }

  private func checked() throws(ProjectFailure) -> (
    report: VerificationReport, sealing: SealingReport
  ) {
    do throws(LedgerError) {
      return try LogCheck.sealed(
        project.folder, project.team, surroundings: project.surroundings,
        outside: OutsideEvidence()
      ) { progress in
        if progress.events > 0 { self.mailbox.post(.verified(.checking(progress.events - 1))) }
        return self.isEnding.withLock { $0 } ? .cancel : .proceed
      }
    } catch {
      throw .ledger(error)
    }
  }

  /// A last line without its end may be a write in progress; opening judges what a dead writer left.
  private static func isBeingWritten(_ problem: VerificationProblem) -> Bool {
    if case .unterminated = problem { true } else { false }
  }

  /// The kernel says when the log's folder or the leases are written to; until then nothing runs. A
  /// server is looked at twice a second, and says it sooner where it can.
  private func watch() {
    if let team = project.team {
      let watch = HeadWatch(team.pool, project: team.project)
      let worker = worker
      watch.begin(after: project.knownPosition) { _ in worker.look() }
      stopWatching.withLock { $0 = { watch.end() } }
      return
    }
    let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { return }
    guard inotify_add_watch(descriptor, project.folder.log, UInt32(IN_MODIFY)) >= 0 else {
      close(descriptor)
      return
    }
    let store = inotify_add_watch(
      descriptor, project.folder.store, UInt32(IN_MODIFY) | UInt32(IN_ATTRIB))
    // Only its `cancel` is called from elsewhere, which is safe from any thread.
    nonisolated(unsafe) let reading = DispatchSource.makeReadSource(
      fileDescriptor: descriptor, queue: watching)
    let worker = worker
    reading.setEventHandler {
      var buffer = [UInt8](repeating: 0, count: 4096)
      var news = News()
      while true {
        let count = read(descriptor, &buffer, buffer.count)
        guard count > 0 else { break }
        news.take(buffer[..<count], store: store)
      }
      if news.isOfLog { worker.look() }
      if news.isOfLeases { worker.lookAtLeases() }
    }
    reading.setCancelHandler { close(descriptor) }
    reading.activate()
    stopWatching.withLock { $0 = { [watching] in watching.async { reading.cancel() } } }
  }
}

/// What the kernel's events are about.
private struct News {
  private(set) var isOfLog = false
  private(set) var isOfLeases = false

  /// - Parameters:
  ///   - bytes: `struct inotify_event` one after another, each with a name.
  ///   - store: the watch on the folder of the derived tables, of which only the leases matter.
  mutating func take(_ bytes: ArraySlice<UInt8>, store: Int32) {
    bytes.withUnsafeBytes { bytes in
      var place = 0
      while place + MemoryLayout<inotify_event>.size <= bytes.count {
        let event = bytes.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
        let start = place + MemoryLayout<inotify_event>.size
        let end = min(bytes.count, start + Int(event.len))
        if event.wd != store {
          isOfLog = true
        } else if bytes[start..<end].starts(with: "live.sqlite".utf8) {
          isOfLeases = true
        }
        place = end
      }
    }
  }
}
