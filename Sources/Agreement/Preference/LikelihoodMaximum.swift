import Glibc

/// The parameters at which the likelihood of comparisons is largest, and how sure they are.
struct LikelihoodMaximum {
  private static let steps = 200
  /// Beyond these log odds no data speak: the likelihood rises without end.
  private static let bound = 40.0

  /// Strengths with mean 0, then the other parameters.
  let parameters: [Double]

  /// The inverse of the information within strengths of mean 0, row by row.
  let covariance: [Double]

  let iterations: Int

  /// Climbs to the maximum; nil where there is none that is finite, or none that is single.
  init?(_ likelihood: ComparisonLikelihood) {
    let systems = likelihood.systems
    let size = likelihood.parameters
    var x =
      Self.minoriseMaximise(likelihood)
      + Array(repeating: 0, count: size - systems)
    var height = likelihood.value(x)
    for iteration in 1...Self.steps {
      let (gradient, information) = likelihood.derivatives(x)
      // The strengths' common level is free: pinning it leaves everything else as it is.
      guard
        let system = SymmetricSystem(
          Self.pinned(information, systems: systems, size: size), size: size)
      else { return nil }
      let step = system.solution(gradient)
      let largest = step.reduce(0) { max($0, $1.magnitude) }
      if largest < 1e-11 {
        parameters = Self.centred(x, systems: systems)
        covariance = Self.unpinned(system.inverse, systems: systems, size: size)
        iterations = iteration
        return
      }
      var scale = min(1, 4 / largest)
      var next = zip(x, step).map { $0 + scale * $1 }
      var reached = likelihood.value(next)
      // A step that is too long is halved; rounding at the top is none.
      while reached < height - 1e-9 * max(1, height.magnitude), scale > 1e-6 {
        scale /= 2
        next = zip(x, step).map { $0 + scale * $1 }
        reached = likelihood.value(next)
      }
      x = Self.centred(next, systems: systems)
      height = reached
      guard x.allSatisfy({ $0.isFinite && $0.magnitude < Self.bound }) else { return nil }
    }
    return nil
  }

  /// A few steps π_i ← W_i / Σ_j n_ij/(π_i + π_j) from equal strengths, ties as half a win (Hunter
  /// 2004, eq. 3): they are slow, but never overshoot.
  private static func minoriseMaximise(_ likelihood: ComparisonLikelihood) -> [Double] {
    let systems = likelihood.systems
    var strengths = Array(repeating: 1.0, count: systems)
    for _ in 0..<8 {
      var wins = Array(repeating: 0.0, count: systems)
      var loads = wins
      for cell in likelihood.cells {
        wins[cell.first] += cell.firstWins + cell.ties / 2
        wins[cell.second] += cell.secondWins + cell.ties / 2
        let load = cell.total / (strengths[cell.first] + strengths[cell.second])
        loads[cell.first] += load
        loads[cell.second] += load
      }
      guard !wins.contains(0), !loads.contains(0) else { break }
      strengths = zip(wins, loads).map { $0 / $1 }
    }
    return centred(strengths.map { log($0) }, systems: systems)
  }

  private static func centred(_ x: [Double], systems: Int) -> [Double] {
    let mean = x[..<systems].reduce(0, +) / Double(max(1, systems))
    return x.enumerated().map { $0 < systems ? $1 - mean : $1 }
  }

  /// The information plus 1/systems in the block of the strengths, where the vector of ones has none.
  private static func pinned(_ information: [Double], systems: Int, size: Int) -> [Double] {
    moved(information, by: 1 / Double(systems), systems: systems, size: size)
  }

  private static func unpinned(_ inverse: [Double], systems: Int, size: Int) -> [Double] {
    moved(inverse, by: -1 / Double(systems), systems: systems, size: size)
  }

  private static func moved(
    _ matrix: [Double], by amount: Double, systems: Int, size: Int
  ) -> [Double] {
    var matrix = matrix
    for row in 0..<systems {
      for column in 0..<systems { matrix[row * size + column] += amount }
    }
    return matrix
  }
}
