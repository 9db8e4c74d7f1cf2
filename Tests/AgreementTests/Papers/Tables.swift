import Agreement

/// Printed tables as sums.
enum Tables {
  /// Rows are annotators, columns units; a dot is a missing rating.
  static func ratings(_ rows: [String], labels: String) -> AgreementSums {
    RandomRatings.sums(units(rows, labels: labels))
  }

  /// The units of the same.
  static func units(_ rows: [String], labels: String) -> [[UnitRating]] {
    let codes = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, Int32($0)) })
    let columns = rows.map { $0.filter { $0 != " " }.map { codes[$0] } }
    return columns[0].indices.map { unit in
      columns.enumerated().compactMap { annotator, row in
        row[unit].map { UnitRating(annotator: Int32(annotator), label: $0) }
      }
    }
  }

  /// Counts of two annotators, rows the first one's labels.
  static func square(_ counts: [[Int]]) -> AgreementSums {
    var sums = AgreementSums()
    for (row, counts) in counts.enumerated() {
      for (column, count) in counts.enumerated() {
        let unit = [
          UnitRating(annotator: 0, label: Int32(row)),
          UnitRating(annotator: 1, label: Int32(column)),
        ]
        sums.add(unit, times: count)
      }
    }
    return sums
  }

  /// Units × labels, annotators unknown.
  static func counts(_ rows: [[Int]]) -> AgreementSums {
    var sums = AgreementSums()
    for row in rows {
      sums.add(
        row.enumerated().flatMap { label, count in
          Array(repeating: UnitRating(label: Int32(label)), count: count)
        })
    }
    return sums
  }

  /// The figure as printed: rounded to a number of decimals.
  static func printed(_ value: Double?, decimals: Int = 3) -> Double? {
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    return value.map { ($0 * scale).rounded() / scale }
  }
}
