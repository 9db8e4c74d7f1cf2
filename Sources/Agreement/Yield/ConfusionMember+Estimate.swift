extension ConfusionMember {
  /// Units that are worth a core of their own.
  private static let unitsPerShard = 4096

  /// So many times all sums anew, and what each unit's truth is under them; the sums last, so that they
  /// are of what was found.
  mutating func sweep(
    _ votes: YieldVotes, _ standings: StandingList, _ count: Int,
    into table: inout ForecastTable, number: Int, _ shards: Int?
  ) {
    for _ in 0..<count {
      gather(votes, standings)
      estimate(votes, into: &table, member: number, shards: shards)
    }
    gather(votes, standings)
  }

  /// What each unit's truth is under the sums, for every unit. O(votes × T), shared out to cores; how
  /// many there are changes no bit.
  ///
  /// - Parameter member: The member's number in the table.
  mutating func estimate(
    _ votes: YieldVotes, into table: inout ForecastTable, member: Int, shards: Int?
  ) {
    let units = votes.unitCount
    let wanted = shards ?? CoreShare.cores
    let count = max(1, min(wanted, units / Self.unitsPerShard))
    withEstimate(votes, &table, member: member) { estimate in
      CoreShare.each(count) { shard in
        // Whole blocks of the table, so that no two shards write into one.
        let blocks = (units + ForecastTable.lanes - 1) / ForecastTable.lanes
        let first = blocks * shard / count * ForecastTable.lanes
        let end = min(units, blocks * (shard + 1) / count * ForecastTable.lanes)
        estimate.run(first..<max(first, end))
      }
    }
  }

  /// The matrices as they stand, with memory to write into.
  private mutating func withEstimate(
    _ votes: YieldVotes, _ table: inout ForecastTable, member: Int,
    _ body: (ConfusionEstimate) -> Void
  ) {
    let tops = tops(votes)
    let bottoms = totals.map { $0 + strength }
    // One piece of memory, so that it is opened once.
    let matrices = tops + bottoms + priors
    let width = width
    withWriter(&table, member: member) { writer, weights in
      matrices.withUnsafeBufferPointer { matrices in
        votes.withColumns { columns in
          guard let matrices = matrices.baseAddress else { return }
          body(
            ConfusionEstimate(
              width: width, tops: matrices, bottoms: matrices + tops.count,
              priors: matrices + tops.count + bottoms.count, columns: columns, weights: weights,
              writer: writer))
        }
      }
    }
  }

  /// Memory to write into, and the weights; no call where there is no unit.
  mutating func withWriter(
    _ table: inout ForecastTable, member: Int,
    _ body: (ForecastWriter, UnsafeMutablePointer<Double>) -> Void
  ) {
    let (classCount, width, stride) = (classCount, width, table.stride)
    logs.withUnsafeMutableBufferPointer { logs in
      weights.withUnsafeMutableBufferPointer { weights in
        table.withNumbers { forecasts in
          guard let logs = logs.baseAddress, let weights = weights.baseAddress else { return }
          body(
            ForecastWriter(
              classCount: classCount, width: width, member: member, logs: logs,
              forecasts: forecasts, stride: stride), weights)
        }
      }
    }
  }

  /// N + s G by row and latent class.
  private func tops(_ votes: YieldVotes) -> [Double] {
    var tops = counts
    for row in 0..<votes.rows.rowCount {
      let label = Int(votes.rows.rowLabels[row])
      for t in 0..<width { tops[row * width + t] += strength * pooled[t * classCount + label] }
    }
    return tops
  }
}
