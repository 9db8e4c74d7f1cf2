import Agreement

/// Votes with their names: codes follow the sorted names.
struct NamedVotes {
  let units: [String]
  let annotators: [String]
  let labels: [String]
  let table: VoteTable

  /// Rows of unit, annotator and label.
  init(_ rows: [[String]]) {
    self.init(
      rows, units: Set(rows.map { $0[0] }).sorted(), annotators: Set(rows.map { $0[1] }).sorted(),
      labels: Set(rows.map { $0[2] }).sorted())
  }

  /// Rows of unit, annotator and label; codes follow the lists.
  init(_ rows: [[String]], units: [String], annotators: [String], labels: [String]) {
    self.units = units
    self.annotators = annotators
    self.labels = labels
    let annotatorCodes = Self.codes(annotators)
    let labelCodes = Self.codes(labels)
    let byUnit = Dictionary(grouping: rows) { $0[0] }
    var offsets = [0]
    var votes: [UnitRating] = []
    for unit in units {
      votes += (byUnit[unit] ?? []).map { row in
        UnitRating(annotator: annotatorCodes[row[1]] ?? -1, label: labelCodes[row[2]] ?? 0)
      }
      offsets.append(votes.count)
    }
    table = VoteTable(
      offsets: offsets, annotators: votes.map(\.annotator), labels: votes.map(\.label),
      annotatorCount: annotators.count, labelCount: labels.count)
  }

  private static func codes(_ names: [String]) -> [String: Int32] {
    Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
  }
}
