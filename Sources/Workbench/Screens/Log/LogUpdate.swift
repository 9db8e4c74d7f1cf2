import Domain
import Screen

extension Model {
  /// Asks for the newest events, where there are some that are not known.
  mutating func enterLog() -> [Effect] {
    guard log.entries.isEmpty || log.head != (summary?.head ?? -1) else { return [] }
    log.generation += 1
    log.isLoading = true
    return [.report(.log(upTo: nil, count: 200), generation: log.generation)]
  }

  mutating func take(_ page: LogPage, generation: Int) -> [Effect] {
    guard generation == log.generation else { return [] }
    log.isLoading = false
    log.entries = page.entries
    log.head = page.head
    log.cursor.fit(count: log.entries.count, height: ListLayout(size).list.height)
    return []
  }

  mutating func performInLog(_ id: CommandID, _ argument: String?) -> [Effect] {
    let height = ListLayout(size).list.height
    if log.cursor.move(id, count: log.entries.count, height: height) { return [] }
    switch id {
    case .reread:
      log.entries = []
      return enterLog()
    case .open: return log.current?.event.body.unit.map { openItem($0) } ?? []
    default: return []
    }
  }
}
