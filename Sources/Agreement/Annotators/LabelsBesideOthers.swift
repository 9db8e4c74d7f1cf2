/// What one annotator said beside what others said of the same units, counted in units.
///
/// Others need not be right: it says where to look, not who errs.
public struct LabelsBesideOthers: Equatable, Sendable {
  public struct Cell: Equatable, Sendable {
    /// What another annotator said, one at least.
    public let others: Int
    /// What this annotator said.
    public let given: Int
    public let units: Int
  }

  /// By the others' label, then by the own one; without empty ones.
  public let cells: [Cell]

  /// A table is kept for everyone, so many labels of many annotators are not counted.
  static let mostCells = 1 << 22

  /// The cells off the diagonal, the most frequent first, then by codes.
  public var differences: [Cell] {
    cells.filter { $0.others != $0.given }.sorted {
      ($1.units, $0.others, $0.given) < ($0.units, $1.others, $1.given)
    }
  }

  /// Every annotator's, by code; empty where that would take too much memory. O(Σ r d) for d labels in
  /// a unit.
  public static func all(_ votes: VoteTable) -> [LabelsBesideOthers] {
    counted(votes, of: 0..<votes.annotatorCount)
  }

  /// One annotator's; nil where that would take too much memory.
  public static func one(_ annotator: Int, _ votes: VoteTable) -> LabelsBesideOthers? {
    counted(votes, of: annotator..<annotator + 1).first
  }

  private static func counted(_ votes: VoteTable, of people: Range<Int>) -> [LabelsBesideOthers] {
    let labels = votes.labelCount
    let width = labels * labels
    guard people.count * width <= mostCells else { return [] }
    var counts = [Int32](repeating: 0, count: people.count * width)
    var seen: [(label: Int, count: Int)] = []
    for unit in 0..<votes.unitCount {
      let places = votes.votes(of: unit)
      guard places.count > 1 else { continue }
      seen.removeAll(keepingCapacity: true)
      for vote in places {
        let label = Int(votes.labels[vote])
        if let known = seen.firstIndex(where: { $0.label == label }) {
          seen[known].count += 1
        } else {
          seen.append((label, 1))
        }
      }
      for vote in places where people.contains(Int(votes.annotators[vote])) {
        let own = Int(votes.labels[vote])
        let start = (Int(votes.annotators[vote]) - people.lowerBound) * width
        for entry in seen where entry.label != own || entry.count > 1 {
          counts[start + entry.label * labels + own] += 1
        }
      }
    }
    return people.indices.map { person in
      let start = (person - people.lowerBound) * width
      return LabelsBesideOthers(counts[start..<start + width], labels: labels)
    }
  }

  private init(_ counts: ArraySlice<Int32>, labels: Int) {
    cells = zip(counts.indices, counts).compactMap { index, count in
      let place = index - counts.startIndex
      return count == 0
        ? nil : Cell(others: place / labels, given: place % labels, units: Int(count))
    }
  }
}
