extension VoteTable {
  /// One unit's ratings by annotator, at most one of each: of repeats the last one counts. Ratings
  /// of unknown annotators all stay, at the front. O(r²) at worst, O(r) where votes are in order.
  ///
  /// - Parameter ratings: What was in it is dropped; its room is used again.
  func read(_ unit: Int, into ratings: inout [UnitRating]) {
    ratings.removeAll(keepingCapacity: true)
    for vote in votes(of: unit) {
      let rating = UnitRating(annotator: annotators[vote], label: labels[vote])
      var place = ratings.count
      while place > 0, ratings[place - 1].annotator > rating.annotator { place -= 1 }
      let isRepeat =
        place > 0 && rating.annotator >= 0 && ratings[place - 1].annotator == rating.annotator
      if isRepeat {
        ratings[place - 1] = rating
      } else {
        ratings.insert(rating, at: place)
      }
    }
  }

  /// What the coefficients need, of repeats the last one counted. O(Σ r²) with pairs.
  public func sums(detail: AnnotatorDetail = .pairs) -> AgreementSums {
    var sums = AgreementSums(detail: detail)
    sums.reserve(annotators: annotatorCount, labels: labelCount)
    var ratings: [UnitRating] = []
    for unit in 0..<unitCount {
      read(unit, into: &ratings)
      sums.add(ratings)
    }
    return sums
  }

  /// The label patterns of the units, of repeats the last one counted.
  public func patterns() -> PatternCounts {
    var patterns = PatternCounts()
    var ratings: [UnitRating] = []
    for unit in 0..<unitCount {
      read(unit, into: &ratings)
      patterns.add(ratings)
    }
    return patterns
  }
}
