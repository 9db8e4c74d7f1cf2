/// Which part of a list is in view.
///
/// A bar that leaves the window turns it so far that a quarter of it stays: rows that come one at a time
/// would be a new screen for every key, which is slow to send and restless to look at.
package enum ListWindow {
  /// The first row in view.
  ///
  /// - Parameters:
  ///   - top: the first row in view so far.
  ///   - row: the row that has to be in view.
  package static func top(_ top: Int, showing row: Int, count: Int, height: Int) -> Int {
    let last = max(0, count - height)
    let kept = height / 4
    var top = top
    if row < top { top = row - height + 1 + kept }
    if row >= top + height { top = row - kept }
    return max(0, min(top, last))
  }
}
