/// A click or a turn of the wheel over a cell.
package struct MouseEvent: Hashable, Sendable {
  /// What the mouse did.
  package enum Action: Sendable {
    case press
    case wheelUp
    case wheelDown
  }

  package let action: Action
  package let position: Position

  package init(_ action: Action, at position: Position) {
    self.action = action
    self.position = position
  }
}
