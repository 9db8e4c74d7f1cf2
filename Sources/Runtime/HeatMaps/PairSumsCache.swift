import Agreement
import Domain
import Store
import Synchronization

/// The tables of every two annotators of a question, and the map of label pairs by annotator that is
/// made of them: kept because nearly all stored sums are theirs, and they change with ratings and
/// settings alone, not with rulings.
struct PairSumsCache {
  private struct Key: Equatable {
    let question: QuestionID
    let batch: Int
    let configuration: ProjectConfiguration
  }

  struct Held {
    let sums: QuestionSums
    /// By how many cases are enough.
    var people: [Int: HeatMap] = [:]
  }

  private var key: Key?
  private var held: Held?

  /// What is held of a question, or what `make` reads, where that is of another batch or other settings.
  mutating func held(
    _ question: QuestionID, batch: Int, _ configuration: ProjectConfiguration,
    make: () throws(ReadFailure) -> QuestionSums?
  ) throws(ReadFailure) -> Held? {
    let wanted = Key(question: question, batch: batch, configuration: configuration)
    if key == wanted { return held }
    guard let sums = try make() else { return nil }
    key = wanted
    held = Held(sums: sums)
    return held
  }

  /// Keeps a map that was made of what is held.
  mutating func keep(_ people: HeatMap, enough: Int) { held?.people[enough] = people }
}

extension Project {
  /// The sums of a question with the tables of every two annotators. O(cells) at first, then O(1)
  /// until ratings or settings change. nil for a question that nobody was asked.
  func pairSums(_ question: QuestionID) throws(ReadFailure) -> QuestionSums? {
    let batch = try index.newestBatch()
    let configuration = configuration
    return try pairSumsCache.withLock { cache throws(ReadFailure) in
      try cache.held(question, batch: batch, configuration, make: read(question))?.sums
    }
  }

  /// Pairs of labels by annotator. O(cells) at first, then as `pairSums`.
  func labelPairsByAnnotator(
    _ question: QuestionID, enough: Int
  ) throws(ReadFailure) -> HeatMap? {
    let batch = try index.newestBatch()
    let configuration = configuration
    return try pairSumsCache.withLock { cache throws(ReadFailure) in
      let held = try cache.held(question, batch: batch, configuration, make: read(question))
      guard let held else { return nil }
      if let people = held.people[enough] { return people }
      let source = try index.heatSource(question, from: held.sums)
      let people = HeatMap(source, HeatMapRequest(kind: .pairAnnotator, enough: enough))
      cache.keep(people, enough: enough)
      return people
    }
  }

  private func read(
    _ question: QuestionID
  ) -> () throws(ReadFailure) -> QuestionSums? {
    { () throws(ReadFailure) in try self.index.sums(question) }
  }
}
