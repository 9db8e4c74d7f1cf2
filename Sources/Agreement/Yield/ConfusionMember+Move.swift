extension ConfusionMember {
  /// Gives a unit another standing in the sums, without looking at anything else.
  ///
  /// What the unit's own votes say of it does not change: it is judged without itself.
  mutating func restate(_ unit: Int, _ standing: UnitStanding, _ votes: YieldVotes) {
    let weight = weight(of: unit, standing, votes)
    for t in 0..<width { weights[unit * width + t] = weight[t] }
  }

  /// The same, and what its annotators' matrices then say of all their other units: the change of ln C
  /// is added to their ln q. O(votes of the unit's annotators × T).
  ///
  /// That leaves aside that a vote is judged without its own unit, and that G, s and π change as well;
  /// `gather` and `estimate` set right what builds up.
  mutating func move(
    _ unit: Int, _ standing: UnitStanding, _ votes: YieldVotes, into table: inout ForecastTable,
    member: Int, touched: inout TouchedUnits
  ) {
    let before = Array(weights[unit * width..<(unit + 1) * width])
    restate(unit, standing, votes)
    var change = before
    for t in 0..<width { change[t] = weights[unit * width + t] - before[t] }
    for vote in votes.votes(of: unit) {
      spread(change, row: Int(votes.rows.rows[vote]), from: unit, votes, &touched)
    }
    settle(touched.units, &table, member: member)
    touched.clear()
  }

  private mutating func spread(
    _ change: [Double], row: Int, from unit: Int, _ votes: YieldVotes,
    _ touched: inout TouchedUnits
  ) {
    let annotator = Int(votes.rowAnnotators[row])
    let own = votes.rows.annotatorRows[annotator]..<votes.rows.annotatorRows[annotator + 1]
    let before = matrixLogs(of: annotator, rows: own, votes)
    for t in 0..<width {
      counts[row * width + t] += change[t]
      totals[annotator * width + t] += change[t]
    }
    var difference = matrixLogs(of: annotator, rows: own, votes)
    for place in difference.indices { difference[place] -= before[place] }
    let (width, first) = (width, own.lowerBound)
    let units = votes.ownUnits.span
    let rows = votes.ownRows.span
    let sheet = votes.rows
    let offsets = sheet.offsets.span
    let differences = difference.span
    var sums = logs.mutableSpan
    for place in votes.ownOffsets[annotator]..<votes.ownOffsets[annotator + 1] {
      let other = Int(units[place])
      guard other != unit else { continue }
      let tempering = Self.tempering(offsets[other + 1] - offsets[other])
      let start = (Int(rows[place]) - first) * width
      for t in 0..<width { sums[other * width + t] += tempering * differences[start + t] }
      touched.add(other)
    }
  }

  /// ln C of an annotator's rows by row and latent class.
  private func matrixLogs(of annotator: Int, rows: Range<Int>, _ votes: YieldVotes) -> [Double] {
    var logs: [Double] = []
    logs.reserveCapacity(rows.count * width)
    for row in rows {
      let label = Int(votes.rows.rowLabels[row])
      for t in 0..<width {
        let top = counts[row * width + t] + strength * pooled[t * classCount + label]
        let bottom = totals[annotator * width + t] + strength
        logs.append(PortableLogarithm.natural(max(top, Self.least) / bottom))
      }
    }
    return logs
  }

  private mutating func settle(
    _ units: [Int32], _ table: inout ForecastTable, member: Int
  ) {
    let width = width
    withWriter(&table, member: member) { writer, _ in
      withUnsafeTemporaryAllocation(of: Double.self, capacity: width) { room in
        guard let room = room.baseAddress else { return }
        // What stands in the sums stays as it was counted.
        for unit in units { writer.settle(Int(unit), into: room) }
      }
    }
  }
}

extension ConfusionMember {
  /// Goes on from what an earlier fit found of the same units with the same classes.
  ///
  /// - Parameter units: By unit: its number there, or nil for one that is new.
  mutating func take(_ other: ConfusionMember, units: [Int?]) {
    for (unit, old) in units.enumerated() {
      guard let old else { continue }
      for t in 0..<width {
        logs[unit * width + t] = other.logs[old * width + t]
        weights[unit * width + t] = PortableExponential.of(other.logs[old * width + t])
      }
    }
  }
}
