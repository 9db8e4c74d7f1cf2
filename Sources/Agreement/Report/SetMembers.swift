import Domain

/// The figures of single labels where values are sets of them: whether one is among those chosen, or
/// not.
enum SetMembers {
  /// The least agreed on first; nothing where no value is a set. O(labels × patterns).
  ///
  /// - Parameter values: The values by the codes of `patterns`.
  static func reports(_ patterns: PatternCounts, values: [Value]) -> [LabelReport] {
    let sets = values.map { value -> Set<LabelID>? in
      if case .labels(let labels) = value { Set(labels) } else { nil }
    }
    let members = Set(sets.compactMap(\.self).joined()).sorted()
    guard !members.isEmpty else { return [] }
    return members.map { member in
      report(member, patterns, isChosen: sets.map { $0?.contains(member) ?? false })
    }.sorted(by: LabelReport.isWorse)
  }

  private static func report(
    _ member: LabelID, _ patterns: PatternCounts, isChosen: [Bool]
  ) -> LabelReport {
    var sums = AgreementSums(detail: .none)
    var counts = PatternCounts()
    patterns.visit { pattern in
      let ratings = pattern.labels.flatMap { share in
        let code: Int32 = share.label < isChosen.count && isChosen[share.label] ? 1 : 0
        return Array(repeating: UnitRating(label: code), count: share.count)
      }
      sums.add(ratings, times: pattern.units)
      counts.add(ratings, times: pattern.units)
    }
    let figures = LabelFigures.all(sums, labelCount: 2, patterns: counts)
    return LabelReport(label: member.text, figures: figures[1])
  }
}
