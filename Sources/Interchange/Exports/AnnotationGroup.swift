import Domain

/// Ratings that one annotation can hold: by one annotator, alike in everything but question and value.
struct AnnotationGroup {
  private(set) var ratings: [Rating]

  var first: Rating { ratings[0] }
  var isAbstained: Bool { first.value == .abstained }

  /// Groups ratings in the order of their first; a repeated question begins another group.
  static func groups(_ ratings: [Rating]) -> [AnnotationGroup] {
    var groups: [AnnotationGroup] = []
    for rating in ratings {
      if let index = groups.firstIndex(where: { $0.admits(rating) }) {
        groups[index].ratings.append(rating)
      } else {
        groups.append(AnnotationGroup(ratings: [rating]))
      }
    }
    return groups
  }

  private func admits(_ rating: Rating) -> Bool {
    let unit = first.unit
    let alike = Rating(
      unit: unit, annotator: rating.annotator, value: first.value, origin: rating.origin,
      round: rating.round, at: rating.at, milliseconds: rating.milliseconds,
      confidence: rating.confidence, note: rating.note, isFlagged: rating.isFlagged)
    return alike == first && (rating.value == .abstained) == isAbstained
      && !ratings.contains { $0.unit == rating.unit }
  }
}
