import Agreement
import Domain

/// Which ratings of one unit count, after a batch came to what was there.
///
/// One a place (annotator, round, origin): the later batch wins, within a batch the policy decides.
/// Ratings without an annotator have no place of their own: all of the newest batch that has any count
/// together, so that a new export of the same task does not count its old ratings twice.
struct RatingsInForce {
  /// In batch and file order.
  private(set) var kept: [StoredRating] = []
  /// Of `kept`, those that the batch brought; by ordinal.
  private(set) var arrived: Set<Int> = []
  private(set) var new = 0
  private(set) var changed = 0
  /// Ratings without an annotator that a later batch no longer has.
  private(set) var gone = 0

  /// - Parameters:
  ///   - standing: what was in force.
  ///   - coming: ratings of the batch, in file order.
  init(standing: [StoredRating], coming: [StoredRating], repeats: RepeatPolicy) {
    if standing.isEmpty, coming.haveDistinctAnnotators {
      kept = coming
      arrived = Set(coming.lazy.map(\.ordinal))
      new = coming.count
    } else {
      merge(standing, coming, repeats)
    }
  }

  private mutating func merge(
    _ standing: [StoredRating], _ coming: [StoredRating], _ repeats: RepeatPolicy
  ) {
    var places: [StoredRating.Place: StoredRating] = [:]
    var anonymous: [StoredRating.Place: [StoredRating]] = [:]
    for rating in coming {
      let place = rating.place
      if rating.annotator == 0 {
        anonymous[place, default: []].append(rating)
      } else if let earlier = places[place] {
        places[place] = Self.winner(earlier, rating, repeats)
      } else {
        places[place] = rating
      }
    }
    var replaced: [StoredRating.Place: [StoredRating]] = [:]
    for rating in standing {
      let place = rating.place
      if rating.annotator == 0 {
        if anonymous[place] == nil {
          kept.append(rating)
        } else {
          replaced[place, default: []].append(rating)
        }
      } else if let winner = places[place] {
        if !winner.says(sameAs: rating) { changed += 1 }
        replaced[place] = []
      } else {
        kept.append(rating)
      }
    }
    for (place, rating) in places {
      if replaced[place] == nil { new += 1 }
      keep(rating)
    }
    for (place, ratings) in anonymous {
      count(ratings, against: replaced[place] ?? [])
      for rating in ratings { keep(rating) }
    }
    kept.sort { ($0.batch, $0.ordinal) < ($1.batch, $1.ordinal) }
  }

  /// Whether the unit's ratings say something else than before.
  var isChange: Bool { new + changed + gone > 0 }

  private mutating func keep(_ rating: StoredRating) {
    kept.append(rating)
    arrived.insert(rating.ordinal)
  }

  private mutating func count(_ ratings: [StoredRating], against earlier: [StoredRating]) {
    var left = earlier
    for rating in ratings {
      if let match = left.firstIndex(where: { $0.says(sameAs: rating) }) {
        left.remove(at: match)
      } else {
        new += 1
      }
    }
    gone += left.count
  }

  /// By time where both have one, else by file order.
  private static func winner(
    _ earlier: StoredRating, _ later: StoredRating, _ repeats: RepeatPolicy
  ) -> StoredRating {
    var isLater = true
    if let a = earlier.at, let b = later.at, a != b { isLater = a < b }
    switch repeats {
    case .last: return isLater ? later : earlier
    case .first: return isLater ? earlier : later
    }
  }
}

extension [StoredRating] {
  /// Whether no annotator occurs twice. O(n²), for the handful that a unit has; beyond it says no.
  var haveDistinctAnnotators: Bool {
    guard count <= 32 else { return false }
    for index in indices where self[index].annotator != 0 {
      for earlier in 0..<index where self[earlier].annotator == self[index].annotator {
        return false
      }
    }
    return true
  }

  /// The ratings that count as votes: people's, of each annotator the one of the last round, and not
  /// those who declined.
  var votes: [StoredRating] {
    if haveDistinctAnnotators { return filter { $0.origin == .person && !$0.isAbstained } }
    var last: [Int64: StoredRating] = [:]
    var all: [StoredRating] = []
    for rating in self where rating.origin == .person {
      if rating.annotator == 0 {
        all.append(rating)
      } else if let other = last[rating.annotator] {
        let rounds = (RoundID(other.round ?? ""), RoundID(rating.round ?? ""))
        if rounds.0.precedes(rounds.1) { last[rating.annotator] = rating }
      } else {
        last[rating.annotator] = rating
      }
    }
    all.append(contentsOf: last.values)
    return all.filter { !$0.isAbstained }
      .sorted { ($0.batch, $0.ordinal) < ($1.batch, $1.ordinal) }
  }
}
