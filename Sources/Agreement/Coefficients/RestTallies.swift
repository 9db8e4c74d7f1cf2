/// Counts of every annotator against all others: a first pass adds up, a second one leaves out one
/// unit after the other.
struct RestTallies {
  struct Tally {
    var ratings = 0
    var units = 0
    var tied = 0
    var withPlurality = 0
    /// Rows are the annotator's labels, columns those of all others.
    var table: MarginTable
    var kappas = LeaveOneOut()
    var agreements = LeaveOneOut()
  }

  private(set) var annotators: [Tally]
  /// The labels of the unit at hand with their counts.
  private var labels: [(label: Int, count: Int)] = []
  private var ratings: [UnitRating] = []

  /// The first pass. O(Σ r·d), d labels in a unit.
  init(_ votes: VoteTable) {
    annotators = Array(
      repeating: Tally(table: MarginTable(labelCount: votes.labelCount)),
      count: votes.annotatorCount)
    for unit in 0..<votes.unitCount {
      read(unit, votes)
      for rating in ratings where rating.annotator >= 0 { count(rating) }
    }
    for annotator in annotators.indices { annotators[annotator].table.close() }
  }

  /// The second pass. O(Σ r·d).
  mutating func leaveOutUnits(_ votes: VoteTable) {
    for unit in 0..<votes.unitCount {
      read(unit, votes)
      guard ratings.count > 1 else { continue }
      for rating in ratings where rating.annotator >= 0 { leaveOut(rating) }
    }
  }

  private mutating func read(_ unit: Int, _ votes: VoteTable) {
    votes.read(unit, into: &ratings)
    labels.removeAll(keepingCapacity: true)
    for rating in ratings {
      let label = Int(rating.label)
      if let place = labels.firstIndex(where: { $0.label == label }) {
        labels[place].count += 1
      } else {
        labels.append((label, 1))
      }
    }
  }

  private mutating func count(_ rating: UnitRating) {
    let annotator = Int(rating.annotator)
    let own = Int(rating.label)
    annotators[annotator].ratings += 1
    guard ratings.count > 1 else { return }
    annotators[annotator].units += 1
    var most = 0
    var holders = 0
    var ownCount = 0
    for entry in labels {
      let count = entry.label == own ? entry.count - 1 : entry.count
      guard count > 0 else { continue }
      annotators[annotator].table.add(row: own, column: entry.label, count: count)
      if entry.label == own { ownCount = count }
      if count > most {
        most = count
        holders = 1
      } else if count == most {
        holders += 1
      }
    }
    if holders > 1 {
      annotators[annotator].tied += 1
    } else if ownCount == most {
      annotators[annotator].withPlurality += 1
    }
  }

  private mutating func leaveOut(_ rating: UnitRating) {
    let annotator = Int(rating.annotator)
    let own = Int(rating.label)
    guard let place = labels.firstIndex(where: { $0.label == own }) else { return }
    labels[place].count -= 1
    let table = annotators[annotator].table
    if let whole = table.kappa {
      let value = table.kappa(withoutRow: own, columns: labels)
      annotators[annotator].kappas.add(value.map { $0 - whole })
    }
    let agreed = labels[place].count
    let others = ratings.count - 1
    annotators[annotator].agreements.add(
      table.total == others
        ? nil
        : Double(table.agreeing - agreed) / Double(table.total - others) - table.observed)
    labels[place].count += 1
  }
}
