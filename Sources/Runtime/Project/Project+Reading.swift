import Agreement
package import Domain
import Ledger
import Screen
import Store

/// A list of units with the sentence that stands over it.
package struct QueueList: Sendable {
  package let page: QueuePage
  /// Whose figures `wrong` and `gain` are.
  package let learning: QueueLearning
  package let sentence: String
  package let order: QueueOrder
  package let now: Instant
}

extension Project {
  /// The first rows of a list.
  ///
  /// - Parameter isForEveryone: not only what the present member may rule on.
  package func list(
    limit: Limit, order: QueueOrder?, count: Int, isForEveryone: Bool
  ) throws(ProjectFailure) -> QueueList {
    let now = now
    let order = order ?? .policy(configuration.queue.policy)
    let query = QueueQuery(
      limit: limit, order: order, viewer: isForEveryone ? nil : me?.id, now: now)
    do throws(ReadFailure) {
      try index.learn()
      let page = try index.page(query, offset: 0, count: count)
      let summary = try index.summary(now: now)
      return QueueList(
        page: page, learning: summary.learning,
        sentence: Self.sentence(page, summary, isLimited: !limit.terms.isEmpty), order: order,
        now: now)
    } catch {
      throw .read(error)
    }
  }

  private static func sentence(
    _ page: QueuePage, _ summary: ProjectSummary, isLimited: Bool
  ) -> String {
    if summary.ratings == 0 { return "No ratings yet. Import some with: tiebreak import FILE" }
    let count = Figures.count(page.total)
    if isLimited {
      return page.total == 1 ? "1 unit fits the limit." : "\(count) units fit the limit."
    }
    guard page.total > 0 else { return "Nothing is left to settle." }
    var text =
      page.total == 1 ? "1 disagreement waits for you" : "\(count) disagreements wait for you"
    if page.overdue > 0 {
      text += ", \(Figures.count(page.overdue)) \(page.overdue == 1 ? "is" : "are") over due"
    }
    return text + "."
  }

  /// An item whole, with why it stands where it stands by models of annotators that are fitted for it.
  /// O(sweeps × votes × labels).
  package func explainedDossier(_ item: ItemID) throws(ProjectFailure) -> Dossier? {
    do throws(ReadFailure) {
      try index.learn()
    } catch {
      throw .read(error)
    }
    return try dossier(item)
  }

  package func dossier(_ item: ItemID) throws(ProjectFailure) -> Dossier? {
    do throws(ReadFailure) {
      return try index.dossier(item, now: now)
    } catch {
      throw .read(error)
    }
  }

  /// Events from a position on; the last ones for nil.
  package func events(from: Int?, count: Int) throws(ProjectFailure) -> [Event] {
    do throws(LedgerError) {
      let start: Int
      if let from { start = from } else { start = max(0, try log.head().seq - count + 1) }
      return try log.read(from: start, limit: count)
    } catch {
      throw .ledger(error)
    }
  }

}

extension Project {
  /// The line of an event as it stands in the log, without its line break.
  package func line(of event: Event) throws(ProjectFailure) -> String {
    do throws(LedgerError) {
      return String(decoding: try LogFormat.line(of: event).dropLast(), as: UTF8.self)
    } catch {
      throw .ledger(error)
    }
  }
}
