/// Ratings of one unit as dots, grouped by label: `●●● ●●` reads three to two without colour.
package struct RatingDots {
  /// The ratings for one label.
  package struct Group {
    package let role: Role
    package let people: Int
    /// Ratings by models, drawn as `◆`.
    package let models: Int

    package init(role: Role, people: Int, models: Int = 0) {
      self.role = role
      self.people = people
      self.models = models
    }

    var total: Int { people + models }
  }

  private let groups: [Group]

  /// - Parameter groups: the leading label first; groups without ratings are left out.
  package init(_ groups: [Group]) {
    self.groups = groups.filter { $0.total > 0 }
  }

  /// The cells that all dots need.
  package var width: Int {
    groups.reduce(0) { $0 + $1.total } + max(0, groups.count - 1)
  }

  /// Draws the dots, or a dot and a number for each group where the dots do not fit.
  package func draw(in grid: inout Grid, at position: Position, width limit: Int) {
    var column = position.column
    let end = position.column + limit
    for group in groups where column < end {
      let text: SafeText =
        width <= limit
        ? .repeating("●", count: group.people) + .repeating("◆", count: group.models)
        : "●\(group.total)"
      let place = Position(row: position.row, column: column)
      column += grid.put(text, at: place, width: end - column, role: group.role) + 1
    }
  }
}
