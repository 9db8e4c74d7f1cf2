package import Domain
import Screen

/// What the last ruling changed in the queue besides its own unit.
package struct ChangedQueue: Hashable, Sendable {
  package let unit: UnitID
  package let effect: QueueEffect

  package init(unit: UnitID, effect: QueueEffect) {
    self.unit = unit
    self.effect = effect
  }

  /// Released labels that changed, one by one. What others' votes say is told to nobody who is yet to
  /// rule on them blind.
  func lines(_ model: Model) -> [OverlayPages.Line] {
    let moved = Figures.count(effect.moved)
    var lines = [
      OverlayPages.Line(
        text: "units whose chance of being released wrong moved by .01 or more",
        right: SafeText(moved)),
      OverlayPages.Line(
        text: "units of which another label would be released now",
        right: SafeText(Figures.count(effect.turned.count))),
    ]
    let configuration = model.configuration
    let hidesSome =
      configuration.blind == .votes || configuration.routes.contains { $0.blind == .votes }
    guard !hidesSome else {
      return lines + [
        OverlayPages.Line(text: "which ones is hidden while votes are", textRole: .dim)
      ]
    }
    let look = model.look
    lines += effect.turned.map { turn in
      OverlayPages.Line(
        left: "→", text: SafeText(turn.unit.item.text).clipped(to: 30),
        right: "\(look.text(turn.from).clipped(to: 20)) → \(look.text(turn.to).clipped(to: 20))")
    }
    return lines
  }
}

extension Model {
  /// Notes what a ruling changed elsewhere, and says so behind what was said of it.
  mutating func takeEffect(_ effect: QueueEffect?, of unit: UnitID) {
    changed = effect.map { ChangedQueue(unit: unit, effect: $0) }
    guard let effect, !effect.isEmpty, let said = notice, said.kind == .saved else { return }
    let (moved, turned) = (Figures.count(effect.moved), Figures.count(effect.turned.count))
    let labels = effect.turned.count == 1 ? "label" : "labels"
    let words: String
    if size.width >= 110 {
      words = "moved \(moved) others, \(turned) released \(labels) changed"
    } else {
      // Hints of what comes next need the room.
      words = effect.turned.isEmpty ? "\(moved) moved" : "\(turned) changed"
    }
    notice = Notice(text: "\(said.text), \(words)", kind: .saved)
  }

  /// Models of annotators are there: the list is read again where nobody has begun to work in it.
  mutating func takeLearned() -> [Effect] {
    guard queue.order == .policy(.gain), place == .queue, queue.cursor == 0, queue.top == 0,
      undoable.isEmpty, tags.isEmpty, queue.phase == .ready
    else { return [.loadSummary] }
    return [.loadSummary] + loadList()
  }
}
