internal import Glibc

/// The E-step of a range of units.
struct PosteriorShard {
  let counts: PosteriorCounts
  let gold: [Int32]

  /// 2^(j / 256).
  let powers: UnsafePointer<Double>

  /// Binary logarithms this far below the largest add nothing to sums of 50 binary places.
  private static let floor = -52.0

  /// Adds the shares of votes; where a label is known, the label.
  func start(_ units: Range<Int>, output: PosteriorOutput?) {
    let rows = counts.rows
    let lanes = rows.lanes
    let fractions = LaneStorage<Double>(repeating: 0, count: lanes)
    let shares = LaneStorage<Int64>(repeating: 0, count: lanes)
    let votes = UnitVotes(rows)
    var rated = 0
    for unit in units {
      votes.load(unit)
      let known = gold.isEmpty ? TruthOptions.noGold : gold[unit]
      guard !votes.isEmpty || known >= 0 else {
        output?.writeUnrated(unit, labels: rows.labelCount)
        continue
      }
      fractions.fill(with: 0)
      if known >= 0 {
        fractions[Int(known)] = 1
      } else {
        for vote in rows.offsets[unit]..<rows.offsets[unit + 1] {
          fractions[Int(rows.rowLabels[Int(rows.rows[vote])])] += 1
        }
        let size = Double(votes.count)
        for lane in 0..<lanes { fractions.pointer[lane] /= size }
      }
      for lane in 0..<lanes {
        shares.pointer[lane] = BinaryExponential.whole(
          fractions.pointer[lane] * counts.grid.shareScale)
      }
      add(shares, votes: votes)
      rated += 1
      write(fractions, sum: 1, unit: unit, to: output)
    }
    counts.unitCount += rated
  }

  /// Adds and writes the shares of weights; units whose votes weigh nothing count as unrated.
  func weigh(_ units: Range<Int>, table: ConfusionTable, output: PosteriorOutput) {
    let rows = counts.rows
    let scores = LaneStorage<Double>(repeating: 0, count: rows.lanes)
    let shares = LaneStorage<Int64>(repeating: 0, count: rows.lanes)
    let votes = UnitVotes(rows)
    var rated = 0
    for unit in units {
      votes.load(unit)
      let top = score(votes, table: table, scores: scores.pointer)
      guard top > 0 else {
        output.writeUnrated(unit, labels: rows.labelCount)
        continue
      }
      var total = SIMD4<Int64>.zero
      for lane in 0..<rows.lanes {
        scores.pointer[lane] /= top
        total &+= BinaryExponential.whole(scores.pointer[lane] * counts.grid.powerScale)
      }
      let sum = Double(total[0] &+ total[1] &+ total[2] &+ total[3]) / counts.grid.powerScale
      for lane in 0..<rows.lanes {
        shares.pointer[lane] = BinaryExponential.whole(
          scores.pointer[lane] * (counts.grid.shareScale / sum))
      }
      add(shares, votes: votes)
      rated += 1
      write(scores, sum: sum, unit: unit, to: output)
    }
    counts.unitCount += rated
  }

  /// Adds the posteriors, and writes them where that is wanted.
  func run(_ units: Range<Int>, table: ConfusionTable, output: PosteriorOutput?) {
    let rows = counts.rows
    let scores = LaneStorage<Double>(repeating: 0, count: rows.lanes)
    let shares = LaneStorage<Int64>(repeating: 0, count: rows.lanes)
    let votes = UnitVotes(rows)
    // Kept here and handed over at the end: two shards' counters may share a cache line.
    var tally = Tally()
    for unit in units {
      let known = gold.isEmpty ? TruthOptions.noGold : gold[unit]
      votes.load(unit)
      guard !votes.isEmpty || known >= 0 else {
        output?.writeUnrated(unit, labels: rows.labelCount)
        continue
      }
      let top = score(votes, table: table, scores: scores.pointer)
      if known >= 0 {
        clamp(known, scores: scores, shares: shares, tally: &tally)
        write(scores, sum: 1, unit: unit, to: output)
      } else {
        let floor = output == nil ? Self.floor : -1022
        let sum = normalise(scores, top: top, shares: shares, floor: floor, tally: &tally)
        write(scores, sum: sum, unit: unit, to: output)
      }
      add(shares, votes: votes)
      tally.units += 1
    }
    counts.unitCount += tally.units
    counts.logLikelihood += tally.logLikelihood
  }

