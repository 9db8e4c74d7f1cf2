/// The units of one part, their ratings standing together: memory that is used again for each part.
struct PartUnits: Sendable {
  private(set) var ratings: [UnitRating] = []
  /// By unit, where its ratings end; they begin where those of the unit before end.
  private(set) var ends: [Int32] = []

  /// No code of an annotator or a label is as large as these.
  private(set) var annotatorCount = 0
  private(set) var labelCount = 0

  var count: Int { ends.count }

  /// Groups ratings by their item, in order of arrival within it: a counting sort.
  mutating func group(
    _ items: Span<Int32>, _ itemCount: Int, _ annotators: Span<Int32>, _ labels: Span<Int32>,
    annotatorCount: Int, labelCount: Int
  ) {
    precondition(items.count < Int32.max, "a part has fewer than 2³¹ ratings")
    self.annotatorCount = annotatorCount
    self.labelCount = labelCount
    ends.removeAll(keepingCapacity: true)
    ends.append(contentsOf: repeatElement(0, count: itemCount + 1))
    for index in items.indices { ends[Int(items[index]) + 1] += 1 }
    for unit in 0..<itemCount { ends[unit + 1] += ends[unit] }
    let missing = items.count - ratings.count
    if missing > 0 {
      ratings.append(contentsOf: repeatElement(UnitRating(label: 0), count: missing))
    }
    if missing < 0 { ratings.removeLast(-missing) }
    ratings.withUnsafeMutableBufferPointer { ratings in
      ends.withUnsafeMutableBufferPointer { ends in
        for index in items.indices {
          let annotator = annotators[index]
          let label = labels[index]
          precondition(
            annotator < annotatorCount && label >= 0 && label < labelCount,
            "codes are below the announced numbers")
          let item = Int(items[index])
          ratings[Int(ends[item])] = UnitRating(annotator: annotator, label: label)
          ends[item] += 1
        }
      }
    }
    ends.removeLast()
  }

  /// Each unit's ratings.
  @inline(__always)
  func visit(_ body: (UnsafeBufferPointer<UnitRating>) -> Void) {
    ratings.withUnsafeBufferPointer { ratings in
      var start = 0
      for end in ends {
        if Int(end) > start {
          body(UnsafeBufferPointer(rebasing: ratings[start..<Int(end)]))
        }
        start = Int(end)
      }
    }
  }

  /// Whether an annotator rated a unit twice.
  ///
  /// - Parameter seen: By annotator, one more than the last unit in which they were seen, the units
  ///   of this part counted from `before`.
  func hasRepeats(_ seen: inout [Int], unitsBefore before: Int) -> Bool {
    var unit = before
    var hasRepeats = false
    seen.withUnsafeMutableBufferPointer { seen in
      visit { ratings in
        unit += 1
        for rating in ratings where rating.annotator >= 0 {
          hasRepeats = hasRepeats || seen[Int(rating.annotator)] == unit
          seen[Int(rating.annotator)] = unit
        }
      }
    }
    return hasRepeats
  }

  /// Puts the ratings that are kept in the place of those of a unit, which are no fewer.
  ///
  /// - Parameters:
  ///   - items: As they were grouped.
  ///   - kept: Takes a unit's ratings and where in the part each stood; nil keeps them as they are.
  mutating func replaceEach(
    _ items: Span<Int32>, _ kept: (ArraySlice<UnitRating>, ArraySlice<Int32>) -> [UnitRating]?
  ) {
    let places = places(items)
    var start = 0
    var write = 0
    for unit in ends.indices {
      let end = Int(ends[unit])
      let unitRatings =
        kept(ratings[start..<end], places[start..<end]) ?? Array(ratings[start..<end])
      for rating in unitRatings {
        ratings[write] = rating
        write += 1
      }
      ends[unit] = Int32(write)
      start = end
    }
    ratings.removeLast(ratings.count - write)
  }

  /// Where in the part each grouped rating stood.
  private func places(_ items: Span<Int32>) -> [Int32] {
    var next: [Int32] = [0] + ends.dropLast()
    var places = [Int32](repeating: 0, count: items.count)
    for index in items.indices {
      let item = Int(items[index])
      places[Int(next[item])] = Int32(index)
      next[item] += 1
    }
    return places
  }
}
