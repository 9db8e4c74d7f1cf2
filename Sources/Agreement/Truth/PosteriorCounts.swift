/// What an E-step leaves for the M-step: posterior probabilities added up, as whole multiples of
/// 2^−`shareBits`.
final class PosteriorCounts {
  let rows: VoteRows
  let grid: FixedPoint

  /// By row, then true label.
  let votes: LaneStorage<Int64>

  /// By true label: of units with votes.
  let units: LaneStorage<Int64>

  /// Units with votes or a known label.
  var unitCount = 0

  /// The binary logarithm of the votes' probability, in multiples of 2^−`logBits`.
  var logLikelihood: Int128 = 0

  init(_ rows: VoteRows, grid: FixedPoint) {
    self.rows = rows
    self.grid = grid
    votes = LaneStorage(repeating: 0, count: rows.rowCount * rows.lanes)
    units = LaneStorage(repeating: 0, count: rows.lanes)
  }

  func clear() {
    votes.fill(with: 0)
    units.fill(with: 0)
    unitCount = 0
    logLikelihood = 0
  }

  func add(_ other: PosteriorCounts) {
    for place in 0..<votes.count { votes.pointer[place] &+= other.votes.pointer[place] }
    for place in 0..<units.count { units.pointer[place] &+= other.units.pointer[place] }
    unitCount += other.unitCount
    logLikelihood += other.logLikelihood
  }

  /// The expected number of a row's votes in units where `truth` is true.
  @inline(__always)
  func expected(row: Int, truth: Int) -> Double {
    Double(votes[row * rows.lanes * 4 + truth]) / grid.shareScale
  }

  /// The mean posterior of a label.
  func prior(_ label: Int) -> Double {
    unitCount == 0 ? 0 : Double(units[label]) / grid.shareScale / Double(unitCount)
  }

  /// ln P(votes).
  var naturalLogLikelihood: Double {
    Double(logLikelihood) / grid.logScale * TruthParameters.logOfTwo
  }
}
