import Agreement

/// The bootstrap written out over units: every resample is a list of units, the figure is computed
/// from that list, and BCa follows Efron (1987) word by word, with one unit left out at a time.
struct SlowBootstrap {
  let lower: Double
  let upper: Double
  let mean: Double
  let standardError: Double

  init(
    _ units: [[UnitRating]], replicates: Int, seed: UInt64, method: ResamplingMethod,
    figure: ([[UnitRating]]) -> Double?
  ) {
    var random = SeededRandom(seed: seed)
    let whole = figure(units) ?? .nan
    var values: [Double] = []
    for _ in 0..<replicates {
      let drawn = units.indices.map { _ in units[Int.random(in: units.indices, using: &random)] }
      if let value = figure(drawn) { values.append(value) }
    }
    values.sort()
    mean = values.reduce(0, +) / Double(values.count)
    let centre = mean
    standardError =
      (values.map { ($0 - centre) * ($0 - centre) }.reduce(0, +) / Double(values.count - 1))
      .squareRoot()
    var shares = (0.025, 0.975)
    if method == .bca {
      shares = Self.corrected(units, whole: whole, values: values, figure: figure)
    }
    lower = Self.quantile(shares.0, values)
    upper = Self.quantile(shares.1, values)
  }

  private static func corrected(
    _ units: [[UnitRating]], whole: Double, values: [Double],
    figure: ([[UnitRating]]) -> Double?
  ) -> (Double, Double) {
    let below = values.filter { $0 < whole }.count
    let equal = values.filter { $0 == whole }.count
    let bias = quantile(below: (Double(below) + Double(equal) / 2) / Double(values.count))
    let leftOut = units.indices.map { index in
      figure(Array(units[..<index] + units[(index + 1)...])) ?? .nan
    }
    let mean = leftOut.reduce(0, +) / Double(leftOut.count)
    let squares = leftOut.map { (mean - $0) * (mean - $0) }.reduce(0, +)
    let cubes = leftOut.map { (mean - $0) * (mean - $0) * (mean - $0) }.reduce(0, +)
    let acceleration = cubes / (6 * squares * squares.squareRoot())
    func share(_ z: Double) -> Double {
      cumulative(bias + (bias + z) / (1 - acceleration * (bias + z)))
    }
    return (share(-1.959963984540054), share(1.959963984540054))
  }

  private static func quantile(_ share: Double, _ sorted: [Double]) -> Double {
    let place = share * Double(sorted.count + 1) - 1
    let lower = min(max(Int(place.rounded(.down)), 0), sorted.count - 1)
    let upper = min(lower + 1, sorted.count - 1)
    let part = min(max(place - Double(lower), 0), 1)
    return sorted[lower] * (1 - part) + sorted[upper] * part
  }

  /// The normal distribution by Simpson's rule.
  private static func cumulative(_ x: Double) -> Double {
    let steps = 2000
    let width = x / Double(steps)
    var sum = 0.0
    for step in 0...steps {
      let z = Double(step) * width
      let factor = step == 0 || step == steps ? 1.0 : step % 2 == 1 ? 4 : 2
      sum += factor * exponential(-z * z / 2)
    }
    return 0.5 + sum * width / 3 / (2 * Double.pi).squareRoot()
  }

  /// e^x by halving and the power series.
  private static func exponential(_ x: Double) -> Double {
    guard x.magnitude > 0.5 else {
      var term = 1.0
      var sum = 1.0
      for index in 1..<24 {
        term *= x / Double(index)
        sum += term
      }
      return sum
    }
    let half = exponential(x / 2)
    return half * half
  }

  private static func quantile(below share: Double) -> Double {
    var low = -9.0
    var high = 9.0
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if cumulative(middle) < share { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