  /// What a shard counts beside the shares.
  private struct Tally {
    var units = 0
    var logLikelihood: Int128 = 0
  }

  /// Σ of the logarithms by label, exact, and the largest of them.
  @inline(__always)
  private func score(
    _ votes: UnitVotes, table: ConfusionTable, scores: UnsafeMutablePointer<SIMD4<Double>>
  ) -> Double {
    let priors = table.priors.pointer
    let logs = table.logs.pointer
    var top = SIMD4<Double>(repeating: -.infinity)
    for lane in 0..<votes.lanes {
      let column = logs + lane
      var sum = priors[lane]
      for vote in 0..<votes.count { sum += column[votes.places[vote]] }
      scores[lane] = sum
      top.replace(with: sum, where: sum .> top)
    }
    return max(max(top[0], top[1]), max(top[2], top[3]))
  }

  /// Turns scores into shares, adds the unit's probability to the log-likelihood, and leaves the
  /// shares times the sum that it returns.
  @inline(__always)
  private func normalise(
    _ scores: LaneStorage<Double>, top: Double, shares: LaneStorage<Int64>, floor: Double,
    tally: inout Tally
  ) -> Double {
    let grid = counts.grid
    let (powerScale, logScale) = (grid.powerScale, grid.logScale)
    let lanes = scores.count
    let scores = scores.pointer
    let shares = shares.pointer
    var total = SIMD4<Int64>.zero
    for lane in 0..<lanes {
      let differences = scores[lane] - top
      let power = BinaryExponential.power(differences, floor: floor, table: powers)
      scores[lane] = power
      total &+= BinaryExponential.whole(power * powerScale)
    }
    let sum = Double(total[0] &+ total[1] &+ total[2] &+ total[3]) / powerScale
    let scale = grid.shareScale / sum
    for lane in 0..<lanes {
      shares[lane] = BinaryExponential.whole(scores[lane] * scale)
    }
    let log = sum == 1 ? top : top + log2(sum)
    tally.logLikelihood += Int128(Int64((log * logScale).rounded()))
    return sum
  }

  @inline(__always)
  private func write(
    _ powers: LaneStorage<Double>, sum: Double, unit: Int, to output: PosteriorOutput?
  ) {
    output?.write(
      powers, sum: sum, unit: unit, labels: counts.rows.labelCount, grid: counts.grid)
  }

  /// All of the posterior to the label that is known.
  private func clamp(
    _ known: Int32, scores: LaneStorage<Double>, shares: LaneStorage<Int64>, tally: inout Tally
  ) {
    let score = scores[Int(known)]
    if score.isFinite {
      tally.logLikelihood += Int128(Int64((score * counts.grid.logScale).rounded()))
    }
    scores.fill(with: 0)
    scores[Int(known)] = 1
    shares.fill(with: 0)
    shares[Int(known)] = Int64(counts.grid.shareScale)
  }

  @inline(__always)
  private func add(_ shares: LaneStorage<Int64>, votes: UnitVotes) {
    let sums = counts.votes.pointer
    let units = counts.units.pointer
    let shares = shares.pointer
    for lane in 0..<votes.lanes {
      let share = shares[lane]
      if share == .zero { continue }
      units[lane] &+= share
      let column = sums + lane
      for vote in 0..<votes.count { column[votes.places[vote]] &+= share }
    }
  }
}
