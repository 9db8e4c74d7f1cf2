import Agreement
import Interchange

/// Ratings sorted into questions as they are read, then into units.
struct QuestionGroups {
  /// What one question's ratings add up to.
  struct Question {
    let code: Int32
    let sums: AgreementSums
    let patterns: PatternCounts
    let repeats: Agreement.Repeats
    /// Who rated what, where there are few enough ratings to leave out one unit after the other.
    let votes: VoteTable?
  }

  /// Beyond this many ratings the intervals that need every vote would cost more than all the rest.
  static let ratingsOfVotes = 300_000

  private let policy: RepeatPolicy
  private var groupers: [Int32: UnitGrouper] = [:]
  /// Rows that carry times wait until all are there: which of two is the later decides repeats.
  private var timed: [Int32: TimedRows] = [:]

  init(policy: RepeatPolicy) {
    self.policy = policy
  }

  /// Takes a block. Abstentions are no ratings to compare: they are left out.
  mutating func append(_ block: RatingBlock) {
    guard let first = block.questions.first else { return }
    let isPlain =
      !block.hasTimes && timed.isEmpty && block.questions.allSatisfy { $0 == first }
      && !block.labels.contains(RatingBlock.abstained)
    if isPlain {
      groupers[first, default: UnitGrouper(keeping: policy)].append(
        items: Array(block.items), annotators: Array(block.annotators),
        labels: Array(block.labels))
      return
    }
    for question in Set(block.questions).sorted() { append(block, only: question) }
  }

  private mutating func append(_ block: RatingBlock, only question: Int32) {
    let rows = block.questions.indices.filter {
      block.questions[$0] == question && block.labels[$0] != RatingBlock.abstained
    }
    if block.hasTimes || timed[question] != nil {
      timed[question, default: TimedRows()].append(block, rows)
      return
    }
    groupers[question, default: UnitGrouper(keeping: policy)].append(
      items: rows.map { block.items[$0] }, annotators: rows.map { block.annotators[$0] },
      labels: rows.map { block.labels[$0] })
  }

  /// Groups what was read. O(ratings).
  mutating func finished() -> [Question] {
    for question in timed.keys.sorted() {
      timed[question]?.ordered(
        into: &groupers[question, default: UnitGrouper(keeping: policy)])
    }
    let codes = groupers.keys.sorted()
    return codes.map { code in
      let grouped = (groupers.removeValue(forKey: code) ?? UnitGrouper(keeping: policy)).grouped()
      var sums = AgreementSums()
      var patterns = PatternCounts()
      sums.add(grouped)
      patterns.add(grouped)
      let hasFew = grouped.ratings.count <= Self.ratingsOfVotes
      return Question(
        code: code, sums: sums, patterns: patterns, repeats: grouped.repeats,
        votes: hasFew ? VoteTable(grouped) : nil)
    }
  }
}
