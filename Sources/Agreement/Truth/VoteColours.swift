internal import Domain

/// Numbers that tell annotators and their labels apart by what their votes look like, and by nothing
/// else: neither codes nor order (one round of Weisfeiler & Leman's refinement, 1968).
struct VoteColours {
  /// By annotator.
  let annotators: [UInt64]

  /// By row of the table of votes.
  let rows: [UInt64]

  init(_ rows: VoteRows) {
    let plain = Self.rowColours(rows, units: Array(repeating: 0, count: rows.unitCount))
    let coarse = Self.annotatorColours(rows, plain)
    var units = Array(repeating: UInt64(0), count: rows.unitCount)
    var annotatorOf = Array(repeating: 0, count: rows.rowCount)
    for annotator in 0..<rows.annotatorCount {
      for row in rows.annotatorRows[annotator]..<rows.annotatorRows[annotator + 1] {
        annotatorOf[row] = annotator
      }
    }
    Self.eachVote(rows) { unit, row, sameVotes, _ in
      units[unit] &+= Self.mixed(coarse[annotatorOf[row]] ^ Self.mixed(UInt64(sameVotes)))
    }
    self.rows = Self.rowColours(rows, units: units)
    annotators = Self.annotatorColours(rows, self.rows)
  }

  /// Sums over votes, which do not depend on an order.
  private static func rowColours(_ rows: VoteRows, units: [UInt64]) -> [UInt64] {
    var colours = Array(repeating: UInt64(0), count: rows.rowCount)
    eachVote(rows) { unit, row, sameVotes, size in
      let look = UInt64(size) << 32 | UInt64(sameVotes)
      colours[row] &+= mixed(mixed(look) ^ units[unit])
    }
    return colours
  }

  private static func annotatorColours(_ rows: VoteRows, _ colours: [UInt64]) -> [UInt64] {
    (0..<rows.annotatorCount).map { annotator in
      colours[rows.annotatorRows[annotator]..<rows.annotatorRows[annotator + 1]]
        .reduce(0) { $0 &+ mixed($1) }
    }
  }

  /// Calls `body` with the unit, the row, how many votes of the unit say the same, and how many votes
  /// the unit has.
  private static func eachVote(_ rows: VoteRows, _ body: (Int, Int, Int, Int) -> Void) {
    var votesByLabel = Array(repeating: 0, count: rows.labelCount)
    for unit in 0..<rows.unitCount {
      let votes = rows.offsets[unit]..<rows.offsets[unit + 1]
      for vote in votes { votesByLabel[Int(rows.rowLabels[Int(rows.rows[vote])])] += 1 }
      for vote in votes {
        let row = Int(rows.rows[vote])
        body(unit, row, votesByLabel[Int(rows.rowLabels[row])], votes.count)
      }
      for vote in votes { votesByLabel[Int(rows.rowLabels[Int(rows.rows[vote])])] = 0 }
    }
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var order = SeededOrder(seed: value)
    return order.next()
  }
}
