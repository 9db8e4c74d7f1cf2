import Dispatch
import Synchronization
import Workbench

/// Makes reports beside the worker's other work: rulings and the list never wait for one, and of two
/// requests of a kind only the newer is answered.
final class ReportDesk: Sendable {
  private let project: Project
  private let mailbox: Mailbox
  private let queue = DispatchQueue(label: "tiebreak.reports", qos: .userInitiated)
  private let newest = Mutex<[ReportRequest.Kind: Int]>([:])

  init(project: Project, mailbox: Mailbox) {
    self.project = project
    self.mailbox = mailbox
  }

  func ask(_ request: ReportRequest, generation: Int) {
    newest.withLock { $0[request.kind] = generation }
    queue.async { self.answer(request, generation) }
  }

  /// Nothing that waits is made any more; what is being made is waited for.
  func finish() {
    newest.withLock { $0 = [:] }
    queue.sync {}
  }

  private func answer(_ request: ReportRequest, _ generation: Int) {
    guard newest.withLock({ $0[request.kind] }) == generation else { return }
    do throws(ProjectFailure) {
      let report = try project.report(request)
      guard newest.withLock({ $0[request.kind] }) == generation else { return }
      mailbox.post(.reported(report, generation: generation))
    } catch {
      mailbox.post(.storeFailed(Words.sentence(error)))
    }
  }
}

extension Project {
  /// What a screen wants to be told.
  func report(_ request: ReportRequest) throws(ProjectFailure) -> Report {
    switch request {
    case .log(let position, let count): .log(try logPage(upTo: position, count: count))
    }
  }
}
