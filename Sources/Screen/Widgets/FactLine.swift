/// Names and values in one row: `why here  disagreement .60   likely wrong .55`.
package struct FactLine {
  /// One name with its value.
  package struct Fact: Hashable, Sendable {
    package let name: SafeText
    package let value: SafeText
    package let role: Role

    package init(_ name: SafeText, _ value: SafeText, role: Role = .text) {
      self.name = name
      self.value = value
      self.role = role
    }

    var width: Int { name.width + 1 + value.width }
  }

  private let heading: SafeText
  private let facts: [Fact]

  package init(heading: SafeText = SafeText(), _ facts: [Fact]) {
    self.heading = heading
    self.facts = facts
  }

  /// Draws as many facts as fit whole.
  package func draw(in grid: inout Grid, at position: Position, width: Int) {
    var column = position.column
    let end = min(position.column + width, grid.size.width)
    if !heading.isEmpty {
      column += grid.put(heading, at: position, width: width, role: .heading) + 2
    }
    for fact in facts {
      guard column + fact.width <= end else { return }
      column += grid.put(fact.name, at: Position(row: position.row, column: column), role: .dim) + 1
      column += grid.put(
        fact.value, at: Position(row: position.row, column: column), role: fact.role)
      column += 3
    }
  }
}
