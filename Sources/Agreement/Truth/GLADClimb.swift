internal import Glibc

/// One step uphill for one parameter of GLAD, an ability or a unit's ease: on the expected logarithm
/// of its votes and of its normal prior.
///
/// A vote's argument is x = s(p) f for the parameter p, with s(p) = p for an ability and eᵖ for an
/// ease, and the other one's share f. The objective is Σ r x − ln(1 + eˣ) − (p − 1)² / 2 for votes
/// that are right with probability r.
struct GLADClimb {
  /// No parameter leaves ± this.
  static let limit = 6.0

  /// No magnitude of f is above this: e⁶, rounded up.
  private static let largestFactor = 404.0

  /// One vote as a parameter sees it.
  struct Term {
    let factor: Double
    let rightness: Double
  }

  /// Whose parameter it is.
  enum Parameter {
    case ability
    case ease

    /// s(p).
    @inline(__always)
    func scale(_ parameter: Double) -> Double {
      self == .ability ? parameter : exp(parameter)
    }
  }

  let parameter: Parameter

  /// To be filled with the votes of one parameter after the other.
  var terms: [Term] = []

  init(_ parameter: Parameter) {
    self.parameter = parameter
  }

  /// One step of Fisher scoring, halved until it does not lead downhill. O(terms).
  func step(from start: Double) -> Double {
    let scale = parameter.scale(start)
    let factor = Self.largestFactor
    var slopes = GridSum(largestTerm: factor, count: terms.count)
    var curvatures = GridSum(largestTerm: factor * factor, count: terms.count)
    var values = objective
    for term in terms {
      let x = scale * term.factor
      let small = exp(-x.magnitude)
      let right = (x < 0 ? small : 1) / (1 + small)
      slopes.add((term.rightness - right) * term.factor)
      curvatures.add(right * (1 - right) * term.factor * term.factor)
      values.add(term.rightness * x - max(x, 0) - log1p(small))
    }
    // ds/dp, the same for all votes.
    let change = parameter == .ability ? 1 : scale
    let before = values.value + Self.density(start)
    var step =
      (slopes.value * change - (start - 1)) / (curvatures.value * change * change + 1)
    for _ in 0..<30 {
      let next = min(Self.limit, max(-Self.limit, start + step))
      if value(next) >= before { return next }
      step /= 2
    }
    return start
  }

  private func value(_ parameter: Double) -> Double {
    let scale = self.parameter.scale(parameter)
    var values = objective
    for term in terms {
      let x = scale * term.factor
      values.add(term.rightness * x - max(x, 0) - log1p(exp(-x.magnitude)))
    }
    return values.value + Self.density(parameter)
  }

  private var objective: GridSum {
    GridSum(largestTerm: (Self.limit + 1) * Self.largestFactor, count: terms.count)
  }

  /// The logarithm of a parameter's prior density, less its constant.
  static func density(_ parameter: Double) -> Double {
    -0.5 * (parameter - 1) * (parameter - 1)
  }
}
