internal import Glibc

/// The posterior of one unit's truth by GLAD, for one unit after the other.
///
/// A label that nobody gave has the same score as any other such label; so a unit costs its votes
/// and the labels given, not all labels.
struct GLADUnit {
  /// No logarithm of a vote's probability has a larger magnitude: see `GLADClimb.limit`.
  static let largestLog = 4096.0

  private let labelCount: Int

  /// ln of how many labels a wrong vote may fall on.
  private let logOfOthers: Double

  /// Multiples of the inverse keep every sum of one unit exact.
  private let scale: Double

  /// Terms of a normalising sum are counted in multiples of the inverse.
  private let powerScale: Double

  /// By label: the votes' score beyond `others`; later the posterior. Zero where not in `given`.
  private var scores: [Double]
  private var given: [Int] = []

  /// The score, later the posterior, of each label that nobody gave.
  private var others = 0.0

  private let shares: LaneStorage<Double>

  init(_ rows: VoteRows) {
    labelCount = rows.labelCount
    logOfOthers = log(Double(max(1, rows.labelCount - 1)))
    let width = Int.bitWidth - (rows.largestUnit + 1).leadingZeroBitCount
    scale = Double(sign: .plus, exponent: 40 - width, significand: 1)
    powerScale = FixedPoint(rows).powerScale
    scores = Array(repeating: 0, count: rows.labelCount)
    shares = LaneStorage(repeating: 0, count: rows.lanes)
  }

  /// Begins the next unit.
  mutating func clear() {
    for label in given { scores[label] = 0 }
    given.removeAll(keepingCapacity: true)
    others = rounded(-log(Double(labelCount)))
  }

  /// - Parameter x: What the logistic function turns into the probability of being right.
  mutating func add(label: Int, x: Double) {
    let soft = max(x, 0) + log1p(exp(-x.magnitude))
    let wrong = rounded(-soft - logOfOthers)
    if !given.contains(label) { given.append(label) }
    scores[label] += rounded(x - soft) - wrong
    others += wrong
  }

  /// Turns scores into posteriors; returns ln P(votes), with the known label if there is one.
  mutating func normalise(known: Int32) -> Double {
    if known >= 0 {
      let score = others + scores[Int(known)]
      for label in given { scores[label] = 0 }
      if !given.contains(Int(known)) { given.append(Int(known)) }
      scores[Int(known)] = 1
      others = 0
      return score
    }
    let silent = labelCount - given.count
    let top = given.reduce(silent > 0 ? 0 : -Double.infinity) { max($0, scores[$1]) }
    let silentPower = silent > 0 ? exp(-top) : 0
    var total = Int64(silent) &* whole(silentPower)
    for label in given {
      let power = exp(scores[label] - top)
      scores[label] = power
      total &+= whole(power)
    }
    let sum = Double(total) / powerScale
    let logOfVotes = others + top + log(sum)
    for label in given { scores[label] /= sum }
    others = silentPower / sum
    return logOfVotes
  }

  /// After `normalise`.
  func posterior(_ label: Int) -> Double {
    given.contains(label) ? scores[label] : others
  }

  func write(to output: PosteriorOutput, index: Int, grid: FixedPoint) {
    for label in 0..<labelCount { shares[label] = others }
    for label in given { shares[label] = scores[label] }
    output.write(shares, sum: 1, unit: index, labels: labelCount, grid: grid)
  }

  private func rounded(_ log: Double) -> Double { (log * scale).rounded() / scale }

  private func whole(_ power: Double) -> Int64 { Int64((power * powerScale).rounded()) }
}
