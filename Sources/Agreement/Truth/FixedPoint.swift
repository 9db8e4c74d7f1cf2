/// The grids on which truth inference adds, so that no sum depends on the order of its terms:
/// logarithms are rounded to multiples of a power of two that keep every sum of one unit exact in a
/// `Double`, posteriors to multiples that are added as whole numbers.
///
/// The grids follow from the numbers of votes alone. So units, votes, annotators and labels may
/// change places, and threads may take any share, without a changed bit.
struct FixedPoint: Equatable {
  /// Binary places of a logarithm.
  let logBits: Int

  /// Binary places of a posterior probability that is added up over units.
  let shareBits: Int

  /// Binary places of a term of one unit's normalising sum.
  let powerBits: Int

  init(_ rows: VoteRows) {
    // No logarithm in a table is below −128: see `ConfusionTable.leastCount`.
    logBits = 52 - Self.width((rows.largestUnit + 1) * 128)
    let most = max(rows.unitCount, rows.rowVotes.max() ?? 0)
    shareBits = min(50, 61 - Self.width(most))
    powerBits = min(50, 61 - Self.width(rows.labelCount))
  }

  var logScale: Double { Double(sign: .plus, exponent: logBits, significand: 1) }
  var shareScale: Double { Double(sign: .plus, exponent: shareBits, significand: 1) }
  var powerScale: Double { Double(sign: .plus, exponent: powerBits, significand: 1) }

  private static func width(_ number: Int) -> Int {
    Int.bitWidth - number.leadingZeroBitCount
  }
}
