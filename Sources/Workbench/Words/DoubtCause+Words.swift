package import Domain

extension DoubtCause {
  /// Where there is little room: `v3`, `migration 57`, `batch 4`.
  package var brief: String {
    switch self {
    case .version(let number): "v\(number)"
    case .migration(let seq): "migration \(seq)"
    case .ratings(let batch): "batch \(batch)"
    }
  }

  /// In a sentence: `version 3`, `the migration at 57`, `new ratings of batch 4`.
  package var phrase: String {
    switch self {
    case .version(let number): "version \(number)"
    case .migration(let seq): "the migration at \(seq)"
    case .ratings(let batch): "new ratings of batch \(batch)"
    }
  }

  /// The version's number, where it is one.
  package var version: Int? {
    if case .version(let number) = self { number } else { nil }
  }

  /// The migration's position, where it is one.
  package var migration: Int? {
    if case .migration(let seq) = self { seq } else { nil }
  }
}

extension [NewRatings] {
  /// `batch 4 (2 votes)`, `batches 4, 5 (3 votes)`; of many the last: `3 batches, last 7 (4 votes)`.
  package var phrase: String {
    let votes = reduce(0) { $0 + $1.votes }
    let counted = votes == 1 ? "1 vote" : "\(votes) votes"
    let batches =
      switch count {
      case 0: "no batch"
      case 1, 2:
        (count == 1 ? "batch " : "batches ") + map { "\($0.batch)" }.joined(separator: ", ")
      default: "\(count) batches, last \(self[count - 1].batch)"
      }
    return "\(batches) (\(counted))"
  }
}
