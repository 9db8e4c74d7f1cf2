import Domain
import Screen

extension Model {
  /// Gathers the list under headings, or no longer; the bar stays on its row.
  mutating func group(by grouping: QueueGrouping?) -> [Effect] {
    if let leak = GroupingWords.leak(in: grouping, configuration) {
      notice = Notice(text: leak, kind: .plain)
      return []
    }
    queue.grouping = grouping
    queue.folded = []
    return [.saveState(state)] + loadList()
  }

  /// Folds the group under the bar, or opens it.
  mutating func fold() -> [Effect] {
    guard let place = queue.currentGroup else { return [] }
    let key = queue.groups[place].group.key
    queue.heading = place
    if queue.folded.remove(key) == nil { queue.folded.insert(key) }
    return fitList()
  }

  /// Folds every group, or opens them all where none is open.
  mutating func foldAll() -> [Effect] {
    guard let place = queue.currentGroup else { return [] }
    let keys = Set(queue.groups.map(\.group.key))
    queue.folded = keys.isSubset(of: queue.folded) ? [] : keys
    queue.heading = place
    return fitList()
  }

  /// Where what comes next is looked for: within the group that is being worked, where there is one.
  var nextQuery: QueueQuery {
    var next = query
    if let place = queue.group(of: item?.unit) { next.group = queue.groups[place].group.key }
    return next
  }

  /// Asks for the names of the rows that are to be tagged: all of the list, or of the group whose
  /// heading is under the bar.
  mutating func tagAll() -> [Effect] {
    var handles = queue.handles[...]
    if let place = queue.heading, queue.groups.indices.contains(place) {
      handles = handles[queue.groups[place].rows.clamped(to: handles.indices)]
    }
    guard queue.isComplete else {
      notice = Notice(text: "the list is still being read", kind: .plain)
      return []
    }
    guard handles.count <= Self.mostTags else {
      let key = start.keymap.name(for: .limit) ?? ":limit"
      notice = Notice(
        text: "\(Figures.count(handles.count)) are too many to rule on in one go; \(key) limits",
        kind: .plain)
      return []
    }
    return [.loadUnits(Array(handles), generation: queue.generation)]
  }

  /// Tags units, or untags them where all of them are tagged.
  mutating func tagAll(_ units: [UnitID]) -> [Effect] {
    let all = Set(units)
    let isUntagging = !all.isEmpty && all.isSubset(of: tags)
    tags = isUntagging ? tags.subtracting(all) : tags.union(all)
    queue.tagged = nil
    let count = Figures.count(all.count)
    notice = Notice(text: isUntagging ? "\(count) untagged" : "* \(count) tagged", kind: .plain)
    return [.saveState(state)]
  }

  /// The most that are tagged in one go: each is read and tried by itself when it is ruled on.
  private static let mostTags = 5000
}

extension QueueModel {
  /// Takes in the groups of a list that was read.
  mutating func take(_ groups: [QueueGroup]) {
    var start = 0
    self.groups = groups.map { group in
      defer { start += group.count }
      return ListedGroup(group: group, start: start, waiting: group.count)
    }
    heading = nil
  }

  /// The number of the group that the bar stands in; nil without groups.
  package var currentGroup: Int? {
    heading ?? QueueLines(self).group(ofRow: cursor)
  }

  /// The number of the group that the row under the bar is in, where it is the row of a unit.
  func group(of unit: UnitID?) -> Int? {
    guard let unit, current?.unit == unit else { return nil }
    return QueueLines(self).group(ofRow: cursor)
  }
}
