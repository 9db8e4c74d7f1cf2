import Agreement
import Domain

/// The slow, obvious formulas that the quick ones must agree with.
enum PlainRegions {
  /// Every one-to-one matching of the candidates; the largest sum of overlaps.
  static func bestSum(_ overlaps: [[Double]], threshold: Double) -> Double {
    func best(_ row: Int, _ taken: Set<Int>) -> Double {
      guard row < overlaps.count else { return 0 }
      var most = best(row + 1, taken)
      for column in overlaps[row].indices
      where !taken.contains(column) && overlaps[row][column] >= threshold {
        most = max(most, overlaps[row][column] + best(row + 1, taken.union([column])))
      }
      return most
    }
    return best(0, [])
  }

  /// Every permutation of the columns; the least total cost.
  static func leastCost(_ costs: [[Double]]) -> Double {
    func least(_ row: Int, _ left: [Int]) -> Double {
      guard row < costs.count else { return 0 }
      return left.indices.reduce(.infinity) { best, index in
        var rest = left
        let column = rest.remove(at: index)
        return min(best, costs[row][column] + least(row + 1, rest))
      }
    }
    return least(0, Array(costs[0].indices))
  }

  /// α of characters, every pair of annotators and every character spelt out.
  static func characterAlpha(_ continua: [SpanContinuum]) -> Double {
    var coincidences: [Set<LabelID>: [Set<LabelID>: Double]] = [:]
    for continuum in continua where continuum.answers.count > 1 {
      for position in continuum.bounds {
        let values = continuum.answers.map { spans in
          Set(spans.filter { $0.start <= position && position < $0.end }.map(\.label))
        }
        for one in values.indices {
          for other in values.indices where other != one {
            coincidences[values[one], default: [:]][values[other], default: 0] +=
              1 / Double(values.count - 1)
          }
        }
      }
    }
    let totals = coincidences.mapValues { $0.values.reduce(0, +) }
    let n = totals.values.reduce(0, +)
    var observed = 0.0
    var expected = 0.0
    for (one, row) in coincidences {
      for (other, count) in row where other != one { observed += count }
      for (other, total) in totals where other != one { expected += (totals[one] ?? 0) * total }
    }
    return 1 - observed / (expected / (n - 1))
  }

  /// The least disorder of all partitions into unitary alignments.
  static func leastDisorder(
    _ rows: [[Domain.Span]], position: Double, label: Double, empty: Double
  ) -> Double {
    let pairs = Double(rows.count * (rows.count - 1)) / 2
    func apart(_ one: Domain.Span?, _ other: Domain.Span?) -> Double {
      guard let one, let other else { return empty }
      let lengths = Double(one.end - one.start + other.end - other.start)
      let moved = Double(abs(one.start - other.start) + abs(one.end - other.end)) / lengths
      return position * moved * moved * empty
        + (one.label == other.label ? 0 : label * empty)
    }
    func cost(_ tuple: [Domain.Span?]) -> Double {
      var sum = 0.0
      for one in tuple.indices {
        for other in 0..<one { sum += apart(tuple[one], tuple[other]) }
      }
      return sum / pairs
    }
    /// All tuples with the first unit that is left, then the rest.
    func least(_ left: [[Domain.Span]]) -> Double {
      guard let owner = left.firstIndex(where: { !$0.isEmpty }) else { return 0 }
      var best = Double.infinity
      func choose(_ row: Int, _ tuple: [Domain.Span?], _ rest: [[Domain.Span]]) {
        guard row < left.count else {
          best = min(best, cost(tuple) + least(rest))
          return
        }
        if row == owner {
          var next = rest
          choose(row + 1, tuple + [next[row].removeFirst()], next)
          return
        }
        choose(row + 1, tuple + [nil], rest)
        guard row > owner else { return }
        for index in left[row].indices {
          var next = rest
          choose(row + 1, tuple + [next[row].remove(at: index)], next)
        }
      }
      choose(0, [], left)
      return best
    }
    let mean = Double(rows.joined().count) / Double(rows.count)
    return least(rows) / mean
  }
}
