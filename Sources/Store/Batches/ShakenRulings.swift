import Domain
import GRDB

/// The rulings on units whose votes a batch moves, with the votes as they were before.
///
/// What comes of it is told at the end of the batch: an import of everything brings a vote in one
/// place and takes it away in another. In memory is as much as there are such rulings.
struct ShakenRulings {
  private struct Shaken {
    let ruling: Int
    let item: Int64
    let question: Int64
    let votes: [StoredRating]
  }

  private var units: [Int64: Shaken] = [:]

  /// Notes a unit with a ruling that stands, the first time that its votes move.
  mutating func note(_ unit: UnitRecord, votes: [StoredRating]) {
    guard unit.settled >= 0, units[unit.id] == nil else { return }
    units[unit.id] = Shaken(
      ruling: unit.settled, item: unit.item, question: unit.question, votes: votes)
  }

  /// Puts the rulings in doubt whose units have other votes now.
  ///
  /// - Returns: how many these are.
  func settle(
    batch: Int, _ ratings: RatingTable, _ session: inout DerivingSession
  ) throws -> Int {
    let cause = DoubtCause.ratings(batch: batch)
    var count = 0
    for (unit, shaken) in units.sorted(by: { $0.key < $1.key }) {
      let now = try ratings.inForce(item: shaken.item, question: shaken.question).votes
      let changed = now.differences(from: shaken.votes)
      guard changed > 0 else { continue }
      try DoubtTable.write(shaken.ruling, cause, votes: changed, session.database)
      try session.refresh(unit) { $0.doubt(by: cause) }
      count += 1
    }
    return count
  }
}

extension [StoredRating] {
  /// How many votes were added, changed or taken away since `earlier`; both lists are votes. When and in
  /// which batch or round one was given plays no part.
  fileprivate func differences(from earlier: [StoredRating]) -> Int {
    let (named, unnamed) = saying
    let (namedBefore, unnamedBefore) = earlier.saying
    let people = Set(named.keys).union(namedBefore.keys)
    let differing = people.count { named[$0] != namedBefore[$0] }
    let values = Set(unnamed.keys).union(unnamedBefore.keys)
    let moved = values.map { unnamed[$0, default: 0] - unnamedBefore[$0, default: 0] }
    let added = moved.reduce(0) { $0 + Swift.max(0, $1) }
    let gone = moved.reduce(0) { $0 + Swift.max(0, -$1) }
    return differing + Swift.max(added, gone)
  }

  /// What each annotator says, and how often each value was said where nobody knows by whom.
  private var saying: (named: [Int64: Int64], unnamed: [Int64: Int]) {
    var named: [Int64: Int64] = [:]
    var unnamed: [Int64: Int] = [:]
    for vote in self {
      if vote.annotator == 0 {
        unnamed[vote.vote, default: 0] += 1
      } else {
        named[vote.annotator] = vote.vote
      }
    }
    return (named, unnamed)
  }
}
