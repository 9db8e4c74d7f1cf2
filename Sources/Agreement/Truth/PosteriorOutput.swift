internal import Glibc

/// Where an E-step writes what it finds; each shard writes its own units.
struct PosteriorOutput {
  let units: UnsafeMutablePointer<UnitTruth>

  /// Units × labels, or nil where only a summary is kept.
  let posteriors: UnsafeMutablePointer<Double>?

  /// Posteriors below this add nothing to an entropy.
  private static let negligible = 1e-18

  /// Writes one unit's posterior, which replaces `powers`.
  ///
  /// - Parameters:
  ///   - powers: The posterior times `sum`.
  ///   - grid: The grid on which the entropy is added up.
  func write(_ powers: LaneStorage<Double>, sum: Double, unit: Int, labels: Int, grid: FixedPoint) {
    let lanes = powers.count
    var entropy: Int64 = 0
    for lane in 0..<lanes {
      powers.pointer[lane] /= sum
      let shares = powers.pointer[lane]
      for place in 0..<4 where shares[place] > Self.negligible && shares[place] < 1 {
        let term = shares[place] * log2(shares[place]) * grid.powerScale
        entropy &-= Int64(term.rounded())
      }
    }
    powers.pointer.withMemoryRebound(to: Double.self, capacity: lanes * 4) { shares in
      let row = UnsafeBufferPointer(start: shares, count: labels)
      let nats = Double(entropy) / grid.powerScale * TruthParameters.logOfTwo
      (units + unit).initialize(to: UnitTruth(row, entropy: nats))
      (posteriors.map { $0 + unit * labels })?.initialize(from: shares, count: labels)
    }
  }

  /// Writes that nothing is known about a unit.
  func writeUnrated(_ unit: Int, labels: Int) {
    (units + unit).initialize(to: .unrated)
    (posteriors.map { $0 + unit * labels })?.initialize(repeating: 0, count: labels)
  }
}
