import Agreement
import Foundation

/// Votes whose truth is known, the same every time.
struct MadeVotes {
  static let items = 100_000
  static let votesPerItem = 5
  static let annotators = 200
  static let labels = 3

  let votes: VoteTable
  let truth: [Int32]
  let keys: [UInt64]

  init() {
    var numbers = SeededNumbers(seed: 20_261_122)
    let accuracies = (0..<Self.annotators).map { _ in 0.5 + 0.45 * numbers.share() }
    var truth: [Int32] = []
    var annotators: [Int32] = []
    var labels: [Int32] = []
    for _ in 0..<Self.items {
      let right = Int32(numbers.next() % UInt64(Self.labels))
      truth.append(right)
      let first = Int(numbers.next() % UInt64(Self.annotators))
      let step = 1 + 2 * Int(numbers.next() % 9)
      for place in 0..<Self.votesPerItem {
        let annotator = (first + place * step) % Self.annotators
        let isRight = numbers.share() < accuracies[annotator]
        annotators.append(Int32(annotator))
        labels.append(
          isRight ? right : Int32(numbers.next() % UInt64(Self.labels)))
      }
    }
    self.truth = truth
    keys = (0..<Self.items).map { AnnotatorModel.key("item-\($0)", "label") }
    votes = VoteTable(
      offsets: (0...Self.items).map { $0 * Self.votesPerItem },
      annotators: annotators, labels: labels, annotatorCount: Self.annotators,
      labelCount: Self.labels)
  }

  /// The same as a table that is imported.
  func write(to path: String) throws {
    var text = "item,annotator,label\n"
    for unit in 0..<votes.unitCount {
      for place in votes.offsets[unit]..<votes.offsets[unit + 1] {
        text += "item-\(unit),A\(votes.annotators[place]),L\(votes.labels[place])\n"
      }
    }
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }
}
