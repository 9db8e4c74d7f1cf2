@testable import Agreement

/// What heat maps count, written the slow and obvious way: pair by pair, from the ratings themselves.
struct PlainCounts {
  let units: [[UnitRating]]

  /// Ordered pairs of two different ratings of a unit with these labels.
  func pairs(_ first: Int, _ second: Int) -> Int {
    comparisons.count { $0.0 == first && $0.1 == second }
  }

  /// Ordered pairs whose first rating has this label.
  func pairs(_ first: Int) -> Int {
    comparisons.count { $0.0 == first }
  }

  /// Pairs of a unit's ratings, each once, with one of two labels in them.
  func touching(_ first: Int, _ second: Int) -> Int {
    comparisons.count { [$0.0, $0.1].contains(first) || [$0.0, $0.1].contains(second) } / 2
  }

  func ratings(_ label: Int) -> Int {
    units.joined().count { Int($0.label) == label }
  }

  /// Nominal α of coincidences that both lie among `labels`, from a matrix.
  func alpha(among labels: [Int]) -> Double? {
    var matrix: [[Double]] = labels.map { _ in labels.map { _ in 0 } }
    for unit in units where unit.count > 1 {
      for (one, first) in unit.enumerated() {
        for (other, second) in unit.enumerated() where one != other {
          guard let row = labels.firstIndex(of: Int(first.label)),
            let column = labels.firstIndex(of: Int(second.label))
          else { continue }
          matrix[row][column] += 1 / Double(unit.count - 1)
        }
      }
    }
    let marginals = matrix.map { $0.reduce(0, +) }
    let total = marginals.reduce(0, +)
    guard total > 1 + 1e-9, marginals.count(where: { $0 > 1e-9 }) > 1 else { return nil }
    var (observed, expected) = (0.0, 0.0)
    for row in labels.indices {
      for column in labels.indices where row != column {
        observed += matrix[row][column] / total
        expected += marginals[row] * marginals[column] / (total * (total - 1))
      }
    }
    return 1 - observed / expected
  }

  /// The pairs in which an annotator takes part, each as a unit.
  func pairs(of annotator: Int) -> PlainCounts {
    var pairs: [[UnitRating]] = []
    for unit in units {
      guard let own = unit.first(where: { Int($0.annotator) == annotator }) else { continue }
      for other in unit where other != own && other.annotator >= 0 { pairs.append([own, other]) }
    }
    return PlainCounts(units: pairs)
  }

  /// The same with every label but one called 0, and that one 1.
  func oneVersusRest(_ label: Int) -> PlainCounts {
    PlainCounts(
      units: units.map { unit in
        unit.map {
          UnitRating(annotator: $0.annotator, label: Int($0.label) == label ? 1 : 0)
        }
      })
  }

  private var comparisons: [(Int, Int)] {
    var all: [(Int, Int)] = []
    for unit in units {
      for one in unit.indices {
        for other in unit.indices where one != other {
          all.append((Int(unit[one].label), Int(unit[other].label)))
        }
      }
    }
    return all
  }
}
