import Dispatch
import Domain
import Store
import Synchronization

/// Keeps the models of annotators in step with the log while a project is on screen.
///
/// Fits and sweeps have a thread of their own. A step after a ruling is made at once where nobody is at
/// the models, so that what comes next comes by them.
final class QueueLearner: Sendable {
  /// Ratings up to which a fit is done before anything is shown, so that nothing changes its place.
  private static let quickRatings = 20_000

  /// Fits in a row where batches come faster than they are fitted; the next ruling asks again.
  private static let mostFits = 3

  private let index: ProjectIndex
  private let learned: @Sendable () -> Void
  /// That which reads for the screen.
  private let reading: DispatchQueue
  private let fitting = DispatchQueue(label: "tiebreak.models", qos: .utility)
  private let isStopped = Mutex(false)
  private let isAsked = Mutex(false)

  /// - Parameter learned: called when models were fitted later than at once.
  init(index: ProjectIndex, queue: DispatchQueue, learned: @escaping @Sendable () -> Void) {
    self.index = index
    reading = queue
    self.learned = learned
  }

  /// Fits for the first time: before the first reading where that is quick.
  func begin(ratings: Int) {
    if ratings <= Self.quickRatings {
      reading.async { _ = try? self.index.learn() }
    } else {
      fit()
    }
  }

  func finish() {
    isStopped.withLock { $0 = true }
    fitting.sync {}
  }

  /// Takes in what was just recorded, by us or by others.
  ///
  /// - Returns: what that changed elsewhere; nil where it is not known yet, or without models.
  @discardableResult
  func follow() -> QueueEffect? {
    // What cannot be read now is tried again at the next ruling; the votes order meanwhile.
    guard let step = try? index.followLearning() else { return nil }
    switch step {
    case .followed(let effect):
      sweepLater()
      // Without models there is nothing that it could have changed.
      if case .votes = index.learning { return nil }
      return effect
    case .unfitted:
      fit()
      return nil
    case .busy:
      later { self.followOrFit() }
      return nil
    }
  }

  /// Fits on its own thread, once however often it is asked for meanwhile.
  private func fit() {
    let isFirst = isAsked.withLock { asked in
      defer { asked = true }
      return !asked
    }
    guard isFirst else { return }
    later {
      // Rulings may have come while it was at it, and other ratings.
      self.isAsked.withLock { $0 = false }
      self.followOrFit()
      self.learned()
    }
  }

  /// On the fitting thread.
  private func followOrFit() {
    for _ in 0..<Self.mostFits where !isStopped.withLock({ $0 }) {
      guard let step = try? index.followLearning(), step != .busy else { continue }
      guard step == .unfitted, (try? index.learn()) != nil else { return }
    }
  }

  private func sweepLater() {
    guard index.isSweepDue else { return }
    later { self.index.sweepLearning() }
  }

  private func later(_ work: @escaping @Sendable () -> Void) {
    fitting.async {
      guard !self.isStopped.withLock({ $0 }) else { return }
      work()
    }
  }
}
