package import Domain

/// A heading of the list with the rows below it.
package struct ListedGroup: Hashable, Sendable {
  package let group: QueueGroup
  /// The place of its first row in the list.
  package let start: Int
  /// How many of its rows still wait.
  package var waiting: Int

  package var rows: Range<Int> { start..<start + group.count }
}

/// The lines of the list as they are shown: rows, and headings above groups of them. A folded group
/// is its heading alone.
struct QueueLines {
  enum Line: Hashable {
    /// The number of a group.
    case heading(Int)
    /// The place of a row in the list.
    case row(Int)
  }

  private let rows: Int
  private let groups: [ListedGroup]
  private let isFolded: [Bool]
  /// The line of each heading.
  private let starts: [Int]
  let count: Int

  init(_ queue: QueueModel) {
    rows = queue.handles.count
    // While only the first page is there, groups reach beyond what is known.
    groups = queue.groups.filter { $0.start < queue.handles.count }
    isFolded = groups.map { queue.folded.contains($0.group.key) }
    var starts: [Int] = []
    var line = 0
    for (group, isFolded) in zip(groups, isFolded) {
      starts.append(line)
      line += 1 + (isFolded ? 0 : min(group.rows.upperBound, rows) - group.start)
    }
    self.starts = starts
    count = groups.isEmpty ? rows : line
  }

  /// What stands in a line; nil below the list. O(log groups).
  subscript(line: Int) -> Line? {
    guard (0..<count).contains(line) else { return nil }
    guard !groups.isEmpty else { return .row(line) }
    let group = place(in: starts, of: line)
    let offset = line - starts[group]
    return offset == 0 ? .heading(group) : .row(groups[group].start + offset - 1)
  }

  /// The group of a row; nil without groups.
  func group(ofRow row: Int) -> Int? {
    guard !groups.isEmpty else { return nil }
    return place(in: groups.map(\.start), of: row)
  }

  /// Whether a row cannot be seen because its group is folded.
  func isHidden(row: Int) -> Bool {
    group(ofRow: row).map { isFolded[$0] } ?? false
  }

  /// The line of a row, or of its heading where it is folded.
  func line(ofRow row: Int) -> Int {
    guard let group = group(ofRow: row) else { return row }
    return isFolded[group] ? starts[group] : starts[group] + 1 + row - groups[group].start
  }

  func line(ofHeading group: Int) -> Int {
    starts.indices.contains(group) ? starts[group] : 0
  }

  /// The nearest row before or after one that can be seen; nil at the ends.
  func row(after row: Int, step: Int) -> Int? {
    var next = row + step
    while (0..<rows).contains(next), let group = group(ofRow: next), isFolded[group] {
      next = step > 0 ? groups[group].rows.upperBound : groups[group].start - 1
    }
    return (0..<rows).contains(next) ? next : nil
  }

  /// The last of ascending numbers that is not above one.
  private func place(in numbers: [Int], of number: Int) -> Int {
    var low = 0
    var high = numbers.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if numbers[middle] <= number { low = middle } else { high = middle }
    }
    return low
  }
}
