/// One look at the votes of some units under the matrices as they stand: what each latent class is
/// given them. Writes into memory of these units alone, so that units can be shared out to cores.
struct ConfusionEstimate {
  /// As many factors are multiplied before a logarithm is taken: their product is far from the ends of
  /// what a `Double` holds.
  private static let factors = 12

  let width: Int

  /// By row and latent class: N + s G; by annotator and latent class: N. + s.
  let tops: UnsafePointer<Double>
  let bottoms: UnsafePointer<Double>
  let priors: UnsafePointer<Double>

  let columns: YieldVotes.Columns

  /// By unit and latent class.
  let weights: UnsafeMutablePointer<Double>
  let writer: ForecastWriter

  /// Leaves what it finds with `writer`, and as weights in `weights`.
  func run(_ units: Range<Int>) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 3 * width) { room in
      guard let room = room.baseAddress else { return }
      let (sums, products, divisors) = (room, room + width, room + 2 * width)
      for unit in units { run(unit, sums, products, divisors) }
    }
  }

  @inline(__always)
  private func run(
    _ unit: Int, _ sums: UnsafeMutablePointer<Double>, _ products: UnsafeMutablePointer<Double>,
    _ divisors: UnsafeMutablePointer<Double>
  ) {
    let own = weights + unit * width
    let first = columns.offsets[unit]
    let end = columns.offsets[unit + 1]
    for t in 0..<width {
      sums[t] = 0
      products[t] = 1
      divisors[t] = 1
    }
    var pending = 0
    for vote in first..<end {
      let row = Int(columns.rows[vote])
      let top = tops + row * width
      let bottom = bottoms + Int(columns.rowAnnotators[row]) * width
      for t in 0..<width {
        products[t] *= max(top[t] - own[t], ConfusionMember.least)
        divisors[t] *= bottom[t] - own[t]
      }
      pending += 1
      guard pending == Self.factors || vote == end - 1 else { continue }
      pending = 0
      for t in 0..<width {
        sums[t] += PortableLogarithm.natural(products[t] / divisors[t])
        products[t] = 1
        divisors[t] = 1
      }
    }
    let tempering = ConfusionMember.tempering(end - first)
    let found = writer.logs + unit * width
    for t in 0..<width { found[t] = sums[t] * tempering + priors[t] }
    writer.settle(unit, into: own)
  }
}
