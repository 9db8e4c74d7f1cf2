import Domain
import Store
import Synchronization

/// The tables of every two annotators, kept because nearly all stored sums are theirs and they change
/// with ratings and settings alone, not with rulings.
struct PairSumsCache {
  private struct Key: Equatable {
    let question: QuestionID
    let batch: Int
    let configuration: ProjectConfiguration
  }

  private var held: (key: Key, sums: QuestionSums)?

  /// What is held of a question, if it is of this batch and these settings.
  func sums(
    _ question: QuestionID, batch: Int, _ configuration: ProjectConfiguration
  ) -> QuestionSums? {
    let key = Key(question: question, batch: batch, configuration: configuration)
    return held.flatMap { $0.key == key ? $0.sums : nil }
  }

  mutating func hold(
    _ sums: QuestionSums, of question: QuestionID, batch: Int,
    _ configuration: ProjectConfiguration
  ) {
    held = (Key(question: question, batch: batch, configuration: configuration), sums)
  }
}

extension Project {
  /// The sums of a question with the tables of every two annotators. O(cells) at first, then O(1)
  /// until ratings or settings change. nil for a question that nobody was asked.
  func pairSums(_ question: QuestionID) throws(ReadFailure) -> QuestionSums? {
    let batch = try index.newestBatch()
    let configuration = configuration
    let held = pairSumsCache.withLock { $0.sums(question, batch: batch, configuration) }
    if let held { return held }
    guard let sums = try index.sums(question) else { return nil }
    pairSumsCache.withLock { $0.hold(sums, of: question, batch: batch, configuration) }
    return sums
  }
}
