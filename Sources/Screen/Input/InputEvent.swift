/// Something that reached the program from its terminal.
package enum InputEvent: Hashable, Sendable {
  case key(Key)
  /// Text that was pasted in one go; it is never read as commands.
  case paste(Untrusted)
  case resize(Size)
  case mouse(MouseEvent)
  /// A worker asked the loop to look at its queue.
  case woken
  /// The terminal is gone, or the program was told to end: save what is left and leave.
  case ended
}
