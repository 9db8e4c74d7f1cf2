public import Domain

/// Agreement within one part of the ratings: a slice, a batch, a round, a week.
public struct GroupAgreement: Equatable, Sendable {
  public let name: String
  /// Units with a rating of this part.
  public let items: Int
  /// Of these, units with two ratings or more of this part.
  public let pairableItems: Int
  public let ratings: Int
  public let percentAgreement: Estimate
  /// Krippendorff's α on the level of the whole.
  public let alpha: Estimate
  /// Whether fewer units could be compared than the report asks for.
  public let isTooFew: Bool
}

/// Agreement by part of the ratings, the least agreed on first.
///
/// Two ratings are compared where both are of the same part. So a part that belongs to units (a
/// slice) cuts no pair in two; one that belongs to ratings (a week) does.
public struct GroupReport: Equatable, Sendable {
  /// With fewer units to compare, a figure is marked.
  public static let enough = 30

  /// What the ratings were parted by, such as `week` or `slice.channel`.
  public let name: String
  /// Parts whose figure is undefined stand last, parts with too few units after those with enough.
  public let groups: [GroupAgreement]
  /// Ratings that belong to no part: without a time, a round, a value of the slice.
  public let ratingsOutside: Int

  /// Measures every part. O(votes + parts × patterns).
  ///
  /// - Parameters:
  ///   - names: The parts' names by code.
  ///   - group: The part of a vote, by unit and by place in the table; nil where it has none.
  ///   - order: Whether label codes are in the order of the scale.
  public init(
    _ name: String, votes: VoteTable, labels: [String], order: LabelOrder, level: Scale,
    names: [String], group: (_ unit: Int, _ vote: Int) -> Int?
  ) {
    var parts = names.map { _ in Part() }
    var outside = 0
    var unit: [Int: [UnitRating]] = [:]
    for number in 0..<votes.unitCount {
      unit.removeAll(keepingCapacity: true)
      for vote in votes.votes(of: number) {
        guard let code = group(number, vote) else {
          outside += 1
          continue
        }
        unit[code, default: []].append(
          UnitRating(annotator: votes.annotators[vote], label: votes.labels[vote]))
      }
      for (code, ratings) in unit { parts[code].add(ratings) }
    }
    let metric = AlphaMetric(level, labels: labels, codes: order.codes(labels))
    self.name = name
    ratingsOutside = outside
    groups = zip(names, parts)
      .filter { $1.ratings > 0 }
      .map { $1.measured(as: $0, metric: metric) }
      .sorted(by: GroupAgreement.isWorse)
  }

  /// What one part adds up to.
  private struct Part {
    private var sums = AgreementSums(detail: .none)
    private var patterns = PatternCounts()
    private var items = 0
    private var pairable = 0
    private(set) var ratings = 0

    mutating func add(_ unit: [UnitRating]) {
      sums.add(unit)
      patterns.add(unit)
      items += 1
      pairable += unit.count > 1 ? 1 : 0
      ratings += unit.count
    }

    func measured(as name: String, metric: AlphaMetric) -> GroupAgreement {
      GroupAgreement(
        name: name, items: items, pairableItems: pairable, ratings: ratings,
        percentAgreement: PercentAgreement.estimate(sums),
        alpha: KrippendorffAlpha.estimate(sums, metric: metric, patterns: patterns),
        isTooFew: pairable < GroupReport.enough)
    }
  }
}

extension GroupAgreement {
  fileprivate static func isWorse(_ one: GroupAgreement, _ other: GroupAgreement) -> Bool {
    if one.isTooFew != other.isTooFew { return other.isTooFew }
    let first = one.alpha.value ?? .infinity
    let second = other.alpha.value ?? .infinity
    if first != second { return first < second }
    return one.name.utf8.lexicographicallyPrecedes(other.name.utf8)
  }
}
