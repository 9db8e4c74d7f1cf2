/// One look at all votes: the posterior of each unit's truth under a table of confusions, and what
/// the M-step needs of it. The units are shared out to cores; sums are whole numbers, so how many
/// cores there are changes no bit.
final class PosteriorPass {
  /// Units that are worth a core of their own.
  private static let unitsPerShard = 4096

  let rows: VoteRows
  let grid: FixedPoint

  /// The sums of all units, after a run.
  var counts: PosteriorCounts { shards[0] }

  private let gold: [Int32]
  private let powers = BinaryExponential()
  private let shards: [PosteriorCounts]

  /// - Parameters:
  ///   - gold: By unit, a known label or `TruthOptions.noGold`; may be empty.
  ///   - shards: How many cores, or nil for as many as are there.
  init(_ rows: VoteRows, grid: FixedPoint, gold: [Int32], shards: Int?) {
    self.rows = rows
    self.grid = grid
    self.gold = gold
    let wanted = shards ?? CoreShare.cores
    let count = max(1, min(wanted, rows.unitCount / Self.unitsPerShard))
    self.shards = (0..<count).map { _ in PosteriorCounts(rows, grid: grid) }
  }

  /// Counts the shares of each unit's votes as if they were its posterior.
  ///
  /// - Parameter output: Where to write the shares, or nil to leave it.
  func start(output: PosteriorOutput? = nil) {
    eachShard { shard, units in shard.start(units, output: output) }
  }

  /// Counts the shares of each unit's weighted votes.
  ///
  /// - Parameter table: By row, the weight under the label that was given, 0 under others.
  func weigh(_ table: ConfusionTable, output: PosteriorOutput) {
    eachShard { shard, units in shard.weigh(units, table: table, output: output) }
  }

  /// An E-step.
  ///
  /// - Parameter output: Where to write the posteriors, or nil to leave it.
  func run(_ table: ConfusionTable, output: PosteriorOutput?) {
    eachShard { shard, units in shard.run(units, table: table, output: output) }
  }

  private func eachShard(_ work: (PosteriorShard, Range<Int>) -> Void) {
    let total = rows.unitCount
    CoreShare.each(shards.count) { index in
      shards[index].clear()
      let shard = PosteriorShard(counts: shards[index], gold: gold, powers: powers.table)
      work(shard, total * index / shards.count..<total * (index + 1) / shards.count)
    }
    for shard in shards.dropFirst() { counts.add(shard) }
  }
}
