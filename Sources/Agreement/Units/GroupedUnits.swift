/// Ratings grouped by unit, each unit's ratings standing together, at most one of each annotator.
public struct GroupedUnits: Sendable {
  /// All ratings, unit by unit.
  public let ratings: [UnitRating]

  /// Where each unit's ratings begin; one more entry says where the last one ends.
  public let offsets: [Int]

  /// One more than the largest annotator code.
  public let annotatorCount: Int

  /// One more than the largest label code.
  public let labelCount: Int

  /// What was left out.
  public let repeats: Repeats

  /// The number of units, by the largest item code; some may have no rating.
  public var count: Int { offsets.count - 1 }

  /// One unit's ratings.
  public subscript(unit: Int) -> ArraySlice<UnitRating> {
    ratings[offsets[unit]..<offsets[unit + 1]]
  }
}

extension AgreementSums {
  /// Counts grouped units, all of them or a range. Allocates nothing per rating.
  public mutating func add(_ grouped: GroupedUnits, units: Range<Int>? = nil) {
    reserve(annotators: grouped.annotatorCount, labels: grouped.labelCount)
    let ratings = grouped.ratings.span
    let offsets = grouped.offsets.span
    for unit in units ?? 0..<grouped.count {
      add(ratings.extracting(offsets[unit]..<offsets[unit + 1]))
    }
  }
}

extension PatternCounts {
  /// Counts grouped units, all of them or a range.
  public mutating func add(_ grouped: GroupedUnits, units: Range<Int>? = nil) {
    let ratings = grouped.ratings.span
    for unit in units ?? 0..<grouped.count {
      add(ratings.extracting(grouped.offsets[unit]..<grouped.offsets[unit + 1]))
    }
  }
}
