import Agreement
import Interchange
import Synchronization

/// Counts ratings that are parted by item, several parts at the same time.
///
/// Every thread counts into tables of its own; all are integers and are added up at the end, so that
/// nothing depends on how many threads there are or which part fell to whom.
struct PartCounting {
  let policy: RepeatPolicy
  let cutting: FileCutting

  /// The one question of a table; none where it holds no rating.
  func questions(_ ratings: PartedRatings) -> [QuestionGroups.Question] {
    guard ratings.tables.ratings > 0 else { return [] }
    let totals = totals(ratings)
    return [
      QuestionGroups.Question(
        code: 0, sums: totals.sums, patterns: totals.patterns, repeats: totals.repeats,
        votes: votes(ratings))
    ]
  }

  /// Who rated what, of a table that is small enough to keep it.
  private func votes(_ ratings: PartedRatings) -> VoteTable? {
    guard ratings.tables.ratings <= QuestionGroups.ratingsOfVotes else { return nil }
    var rows = TimedRows()
    let room = RatingPart()
    var itemsBefore: Int32 = 0
    for part in 0..<ratings.partCount {
      ratings.read(part: part, into: room)
      for row in 0..<room.count {
        rows.append(
          item: itemsBefore + room.items[row], annotator: room.annotators[row],
          label: room.labels[row], time: ratings.isTimed ? room.times[row] : RatingBlock.noTime)
      }
      itemsBefore += Int32(room.itemCount)
    }
    var grouper = UnitGrouper(keeping: policy)
    rows.ordered(into: &grouper)
    return VoteTable(grouper.grouped())
  }

  private func totals(_ ratings: PartedRatings) -> UnitCounter.Totals {
    let workers = cutting.workers(for: ratings.tables.ratings)
    let untimed = UnsafeBufferPointer<Int64>(start: nil, count: 0)
    let next = Atomic(0)
    var counters: [UnitCounter?] = Array(repeating: nil, count: workers)
    counters.withUnsafeMutableBufferPointer { counters in
      Parallel.run(workers) { worker in
        var counter = counter(ratings, workers)
        let room = RatingPart()
        while true {
          // Whoever is held up takes fewer parts.
          let part = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard part < ratings.partCount else { break }
          ratings.read(part: part, into: room)
          counter.add(
            items: room.items.span, itemCount: room.itemCount, annotators: room.annotators.span,
            labels: room.labels.span,
            times: (ratings.isTimed ? room.times : untimed).span)
        }
        counters[worker] = counter
      }
    }
    var whole = counters[0].take() ?? counter(ratings, workers)
    for counter in counters.dropFirst().compactMap(\.self) { whole.merge(counter) }
    return whole.totals()
  }

  private func counter(_ ratings: PartedRatings, _ workers: Int) -> UnitCounter {
    UnitCounter(
      annotators: ratings.tables.annotators.count, labels: ratings.tables.labels.count,
      ratings: ratings.tables.ratings / workers, keeping: policy)
  }
}
