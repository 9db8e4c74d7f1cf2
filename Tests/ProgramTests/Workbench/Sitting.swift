import Foundation
import Screen
import TestSupport
import Testing

/// A person at the workbench: presses keys, reads the screen, and remembers what it called saved.
final class Sitting {
  /// A ruling that the screen called saved.
  struct Saved: Hashable {
    let item: String
    /// The ruling as it was said: a label's name, or `none of these`.
    let ruling: String
  }

  let session: PtySession
  /// Every ruling that the screen called saved, in the order of its appearing.
  private(set) var saved: [Saved] = []

  init(_ session: PtySession) { self.session = session }

  var screen: VirtualTerminal { session.screen }

  /// The item that the title names; nil where the queue is open.
  var item: String? {
    guard let place = screen.rows[0].split(separator: "›").last else { return nil }
    let words = place.split(separator: " ")
    guard words.first == "item", words.count > 1 else { return nil }
    return String(words[1])
  }

  /// Presses a key and waits for an item that can be ruled on.
  ///
  /// A frame comes in pieces, so a title may stand over the item before it: the screen has to be the
  /// same when nothing more comes.
  func turn(
    _ keys: String, until name: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ condition: (Sitting) -> Bool = { _ in true }
  ) {
    session.send(keys)
    var isSteady = false
    while !isSteady,
      wait(until: name, sourceLocation: sourceLocation, { $0.isContested && condition($0) })
    {
      session.settle()
      isSteady = isContested && condition(self)
    }
  }

  /// Presses a key and waits for a condition on the rendered screen.
  @discardableResult
  func press(
    _ keys: String, until name: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ condition: (Sitting) -> Bool
  ) -> Bool {
    session.send(keys)
    return wait(until: name, sourceLocation: sourceLocation, condition)
  }

  @discardableResult
  func wait(
    until name: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ condition: (Sitting) -> Bool
  ) -> Bool {
    // The machine may be busy with other tests: what matters is that it comes, not when.
    session.wait(until: name, seconds: 60, sourceLocation: sourceLocation) { _ in
      note()
      return condition(self)
    }
  }

  /// Waits until the queue is painted.
  @discardableResult
  func waitForQueue(sourceLocation: SourceLocation = #_sourceLocation) -> Bool {
    wait(until: "the queue is painted", sourceLocation: sourceLocation) { sitting in
      sitting.screen.rows[0].contains("› queue") && sitting.screen.text.contains("Enter opens")
    }
  }

  /// Opens the item under the cursor.
  func open(sourceLocation: SourceLocation = #_sourceLocation) {
    turn("\r", until: "an item is open", sourceLocation: sourceLocation)
  }

  /// Rules on the open item with a key, and waits for "saved" and for the next item.
  func rule(_ keys: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let before = item
    press(
      keys, until: "\(before ?? "?") is saved, and the next item stands there",
      sourceLocation: sourceLocation
    ) { $0.saved.last?.item == before && $0.item != before }
  }

  /// Whether an item is open and can be ruled on.
  var isContested: Bool {
    item != nil && screen.text.contains(" why here ")
  }

  /// Renders what a program that was killed had still written.
  func killed() {
    session.signal(9)
    session.waitForEnd()
    note()
  }

  /// Reads the last row: `✓ T-0148 Billing, saved`.
  private func note() {
    guard let row = screen.rows.last, let mark = row.range(of: "✓ "),
      let end = row.range(of: ", saved")
    else { return }
    let words = row[mark.upperBound..<end.lowerBound].split(separator: " ", maxSplits: 1)
    guard words.count == 2 else { return }
    let ruling = Saved(item: String(words[0]), ruling: String(words[1]))
    if saved.last != ruling { saved.append(ruling) }
  }
}
