/// Votes as rows of a table: one row for each pair of annotator and label that occurs.
///
/// A model that says how often an annotator gives a label when another one is true has a number a
/// row and a true label; a vote is then one row of numbers. Pairs that never occur take no room.
/// Votes of nobody known are taken as votes of one more annotator.
struct VoteRows {
  /// Where each unit's votes begin; one more entry says where the last one ends.
  let offsets: [Int]

  /// By vote.
  let rows: [Int32]

  /// By annotator: where the rows begin; one more entry.
  let annotatorRows: [Int]

  /// By row: the label's code; ascending within an annotator.
  let rowLabels: [Int32]

  /// By row: how many votes.
  let rowVotes: [Int]

  let labelCount: Int

  /// Votes in the unit with the most.
  let largestUnit: Int

  var unitCount: Int { offsets.count - 1 }
  var rowCount: Int { rowLabels.count }

  /// With the one who stands for nobody known.
  var annotatorCount: Int { annotatorRows.count - 1 }

  /// Groups of four numbers that hold one number a label.
  var lanes: Int { (labelCount + 3) / 4 }

  /// O(votes + annotators × labels), or O(votes log votes) where that product is large.
  init(_ votes: VoteTable) {
    offsets = votes.offsets
    labelCount = votes.labelCount
    largestUnit = zip(votes.offsets, votes.offsets.dropFirst()).reduce(0) { max($0, $1.1 - $1.0) }
    let hasUnknown = votes.annotators.contains(UnitRating.unknownAnnotator)
    let annotators = votes.annotatorCount + (hasUnknown ? 1 : 0)
    let pairs = PairCodes(votes, annotators: annotators)
    rows = pairs.rows
    rowVotes = pairs.counts
    rowLabels = pairs.keys.map { Int32($0 % max(1, votes.labelCount)) }
    var starts = Array(repeating: 0, count: annotators + 1)
    for key in pairs.keys { starts[key / votes.labelCount + 1] += 1 }
    for annotator in 0..<annotators { starts[annotator + 1] += starts[annotator] }
    annotatorRows = starts
  }

  /// The row of an annotator's label, or nil where that vote never occurs. O(log labels).
  func row(annotator: Int, label: Int) -> Int? {
    var low = annotatorRows[annotator]
    var high = annotatorRows[annotator + 1]
    while low < high {
      let middle = (low + high) / 2
      if Int(rowLabels[middle]) < label { low = middle + 1 } else { high = middle }
    }
    let isFound = low < annotatorRows[annotator + 1] && Int(rowLabels[low]) == label
    return isFound ? low : nil
  }

  /// An annotator's number of votes.
  func votes(of annotator: Int) -> Int {
    rowVotes[annotatorRows[annotator]..<annotatorRows[annotator + 1]].reduce(0, +)
  }

  /// The pairs of annotator and label that occur, as ascending numbers annotator × labels + label.
  private struct PairCodes {
    /// More cells than this are not laid out.
    static let denseLimit = 1 << 24

    var keys: [Int] = []
    var counts: [Int] = []
    var rows: [Int32]

    init(_ votes: VoteTable, annotators: Int) {
      let labels = votes.labelCount
      let (cells, overflow) = annotators.multipliedReportingOverflow(by: labels)
      precondition(!overflow, "annotators and labels are numbered without large gaps")
      func key(_ vote: Int) -> Int {
        let annotator = Int(votes.annotators[vote])
        return (annotator < 0 ? annotators - 1 : annotator) * labels + Int(votes.labels[vote])
      }
      guard cells > Self.denseLimit else {
        var table = Array(repeating: Int32(0), count: cells)
        for vote in 0..<votes.count { table[key(vote)] += 1 }
        for cell in 0..<cells where table[cell] > 0 {
          keys.append(cell)
          counts.append(Int(table[cell]))
          table[cell] = Int32(keys.count - 1)
        }
        rows = (0..<votes.count).map { table[key($0)] }
        return
      }
      let all = (0..<votes.count).map(key)
      keys = Set(all).sorted()
      let codes = Dictionary(uniqueKeysWithValues: zip(keys, keys.indices))
      counts = Array(repeating: 0, count: keys.count)
      rows = []
      rows.reserveCapacity(all.count)
      for key in all {
        let code = codes[key] ?? 0
        counts[code] += 1
        rows.append(Int32(code))
      }
    }
  }
}
