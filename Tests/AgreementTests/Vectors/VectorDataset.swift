import Agreement
import Foundation

/// A data set of a vector file, as codes.
struct VectorDataset {
  /// The labels as written, by code.
  var labels: [String] = []
  /// The labels' numbers, or their ranks where they are no numbers.
  var scores: [Double] = []
  /// Distinct label sets by code, for data of that kind.
  var sets: [Set<String>] = []
  /// Units, each with the number of its occurrences.
  var units: [(ratings: [UnitRating], times: Int)] = []
  var isTable = false

  init?(_ source: [String: Any]) {
    switch source["kind"] as? String {
    case "ratings": readRatings(source)
    case "table": readTable(source)
    case "counts": readCounts(source)
    case "sets": readSets(source)
    case "set_pair": readSets(["matrix": [[source["a"], source["b"]].map(Self.members)]])
    default: return nil
    }
  }

  var sums: AgreementSums {
    var sums = AgreementSums()
    for unit in units { sums.add(unit.ratings, times: unit.times) }
    return sums
  }

  /// Each unit's ratings by annotator, as often as it occurs.
  var votes: VoteTable {
    RandomRatings.votes(units.flatMap { Array(repeating: $0.ratings, count: $0.times) })
  }

  /// The label sets by code.
  var labelSets: LabelSets { LabelSets(sets.map { $0.sorted() }) }

  var patterns: PatternCounts {
    var patterns = PatternCounts()
    for unit in units { patterns.add(unit.ratings, times: unit.times) }
    return patterns
  }

  private mutating func declare(_ categories: [Any]) {
    labels = categories.map(Self.name)
    let numbers = categories.compactMap { ($0 as? NSNumber)?.doubleValue }
    let areNumbers = numbers.count == categories.count && !isTable
    scores = areNumbers ? numbers : labels.indices.map { Double($0 + 1) }
  }

  private mutating func readRatings(_ source: [String: Any]) {
    let matrix = source["matrix"] as? [[Any]] ?? []
    let present = matrix.joined().filter { !($0 is NSNull) }
    declare(source["categories"] as? [Any] ?? Self.sortedDistinct(present))
    let codes = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, Int32($0)) })
    for row in matrix {
      let ratings = row.enumerated().compactMap { annotator, value in
        codes[Self.name(value)].map { UnitRating(annotator: Int32(annotator), label: $0) }
      }
      units.append((ratings, 1))
    }
  }

  private mutating func readTable(_ source: [String: Any]) {
    isTable = true
    let counts = source["counts"] as? [[Int]] ?? []
    declare(source["categories"] as? [Any] ?? Array(counts.indices))
    for (row, counts) in counts.enumerated() {
      for (column, count) in counts.enumerated() where count > 0 {
        let ratings = [
          UnitRating(annotator: 0, label: Int32(row)),
          UnitRating(annotator: 1, label: Int32(column)),
        ]
        units.append((ratings, count))
      }
    }
  }

  private mutating func readCounts(_ source: [String: Any]) {
    let counts = source["counts"] as? [[Int]] ?? []
    declare(source["categories"] as? [Any] ?? Array((counts.first ?? []).indices))
    for counts in counts {
      let ratings = counts.enumerated().flatMap { label, count in
        Array(repeating: UnitRating(label: Int32(label)), count: count)
      }
      units.append((ratings, 1))
    }
  }

  private mutating func readSets(_ source: [String: Any]) {
    for row in source["matrix"] as? [[Any]] ?? [] {
      var ratings: [UnitRating] = []
      for (annotator, value) in row.enumerated() {
        guard let members = (value as? [String]).map({ Set($0) }) else { continue }
        let code = sets.firstIndex(of: members) ?? sets.count
        if code == sets.count { sets.append(members) }
        ratings.append(UnitRating(annotator: Int32(annotator), label: Int32(code)))
      }
      units.append((ratings, 1))
    }
  }

  private static func members(_ set: Any?) -> Any {
    (set as? [Any] ?? []).map(name)
  }

  /// A label as text: the same for `1` and `1.0`.
  private static func name(_ value: Any) -> String {
    guard let number = (value as? NSNumber)?.doubleValue else { return "\(value)" }
    return number == number.rounded() ? "\(Int(number))" : "\(number)"
  }

  /// Numbers by size before strings.
  private static func sortedDistinct(_ values: [Any]) -> [Any] {
    let numbers = Set(values.compactMap { ($0 as? NSNumber)?.doubleValue }).sorted()
    let strings = Set(values.compactMap { $0 as? String }).sorted()
    return numbers.map { NSNumber(value: $0) } + strings
  }
}
