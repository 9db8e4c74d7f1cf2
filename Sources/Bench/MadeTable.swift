import Agreement
import Foundation

/// Made-up ratings of any number, the same every time: three to five of 200 annotators rate an item
/// with one of 20 labels, some labels and some annotators far more often than others; ratings of
/// neighbouring items arrive mixed.
struct MadeTable {
  let ratings: Int

  static let annotators = 200
  static let labels = 20
  /// Items whose ratings are mixed with one another.
  private static let window = 8192

  /// Ratings of neighbouring items as columns, the items numbered from 0.
  struct Part {
    var itemCount = 0
    var items: [Int32] = []
    var annotators: [Int32] = []
    var labels: [Int32] = []
  }

  struct Row {
    let item: Int
    let annotator: Int
    let label: Int
  }

  /// Writes CSV, or Label Studio's JSON where the path ends so. O(window) memory.
  func write(to path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw BenchFailure("\(path) cannot be written") }
    defer { try? file.close() }
    if path.hasSuffix(".json") {
      try writeTasks(to: file)
    } else {
      try writeRows(to: file)
    }
  }

  private func writeRows(to file: FileHandle) throws {
    try file.write(contentsOf: Data("item,annotator,label\n".utf8))
    try forEachWindow { rows, numbers in
      rows.shuffle(using: &numbers)
      var text = ""
      for row in rows { text += "t\(row.item),\(Self.annotator(row)),\(Self.label(row))\n" }
      try file.write(contentsOf: Data(text.utf8))
    }
  }

  private func writeTasks(to file: FileHandle) throws {
    try file.write(contentsOf: Data("[".utf8))
    var isFirst = true
    try forEachWindow { rows, _ in
      var text = ""
      var rest = rows[...]
      while let item = rest.first?.item {
        let task = rest.prefix { $0.item == item }
        rest = rest.dropFirst(task.count)
        text += (isFirst ? "\n" : ",\n") + Self.task(item, task)
        isFirst = false
      }
      try file.write(contentsOf: Data(text.utf8))
    }
    try file.write(contentsOf: Data("\n]\n".utf8))
  }

  /// How many items show each multiset of labels, without a file. O(patterns) memory.
  func patterns() throws -> PatternCounts {
    var patterns = PatternCounts()
    try forEachWindow { rows, _ in
      var rest = rows[...]
      while let item = rest.first?.item {
        let unit = rest.prefix { $0.item == item }
        rest = rest.dropFirst(unit.count)
        patterns.add(unit.map { UnitRating(label: Int32($0.label)) })
      }
    }
    return patterns
  }

  /// The ratings unit by unit, without a file.
  func votes() throws -> VoteTable {
    var offsets = [0]
    var codes: [UnitRating] = []
    codes.reserveCapacity(ratings)
    try forEachWindow { rows, _ in
      for row in rows {
        if row.item == offsets.count { offsets.append(codes.count) }
        codes.append(UnitRating(annotator: Int32(row.annotator), label: Int32(row.label)))
      }
    }
    offsets.append(codes.count)
    return VoteTable(
      offsets: offsets, annotators: codes.map(\.annotator), labels: codes.map(\.label),
      annotatorCount: Self.annotators, labelCount: Self.labels)
  }

  /// The ratings window by window, as codes. O(ratings) memory.
  func parts() throws -> [Part] {
    var parts: [Part] = []
    try forEachWindow { rows, numbers in
      guard let first = rows.first?.item, let last = rows.last?.item else { return }
      rows.shuffle(using: &numbers)
      var part = Part(itemCount: last - first + 1)
      for row in rows {
        part.items.append(Int32(row.item - first))
        part.annotators.append(Int32(row.annotator))
        part.labels.append(Int32(row.label))
      }
      parts.append(part)
    }
    return parts
  }

  private func forEachWindow(
    _ body: (inout [Row], inout SeededNumbers) throws -> Void
  ) throws {
    var numbers = SeededNumbers(seed: 20_261_121)
    var item = 0
    var left = ratings
    while left > 0 {
      var rows: [Row] = []
      for _ in 0..<Self.window where left > 0 {
        let count = min(left, 3 + Int(numbers.next() % 3))
        rows += Self.ratings(of: item, count, &numbers)
        left -= count
        item += 1
      }
      try body(&rows, &numbers)
    }
  }

  private static func ratings(
    of item: Int, _ count: Int, _ numbers: inout SeededNumbers
  ) -> [Row] {
    let truth = skewed(labels, &numbers)
    let first = skewed(annotators, &numbers)
    let step = 1 + Int(numbers.next() % 39)
    return (0..<count).map { place in
      let annotator = (first + place * step) % annotators
      // Every seventh annotator errs twice as often.
      let isRight = numbers.share() < (annotator % 7 == 0 ? 0.72 : 0.86)
      let other = numbers.share() < 0.5 ? (truth + 1) % labels : skewed(labels, &numbers)
      return Row(item: item, annotator: annotator, label: isRight ? truth : other)
    }
  }

  /// Small numbers far more often than large ones.
  private static func skewed(_ count: Int, _ numbers: inout SeededNumbers) -> Int {
    let share = numbers.share()
    return min(count - 1, Int(Double(count) * share * share * share))
  }

  private static func annotator(_ row: Row) -> String { "a\(1000 + row.annotator)" }
  private static func label(_ row: Row) -> String { "class_\(10 + row.label)" }

  private static func task(_ item: Int, _ rows: ArraySlice<Row>) -> String {
    let annotations = rows.enumerated().map { place, row in
      """
      {"id": \(item * 8 + place), "completed_by": \(row.annotator + 1), "result": [{"id": "r\(place)", \
      "type": "choices", "value": {"choices": ["\(label(row))"]}, "origin": "manual", "to_name": "text", \
      "from_name": "label"}], "was_cancelled": false, "ground_truth": false, \
      "created_at": "2026-01-01T10:00:00.000000Z", "lead_time": \(10 + place).25, "task": \(item + 1)}
      """
    }
    let text = String(repeating: "A sentence that somebody has to put into a class. ", count: 4)
    return """
      {"id": \(item + 1), "annotations": [\(annotations.joined(separator: ", "))], \
      "data": {"text": "\(text)\(item)"}, "meta": {}, "created_at": "2026-01-01T09:00:00.000000Z", \
      "total_annotations": \(rows.count)}
      """
  }
}
