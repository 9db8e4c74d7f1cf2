/// One look at the pool's forecasts, four units at once.
struct ReleasePass {
  /// What is found of four units.
  struct Found {
    var released: SIMD4<Int64>
    var wrong: SIMD4<Double>
    var gain: SIMD4<Double>
  }

  let classCount: Int
  let unitCount: Int
  /// a, then b.
  let weights: [Double]
  /// By true class, or by true and released class in rows.
  let losses: [Double]
  let isByTruth: Bool

  /// Calls `body` for every block of four units.
  @inline(__always)
  func run(
    _ blocks: UnsafePointer<SIMD4<Double>>, stride: Int, _ body: (_ block: Int, Found) -> Void
  ) {
    let count = (unitCount + ForecastTable.lanes - 1) / ForecastTable.lanes
    weights.withUnsafeBufferPointer { weights in
      losses.withUnsafeBufferPointer { losses in
        withUnsafeTemporaryAllocation(of: SIMD4<Double>.self, capacity: classCount) { room in
          guard let weights = weights.baseAddress, let losses = losses.baseAddress,
            let shares = room.baseAddress
          else { return }
          for block in 0..<count {
            let start = blocks + block * stride
            pool(start, weights, into: shares)
            let votes = start + ForecastTable.memberCount * classCount
            body(
              block,
              isByTruth ? byTruth(shares, votes, losses) : byBoth(shares, votes, losses))
          }
        }
      }
    }
  }

  /// p by class.
  @inline(__always)
  private func pool(
    _ logs: UnsafePointer<SIMD4<Double>>, _ weights: UnsafePointer<Double>,
    into shares: UnsafeMutablePointer<SIMD4<Double>>
  ) {
    let members = ForecastTable.memberCount
    var largest = SIMD4<Double>(repeating: -.infinity)
    for label in 0..<classCount {
      var sum = SIMD4(repeating: weights[members + label])
      for member in 0..<members { sum += weights[member] * logs[member * classCount + label] }
      shares[label] = sum
      largest.replace(with: sum, where: sum .> largest)
    }
    var total = SIMD4<Double>(repeating: 0)
    for label in 0..<classCount {
      let power = PortableExponential.of(shares[label] - largest)
      shares[label] = power
      total += power
    }
    let inverse = 1 / total
    for label in 0..<classCount { shares[label] *= inverse }
  }

  /// Where the cost is that of the true class: the label with the largest p c is released.
  @inline(__always)
  private func byTruth(
    _ shares: UnsafePointer<SIMD4<Double>>, _ votes: UnsafePointer<SIMD4<Double>>,
    _ costs: UnsafePointer<Double>
  ) -> Found {
    var best = shares[0] * costs[0]
    var chosen = shares[0]
    var chosenVotes = votes[0] * costs[0]
    var loss = best
    var plainLoss = chosenVotes
    var released = SIMD4<Int64>(repeating: 0)
    for label in 1..<max(1, classCount) {
      let weight = shares[label] * costs[label]
      let plainWeight = votes[label] * costs[label]
      loss += weight
      plainLoss += plainWeight
      let isBetter = weight .> best
      best.replace(with: weight, where: isBetter)
      chosen.replace(with: shares[label], where: isBetter)
      chosenVotes.replace(with: plainWeight, where: isBetter)
      released.replace(with: Int64(label), where: isBetter)
    }
    return found(released, chosen, loss: loss - best, plainLoss: plainLoss - chosenVotes)
  }

  /// Where the cost depends on both labels: the one with the least expected cost is released.
  @inline(__always)
  private func byBoth(
    _ shares: UnsafePointer<SIMD4<Double>>, _ votes: UnsafePointer<SIMD4<Double>>,
    _ costs: UnsafePointer<Double>
  ) -> Found {
    var least = SIMD4<Double>(repeating: .infinity)
    var chosen = SIMD4<Double>(repeating: 0)
    var chosenLoss = chosen
    var released = SIMD4<Int64>(repeating: 0)
    for label in 0..<classCount {
      var loss = SIMD4<Double>(repeating: 0)
      var plainLoss = loss
      for truth in 0..<classCount {
        loss += shares[truth] * costs[truth * classCount + label]
        plainLoss += votes[truth] * costs[truth * classCount + label]
      }
      let isBetter = loss .< least
      least.replace(with: loss, where: isBetter)
      chosen.replace(with: shares[label], where: isBetter)
      chosenLoss.replace(with: plainLoss, where: isBetter)
      released.replace(with: Int64(label), where: isBetter)
    }
    return found(released, chosen, loss: least, plainLoss: chosenLoss)
  }

  @inline(__always)
  private func found(
    _ released: SIMD4<Int64>, _ chosen: SIMD4<Double>, loss: SIMD4<Double>,
    plainLoss: SIMD4<Double>
  ) -> Found {
    Found(
      released: released, wrong: Self.rounded(1 - chosen),
      gain: Self.rounded(
        ReleaseTable.trust * loss + (1 - ReleaseTable.trust) * plainLoss))
  }

  /// To 2⁻²⁰, and never below 0.
  @inline(__always)
  private static func rounded(_ figures: SIMD4<Double>) -> SIMD4<Double> {
    let shifted = figures * 0x1p20 + BinaryExponential.rounder
    let whole = shifted - BinaryExponential.rounder
    return (whole * 0x1p-20).replacing(with: 0, where: whole .<= 0)
  }
}
