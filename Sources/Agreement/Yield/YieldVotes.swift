/// The votes of one question as the models of annotators read them: by unit, by annotator, and with
/// labels numbered without gaps, so that labels which nobody uses cost nothing.
struct YieldVotes: Sendable {
  /// By unit; one row for each pair of annotator and class that occurs.
  let rows: VoteRows

  /// By row.
  let rowAnnotators: [Int32]

  /// By class: the label's code with the caller.
  let classes: [Int32]

  /// By the caller's label code: the class, or −1 where nobody used it.
  let classByLabel: [Int32]

  /// Where each annotator's votes begin in `ownUnits` and `ownRows`; one more entry.
  let ownOffsets: [Int]
  let ownUnits: [Int32]
  let ownRows: [Int32]

  var unitCount: Int { rows.unitCount }
  var classCount: Int { classes.count }
  var voteCount: Int { ownUnits.count }

  /// - Parameters:
  ///   - table: Of repeats of one annotator in one unit the last counts. Votes of nobody known are
  ///     taken as those of one more annotator.
  ///   - ruled: Labels that rulings use, whether somebody voted for them or not.
  init(_ table: VoteTable, ruled: [Int32]) {
    let single = Self.withoutRepeats(table)
    let labelCount = max(table.labelCount, Int(ruled.max() ?? -1) + 1)
    var isUsed = Array(repeating: false, count: labelCount)
    for label in single.labels { isUsed[Int(label)] = true }
    for label in ruled { isUsed[Int(label)] = true }
    // A model of no class would have nothing to say; of one it says that.
    let used = isUsed.indices.filter { isUsed[$0] }.map { Int32($0) }
    classes = used.isEmpty ? [0] : used
    var classByLabel = Array(repeating: Int32(-1), count: max(1, labelCount))
    for (number, label) in classes.enumerated() { classByLabel[Int(label)] = Int32(number) }
    self.classByLabel = classByLabel
    rows = VoteRows(
      VoteTable(
        offsets: single.offsets, annotators: single.annotators,
        labels: single.labels.map { classByLabel[Int($0)] },
        annotatorCount: single.annotatorCount, labelCount: classes.count))
    var rowAnnotators = Array(repeating: Int32(0), count: rows.rowCount)
    for annotator in 0..<rows.annotatorCount {
      for row in rows.annotatorRows[annotator]..<rows.annotatorRows[annotator + 1] {
        rowAnnotators[row] = Int32(annotator)
      }
    }
    self.rowAnnotators = rowAnnotators
    let own = OwnVotes(rows, rowAnnotators)
    ownOffsets = own.offsets
    ownUnits = own.units
    ownRows = own.rows
  }

  /// The places of one unit's votes in `rows.rows`.
  func votes(of unit: Int) -> Range<Int> { rows.offsets[unit]..<rows.offsets[unit + 1] }

  /// n_i.
  func size(of unit: Int) -> Int { rows.offsets[unit + 1] - rows.offsets[unit] }

  /// Calls `body` with v_iy by class for each unit; the array is used again.
  func forEachUnit(_ body: (_ unit: Int, _ votesByClass: [Int32]) -> Void) {
    var counts = Array(repeating: Int32(0), count: classCount)
    for unit in 0..<unitCount {
      for vote in votes(of: unit) { counts[Int(rows.rowLabels[Int(rows.rows[vote])])] += 1 }
      body(unit, counts)
      for vote in votes(of: unit) { counts[Int(rows.rowLabels[Int(rows.rows[vote])])] = 0 }
    }
  }

  /// v_iy by class.
  func counts(of unit: Int) -> [Int] {
    var counts = Array(repeating: 0, count: classCount)
    for vote in votes(of: unit) { counts[Int(rows.rowLabels[Int(rows.rows[vote])])] += 1 }
    return counts
  }

  /// The columns by unit, where they lie.
  struct Columns {
    let offsets: UnsafePointer<Int>
    let rows: UnsafePointer<Int32>
    let rowAnnotators: UnsafePointer<Int32>
  }

  /// Calls `body` unless there is no vote at all.
  func withColumns(_ body: (Columns) -> Void) {
    rows.offsets.withUnsafeBufferPointer { offsets in
      rows.rows.withUnsafeBufferPointer { rows in
        rowAnnotators.withUnsafeBufferPointer { annotators in
          guard let offsets = offsets.baseAddress, let rows = rows.baseAddress,
            let annotators = annotators.baseAddress
          else { return }
          body(Columns(offsets: offsets, rows: rows, rowAnnotators: annotators))
        }
      }
    }
  }

  private static func withoutRepeats(_ table: VoteTable) -> VoteTable {
    var offsets = [0]
    offsets.reserveCapacity(table.unitCount + 1)
    var annotators: [Int32] = []
    var labels: [Int32] = []
    annotators.reserveCapacity(table.count)
    labels.reserveCapacity(table.count)
    var ratings: [UnitRating] = []
    for unit in 0..<table.unitCount {
      table.read(unit, into: &ratings)
      for rating in ratings {
        annotators.append(rating.annotator)
        labels.append(rating.label)
      }
      offsets.append(labels.count)
    }
    return VoteTable(
      offsets: offsets, annotators: annotators, labels: labels,
      annotatorCount: table.annotatorCount, labelCount: table.labelCount)
  }

  /// A counting sort of the votes by annotator; an annotator's votes keep the order of the units.
  private struct OwnVotes {
    var offsets: [Int]
    var units: [Int32]
    var rows: [Int32]

    init(_ votes: VoteRows, _ rowAnnotators: [Int32]) {
      offsets = Array(repeating: 0, count: votes.annotatorCount + 1)
      for row in votes.rows { offsets[Int(rowAnnotators[Int(row)]) + 1] += 1 }
      for annotator in 0..<votes.annotatorCount { offsets[annotator + 1] += offsets[annotator] }
      units = Array(repeating: 0, count: votes.rows.count)
      rows = units
      var places = offsets
      for unit in 0..<votes.unitCount {
        for vote in votes.offsets[unit]..<votes.offsets[unit + 1] {
          let row = votes.rows[vote]
          let annotator = Int(rowAnnotators[Int(row)])
          units[places[annotator]] = Int32(unit)
          rows[places[annotator]] = row
          places[annotator] += 1
        }
      }
    }
  }
}
