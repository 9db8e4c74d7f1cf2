import Domain

/// The mean similarity of the pairs of ratings of one unit, in [0, 1].
///
/// For labels without an order this is the share of pairs that agree, the P_u of Fleiss (1971); with
/// an order it is the same with partial credit, as in Gwet (2014), eq. 4.
struct ItemAgreement {
  let scale: Scale
  /// How many labels are declared.
  let labels: Int
  /// Least and greatest number that was seen under the question.
  let range: ClosedRange<Double>?

  /// nil with fewer than two ratings. O(values²).
  func of(_ votes: [VoteCount]) -> Double? {
    let ratings = votes.reduce(0) { $0 + $1.votes }
    guard ratings > 1 else { return nil }
    var equal = 0
    var partial = 0.0
    for (position, vote) in votes.enumerated() {
      equal += vote.votes * (vote.votes - 1)
      for other in votes[..<position] {
        let pairs = 2 * vote.votes * other.votes
        partial += similarity(vote.value, other.value) * Double(pairs)
      }
    }
    return (Double(equal) + partial) / Double(ratings * (ratings - 1))
  }

  /// Between two different values.
  func similarity(_ left: VoteValue, _ right: VoteValue) -> Double {
    switch (left.value, right.value) {
    case (.number, .number): numeric(left, right)
    case (.labels(let a), .labels(let b)): Self.jaccard(a, b)
    case (.label, .label):
      switch scale {
      case .nominal, .set: 0
      case .ordinal: ordinal(left.rank, right.rank)
      case .interval, .ratio: numeric(left, right)
      }
    default: 0
    }
  }

  private func numeric(_ left: VoteValue, _ right: VoteValue) -> Double {
    guard let a = left.number, let b = right.number, let range,
      range.upperBound > range.lowerBound
    else { return 0 }
    return max(0, 1 - abs(a - b) / (range.upperBound - range.lowerBound))
  }

  private func ordinal(_ left: Int, _ right: Int) -> Double {
    guard left < labels, right < labels, labels > 1 else { return 0 }
    return 1 - Double(abs(left - right)) / Double(labels - 1)
  }

  /// Common labels over all labels (Jaccard 1901); two empty sets are the same.
  private static func jaccard(_ left: [LabelID], _ right: [LabelID]) -> Double {
    let union = Set(left).union(right)
    guard !union.isEmpty else { return 1 }
    return Double(Set(left).intersection(right).count) / Double(union.count)
  }
}
