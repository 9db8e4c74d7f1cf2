/// The assignment problem: gives each row a column of its own at the least total cost.
///
/// Shortest augmenting paths with potentials (Kuhn 1955; Jonker & Volgenant 1987).
enum Assignment {
  /// The column of each row. O(rows² · columns).
  ///
  /// - Parameter costs: Rows of equal length, not more rows than columns.
  static func cheapest<Cost: AssignmentCost>(_ costs: [[Cost]]) -> [Int] {
    guard let width = costs.first?.count else { return [] }
    precondition(costs.count <= width, "there are not more rows than columns")
    var search = Search(costs: costs, width: width)
    for row in costs.indices { search.place(row + 1) }
    var columns = Array(repeating: 0, count: costs.count)
    for column in 1...width where search.rowOf[column] != 0 {
      columns[search.rowOf[column] - 1] = column - 1
    }
    return columns
  }

  /// Rows and columns count from 1; column 0 holds the row that looks for its place.
  private struct Search<Cost: AssignmentCost> {
    let costs: [[Cost]]
    let width: Int
    var rowPotential: [Cost]
    var columnPotential: [Cost]
    var rowOf: [Int]

    init(costs: [[Cost]], width: Int) {
      self.costs = costs
      self.width = width
      rowPotential = Array(repeating: 0, count: costs.count + 1)
      columnPotential = Array(repeating: 0, count: width + 1)
      rowOf = Array(repeating: 0, count: width + 1)
    }

    mutating func place(_ row: Int) {
      rowOf[0] = row
      var cameFrom = Array(repeating: 0, count: width + 1)
      var shortest = Array(repeating: Cost.unreached, count: width + 1)
      var visited = Array(repeating: false, count: width + 1)
      var column = 0
      repeat {
        visited[column] = true
        column = step(from: column, &cameFrom, &shortest, visited)
      } while rowOf[column] != 0
      while column != 0 {
        rowOf[column] = rowOf[cameFrom[column]]
        column = cameFrom[column]
      }
    }

    /// Looks from one column's row at all others and goes to the nearest.
    private mutating func step(
      from column: Int, _ cameFrom: inout [Int], _ shortest: inout [Cost], _ visited: [Bool]
    ) -> Int {
      let row = rowOf[column]
      var reach = Cost.unreached
      var next = 0
      for other in 1...width where !visited[other] {
        let slack = costs[row - 1][other - 1] - rowPotential[row] - columnPotential[other]
        if slack < shortest[other] {
          shortest[other] = slack
          cameFrom[other] = column
        }
        if shortest[other] < reach {
          reach = shortest[other]
          next = other
        }
      }
      for other in 0...width {
        if visited[other] {
          rowPotential[rowOf[other]] += reach
          columnPotential[other] -= reach
        } else {
          shortest[other] -= reach
        }
      }
      return next
    }
  }
}
