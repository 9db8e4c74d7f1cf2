import Domain
import Screen

/// A figure as a line on a track, with the bar it has to reach or must not go beyond as `┃`.
struct GateBar {
  private let check: GateCheck
  private let width: Int

  init(_ check: GateCheck, width: Int) {
    self.check = check
    self.width = width
  }

  func draw(in grid: inout Grid, at position: Position) {
    guard width > 0, let share = reach else { return }
    let words: Role = check.state == .fails ? .bad : check.state == .close ? .warn : .dim
    Bar(share: share, width: width, role: words).draw(in: &grid, at: position)
    guard let threshold else { return }
    let cell = min(width - 1, max(0, Int((threshold * Double(width)).rounded(.down))))
    grid.put("┃", at: Position(row: position.row, column: position.column + cell))
  }

  /// How far the line goes, from 0 to 1; nil where there is nothing to measure.
  private var reach: Double? {
    switch check.figure {
    case .share(let value): value
    case .coefficient(let value, _): max(0, value)
    case .count(let count):
      check.bar == nil ? nil : most > 0 ? Double(count) / most : 0
    case .holds(let holds): holds ? 1 : 0
    case .undefined: 0
    }
  }

  private var threshold: Double? {
    switch (check.bar, check.figure) {
    case (.atLeast(let value), .count), (.atMost(let value), .count):
      most > 0 ? value / most : 0
    case (.atLeast(let value), _), (.atMost(let value), _): value
    case (.must, _): 1
    case (nil, _): nil
    }
  }

  /// What the end of the track stands for where units are counted: twice the bar, or the count.
  private var most: Double {
    guard case .count(let count) = check.figure else { return 1 }
    switch check.bar {
    case .atLeast(let value), .atMost(let value): return max(2 * value, Double(count))
    case .must, nil: return Double(count)
    }
  }
}
