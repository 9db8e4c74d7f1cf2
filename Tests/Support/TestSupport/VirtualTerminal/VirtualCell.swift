package import Screen

/// One cell of a virtual terminal: what a person would see there.
package struct VirtualCell: Equatable {
  /// What is drawn; empty in the right half of a wide character.
  package var text = " "
  package var style = Style()
}
