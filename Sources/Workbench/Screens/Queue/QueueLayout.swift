import Screen

/// Where the parts of the queue lie on a screen of some size.
struct QueueLayout {
  let sentenceRow: Int
  let headingRow: Int
  /// The rows of the list.
  let list: Rect
  /// The line under the list that says how much of it is shown; nil where there is no room.
  let footRow: Int?
  /// Below the list, on narrow screens.
  let preview: Rect?
  /// Beside the list, on wide ones: the item, and the evidence where it has no pane of its own.
  let side: Rect?
  /// The third pane, on the widest.
  let evidence: Rect?
  /// The columns of the rules between panes.
  let rules: [Int]

  init(_ size: Size) {
    let isTall = size.height >= 30
    let isLow = size.height < 20
    sentenceRow = isTall ? 2 : 1
    headingRow = isLow ? 2 : sentenceRow + 2
    let bottom = isLow ? size.height - 1 : size.height - 2
    let top = headingRow + 1
    guard size.width >= 100, !isLow else {
      let hasPreview = !isLow
      let previewHeight = isTall ? 7 : 5
      let end = hasPreview ? bottom - previewHeight - 1 : bottom
      list = Rect(row: top, column: 0, width: size.width, height: end - top)
      footRow = hasPreview ? end : nil
      preview =
        hasPreview
        ? Rect(row: end + 1, column: 0, width: size.width, height: previewHeight) : nil
      side = nil
      evidence = nil
      rules = []
      return
    }
    let panes = Self.panes(size.width)
    let height = bottom - headingRow
    footRow = bottom - 1
    list = Rect(row: top, column: 0, width: panes.list, height: bottom - 1 - top)
    preview = nil
    side = Rect(row: headingRow, column: panes.list + 5, width: panes.side, height: height)
    guard panes.evidence > 0 else {
      evidence = nil
      rules = [panes.list + 2]
      return
    }
    let third = panes.list + 5 + panes.side + 5
    evidence = Rect(row: headingRow, column: third, width: panes.evidence, height: height)
    rules = [panes.list + 2, third - 3]
  }

  private struct Panes {
    var list: Int
    var side: Int
    var evidence = 0
  }

  /// How the width is shared out: from 170 cells on among three, each of which first gets what it
  /// needs, then what makes it better.
  private static func panes(_ width: Int) -> Panes {
    guard width >= 170 else {
      let list = min(96, width - 43)
      return Panes(list: list, side: min(72, width - 1 - list - 5))
    }
    var panes = Panes(list: 60, side: 60, evidence: 38)
    var rest = width - 1 - 10 - 158
    func give(_ pane: WritableKeyPath<Panes, Int>, upTo most: Int) {
      let share = min(rest, max(0, most - panes[keyPath: pane]))
      panes[keyPath: pane] += share
      rest -= share
    }
    give(\.side, upTo: 72)
    give(\.list, upTo: 82)
    give(\.evidence, upTo: 48)
    give(\.list, upTo: 112)
    give(\.evidence, upTo: 72)
    return panes
  }
}
