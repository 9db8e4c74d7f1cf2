package import Domain
import Store

/// What further rulings would bring, and whose figures say so.
package struct ForecastAnswer: Sendable {
  package let learning: QueueLearning
  /// nil without models.
  package let outlook: ReleaseOutlook?
  /// An accuracy that was asked for.
  package let bound: Double?
}

extension Project {
  /// What further rulings would bring, by models fitted anew. O(sweeps × votes × labels).
  ///
  /// - Parameters:
  ///   - steps: numbers of further rulings; nil for a few.
  ///   - bound: an accuracy to reach.
  package func forecast(
    at steps: [Int]? = nil, reaching bound: Double? = nil
  ) throws(ProjectFailure) -> ForecastAnswer {
    _ = try caughtUp()
    do throws(ReadFailure) {
      let learning = try index.learn(isFresh: true)
      let wanted = steps.map { [0] + Set($0).subtracting([0]).sorted() }
      return ForecastAnswer(
        learning: learning, outlook: index.outlook(at: wanted, reaching: bound), bound: bound)
    } catch {
      throw .read(error)
    }
  }
}
