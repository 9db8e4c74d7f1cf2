package import Domain
import Synchronization

/// The models of annotators of one open project: a cache that follows the log.
///
/// Fitting happens outside the lock; a step and a sweep inside it. Whoever reads the queue sees the
/// figures of the last step that is done.
final class LearnedQueue: Sendable {
  private let models = Mutex<QueueModels?>(nil)
  private let shown = Mutex<QueueFigures?>(nil)

  /// nil before models were fitted, while they know too little, and where there are none.
  var figures: QueueFigures? { shown.withLock { $0?.hasModels == true ? $0 : nil } }

  /// Whose figures order the queue by gain.
  var learning: QueueLearning { shown.withLock { $0?.learning } ?? .votes(.unfitted) }

  /// Waits for a step or a sweep that is going on, never for a fit.
  func read<Outcome: Sendable>(_ body: (QueueModels) -> Outcome?) -> Outcome? {
    models.withLock { models in models.flatMap(body) }
  }

  /// What was known last, to begin a fit with.
  var earlier: QueueModels? { models.withLock { $0 } }

  func replace(_ new: QueueModels) {
    models.withLock { models in
      // A fit that began before others did may come later than theirs.
      if let old = models, !old.isStale, old.figures.schema == new.figures.schema,
        old.figures.seq > new.figures.seq
      {
        return
      }
      models = new
      shown.withLock { $0 = new.figures }
    }
  }

  /// Changes the models where nobody else is at them, and shows what came of it.
  ///
  /// - Parameter body: returns nil where they are to be fitted anew.
  func step<Failure: Error>(
    _ body: (inout QueueModels) throws(Failure) -> QueueEffect?
  ) throws(Failure) -> QueueStep {
    var outcome: Result<QueueStep, Failure> = .success(.busy)
    _ = models.withLockIfAvailable { models in
      guard models != nil else {
        outcome = .success(.unfitted)
        return
      }
      do throws(Failure) {
        guard let effect = try models.mutate(body), models?.isStale == false else {
          shown.withLock { $0 = nil }
          outcome = .success(.unfitted)
          return
        }
        shown.withLock { [figures = models?.figures] in $0 = figures }
        outcome = .success(.followed(effect))
      } catch {
        outcome = .failure(error)
      }
    }
    return try outcome.get()
  }
}

/// What came of following the log.
package enum QueueStep: Hashable, Sendable {
  case followed(QueueEffect)
  /// Models are to be fitted: there are none, or ratings came in.
  case unfitted
  /// Somebody else is at them.
  case busy
}

extension Optional {
  /// Changes what is there, in its place.
  fileprivate mutating func mutate<Outcome, Failure: Error>(
    _ body: (inout Wrapped) throws(Failure) -> Outcome?
  ) throws(Failure) -> Outcome? {
    guard var value = take() else { return nil }
    defer { self = value }
    return try body(&value)
  }
}
