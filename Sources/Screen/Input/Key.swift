/// One key as the workbench sees it, whatever bytes the terminal sent.
package enum Key: Hashable, Sendable {
  case character(Character)
  case enter
  case escape
  case tab
  case backtab
  case backspace
  case delete
  case insert
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp
  case pageDown
  case function(Int)
  /// A letter, or one of `@ [ \ ] ^ _`, held with Control.
  case control(Character)
  /// A key held with Alt: what follows an escape at once.
  case alt(Character)

  /// The space bar, which begins the chords that go places.
  package static let space = Key.character(" ")
}
