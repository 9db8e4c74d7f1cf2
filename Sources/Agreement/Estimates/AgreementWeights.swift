/// How much two labels agree, from 1 for equal ones downwards.
///
/// The schemes are those of Gwet (2014), over the labels' scores: their numbers where labels are
/// numbers, else their ranks.
public struct AgreementWeights: Sendable {
  /// A named formula.
  public enum Scheme: String, Sendable, CaseIterable {
    case identity
    case linear
    case quadratic
    case ordinal
    case radical
    case ratio
    case circular
    case bipolar
  }

  private enum Source: Sendable {
    case scheme(Scheme, scores: [Double])
    case matrix([[Double]])
    case function(@Sendable (Int, Int) -> Double)
  }

  /// Weight 1 for equal labels, else 0.
  public static let identity = AgreementWeights(source: .scheme(.identity, scores: []))

  private let source: Source
  private let smallest: Double
  private let largest: Double
  private let normaliser: Double

  /// True if only equal labels agree.
  public var isIdentity: Bool {
    if case .scheme(.identity, _) = source { true } else { false }
  }

  /// A scheme over scores, one for each label in the order of the codes.
  public init(_ scheme: Scheme, scores: [Double]) {
    self.init(source: scheme == .identity ? Self.identity.source : .scheme(scheme, scores: scores))
  }

  /// A scheme over the ranks of `labelCount` labels.
  public init(_ scheme: Scheme, labelCount: Int) {
    self.init(scheme, scores: (0..<labelCount).map { Double($0 + 1) })
  }

  /// A square matrix of agreement weights; the row is the first annotator's label.
  public init(agreement: [[Double]]) {
    self.init(source: .matrix(agreement))
  }

  /// A square matrix of disagreement weights, 0 on its diagonal (Cohen 1968): w = 1 − d / max d.
  public init(disagreement: [[Double]]) {
    let largest = disagreement.lazy.joined().max() ?? 0
    let divisor = largest > 0 ? largest : 1
    self.init(source: .matrix(disagreement.map { $0.map { 1 - $0 / divisor } }))
  }

  /// Any formula over two different label codes.
  init(_ weight: @escaping @Sendable (Int, Int) -> Double) {
    self.init(source: .function(weight))
  }

  private init(source: Source) {
    self.source = source
    guard case .scheme(let scheme, let scores) = source, scheme != .identity else {
      smallest = 0
      largest = 0
      normaliser = 1
      return
    }
    smallest = scores.min() ?? 0
    largest = scores.max() ?? 0
    let plain = Formula(scheme: scheme, smallest: smallest, largest: largest, labels: scores.count)
    normaliser = plain.normaliser(scores)
  }

  /// The weight of two labels; the first is the first annotator's.
  public func callAsFunction(_ first: Int, _ second: Int) -> Double {
    guard first != second else { return 1 }
    switch source {
    case .matrix(let matrix): return matrix[first][second]
    case .function(let weight): return weight(first, second)
    case .scheme(.identity, _): return 0
    case .scheme(let scheme, let scores):
      let formula = Formula(
        scheme: scheme, smallest: smallest, largest: largest, labels: scores.count)
      let ranks = Double(second - first).magnitude
      return 1 - formula.disagreement(scores[first], scores[second], ranks: ranks) / normaliser
    }
  }

  /// The mean of both directions.
  func symmetric(_ first: Int, _ second: Int) -> Double {
    isIdentity ? (first == second ? 1 : 0) : (self(first, second) + self(second, first)) / 2
  }

  private struct Formula {
    let scheme: Scheme
    let smallest: Double
    let largest: Double
    let labels: Int

    func disagreement(_ x: Double, _ y: Double, ranks: Double) -> Double {
      let range = largest - smallest
      let distance = (x - y).magnitude
      // Labels that are the same number, such as 1 and 1.0, agree completely.
      guard range > 0 || scheme == .identity || scheme == .ordinal else { return 0 }
      switch scheme {
      case .identity: return 1
      case .linear: return distance / range
      case .quadratic: return (distance / range) * (distance / range)
      case .radical: return (distance / range).squareRoot()
      case .ordinal: return (ranks + 1) * ranks / (Double(labels) * Double(labels - 1))
      case .ratio:
        guard x + y != 0 else { return 0 }
        return ((x - y) / (x + y)) * ((x - y) / (x + y))
      case .circular: return Trigonometry.sineSquared(.pi * distance / (range + 1))
      case .bipolar:
        let divisor = (x + y - 2 * smallest) * (2 * largest - x - y)
        return divisor > 0 ? distance * distance / divisor : 0
      }
    }

    func normaliser(_ scores: [Double]) -> Double {
      switch scheme {
      case .identity, .linear, .quadratic, .radical, .ordinal: return 1
      case .ratio:
        let whole = (largest - smallest) / (largest + smallest)
        return whole.isFinite && whole != 0 ? whole * whole : 1
      case .circular, .bipolar:
        var most = 0.0
        for x in scores {
          for y in scores { most = max(most, disagreement(x, y, ranks: 0)) }
        }
        return most > 0 ? most : 1
      }
    }
  }
}

extension AgreementWeights {
  /// T_w, the sum of all weights. O(1) for the identity, else O(labels²).
  func total(labelCount: Int) -> Double {
    guard !isIdentity else { return Double(labelCount) }
    var sum = OrderFreeSum(largestTerm: largestMagnitude(labelCount: labelCount))
    for first in 0..<labelCount {
      for second in 0..<labelCount { sum.add(self(first, second)) }
    }
    return sum.value
  }

  private func largestMagnitude(labelCount: Int) -> Double {
    var largest = 1.0
    for first in 0..<labelCount {
      for second in 0..<labelCount { largest = max(largest, self(first, second).magnitude) }
    }
    return largest
  }
}
