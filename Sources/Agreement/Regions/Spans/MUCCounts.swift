public import Domain

/// The counts of the Message Understanding Conferences under one scheme, the first side taken as
/// reference (Chinchor & Sundheim 1993; SemEval-2013 task 9.1, Segura-Bedmar et al. 2013).
public struct MUCCounts: Equatable, Sendable {
  public let scheme: MUCScheme
  public private(set) var correct = 0
  public private(set) var incorrect = 0
  public private(set) var partial = 0
  /// Reference spans without a counterpart.
  public private(set) var missed = 0
  /// Spans of the other side without a counterpart.
  public private(set) var spurious = 0

  init(scheme: MUCScheme) {
    self.scheme = scheme
  }

  /// The spans of the reference.
  public var possible: Int { correct + incorrect + partial + missed }

  /// The spans of the other side.
  public var actual: Int { correct + incorrect + partial + spurious }

  /// (correct + partial / 2) / actual; nil without a span on the other side.
  public var precision: Double? {
    actual == 0 ? nil : (Double(correct) + Double(partial) / 2) / Double(actual)
  }

  /// (correct + partial / 2) / possible; nil without a reference span.
  public var recall: Double? {
    possible == 0 ? nil : (Double(correct) + Double(partial) / 2) / Double(possible)
  }

  /// (2 · correct + partial) / (possible + actual); 1 where both sides are empty.
  public var f1: Double {
    possible + actual == 0
      ? 1 : Double(2 * correct + partial) / Double(possible + actual)
  }

  /// The counts under every scheme. O(reference · other).
  public static func all(
    reference: [Domain.Span], _ other: [Domain.Span]
  ) -> [MUCCounts] {
    let codes = CodedSpan.codes([reference, other])
    return all(
      reference: CodedSpan.coded(reference, codes), CodedSpan.coded(other, codes))
  }

  /// Each reference span gets one partner: an identical one; failing that, one with its borders;
  /// failing that, the first free one that it overlaps.
  static func all(reference: [CodedSpan], _ other: [CodedSpan]) -> [MUCCounts] {
    var partners: [Int?] = Array(repeating: nil, count: reference.count)
    var isTaken = Array(repeating: false, count: other.count)
    let rules: [(CodedSpan, CodedSpan) -> Bool] = [
      { $0 == $1 }, { $0.start == $1.start && $0.end == $1.end },
      { $0.start < $1.end && $1.start < $0.end },
    ]
    for rule in rules {
      for (index, span) in reference.enumerated() where partners[index] == nil {
        let partner = other.indices.first { !isTaken[$0] && rule(span, other[$0]) }
        guard let partner else { continue }
        partners[index] = partner
        isTaken[partner] = true
      }
    }
    let spurious = isTaken.count { !$0 }
    return MUCScheme.allCases.map { scheme in
      var counts = MUCCounts(scheme: scheme)
      counts.spurious = spurious
      for (span, partner) in zip(reference, partners) {
        if let partner {
          counts.count(span, other[partner])
        } else {
          counts.missed += 1
        }
      }
      return counts
    }
  }

  /// Counts of two texts under the same scheme, added up.
  static func + (left: Self, right: Self) -> Self {
    precondition(left.scheme == right.scheme, "counts of one scheme are added up")
    var sum = left
    sum.correct += right.correct
    sum.incorrect += right.incorrect
    sum.partial += right.partial
    sum.missed += right.missed
    sum.spurious += right.spurious
    return sum
  }

  private mutating func count(_ span: CodedSpan, _ partner: CodedSpan) {
    let hasBorders = span.start == partner.start && span.end == partner.end
    let hasLabel = span.label == partner.label
    switch scheme {
    case .strict where hasBorders && hasLabel, .exact where hasBorders,
      .partial where hasBorders, .type where hasLabel:
      correct += 1
    case .partial: partial += 1
    case .strict, .exact, .type: incorrect += 1
    }
  }
}
