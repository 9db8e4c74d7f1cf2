/// What a model says about one unit.
public struct UnitTruth: Equatable, Sendable {
  /// The smallest code among the most probable labels, or −1 where nothing is known.
  let leader: Int32

  /// The smallest code among the labels of second rank, or −1 where there is none.
  let second: Int32

  /// The posterior probability of the most probable label; 0 where nothing is known.
  public let probability: Double

  /// The posterior probability of the runner-up.
  public let runnerUpProbability: Double

  /// −Σ p ln p of the posterior, in nats.
  public let entropy: Double

  /// Whether several labels are equally probable. A tie is reported and never broken.
  public let isTied: Bool

  /// A unit about which nothing is known.
  static let unrated = UnitTruth(
    leader: -1, second: -1, probability: 0, runnerUpProbability: 0, entropy: 0, isTied: false)

  /// Posteriors closer than this share of the larger one are equal.
  static let tieTolerance = 1e-9

  /// The most probable label, or nil where the unit has no vote or labels are tied.
  public var label: Int? { isTied || leader < 0 ? nil : Int(leader) }

  /// The next label by posterior probability (of a tie, one of the tied), or nil.
  public var runnerUp: Int? { second < 0 ? nil : Int(second) }

  /// Whether the unit has a vote or a known label.
  public var isRated: Bool { leader >= 0 }
}

extension UnitTruth {
  /// Sums up one posterior distribution. O(labels).
  ///
  /// - Parameter entropy: Where it is known already.
  init(_ posterior: UnsafeBufferPointer<Double>, entropy: Double) {
    var best = -1
    var next = -1
    for label in posterior.indices where posterior[label] > 0 {
      if best < 0 || posterior[label] > posterior[best] {
        next = best
        best = label
      } else if next < 0 || posterior[label] > posterior[next] {
        next = label
      }
    }
    guard best >= 0 else {
      self = .unrated
      return
    }
    let top = posterior[best]
    let runnerUp = next < 0 ? 0 : posterior[next]
    let isTied = next >= 0 && top - runnerUp <= Self.tieTolerance * top
    self.init(
      leader: Int32(isTied ? min(best, next) : best),
      second: Int32(isTied ? max(best, next) : next), probability: top,
      runnerUpProbability: runnerUp, entropy: entropy, isTied: isTied)
  }
}
