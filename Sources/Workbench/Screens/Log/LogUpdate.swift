import Domain
import Screen

extension Model {
  /// Entries kept around the window.
  private static let kept = 1000

  /// Asks for what came since the log was looked at.
  mutating func enterLog() -> [Effect] {
    log.generation += 1
    log.isReading = log.head < 0
    return [
      .report(.log(.newest(after: log.newest, count: 200)), generation: log.generation)
    ] + fitLog()
  }

  mutating func take(_ report: LogReport, generation: Int) -> [Effect] {
    switch report {
    case .newest(let page): return takeNewest(page)
    case .events(let entries):
      for entry in entries { log.entries[entry.event.seq] = entry }
      log.requested = []
      return fitLog()
    case .looked(let look, .list):
      return log.search == nil || generation != log.searches ? [] : takeList(look)
    case .looked(let look, .find):
      return log.finding == nil || generation != log.finds ? [] : takeFound(look)
    }
  }

  private mutating func takeNewest(_ page: LogPage) -> [Effect] {
    log.isReading = false
    guard page.after == log.newest else {
      // An answer to an older question: what came behind it is asked for again.
      return page.head > log.newest ? enterLog() : []
    }
    let isFirst = log.head < 0
    let came = page.head - log.newest
    log.newest = page.head
    guard isFirst || log.isFollowing, came > 0 else { return [] }
    for entry in page.entries { log.entries[entry.event.seq] = entry }
    guard log.limit.isAll else { return takeNewer(page, came) }
    log.head = page.head
    if !isFirst { shiftLog(by: came) }
    return fitLog()
  }

  /// New events under a limit: those that meet it come to stand at the top.
  private mutating func takeNewer(_ page: LogPage, _ came: Int) -> [Effect] {
    log.head = page.head
    guard page.entries.count == came else { return lookAgain() }
    let new = page.entries.filter { entry in log.limit.matches(entry.event) { entry.line } }
    log.found.insert(contentsOf: new.map(\.event.seq), at: 0)
    shiftLog(by: new.count)
    return fitLog()
  }

  /// Rows came in above: the bar stays on its event, unless it stood on the newest; what is in view
  /// stays where it is, unless that is the top.
  private mutating func shiftLog(by count: Int) {
    guard log.cursor.row > 0 || log.page != nil else { return }
    log.cursor.row += count
    if log.cursor.top > 0 { log.cursor.top += count }
  }

  /// Keeps the bar on the list and in view, and asks for the events that are about to be seen.
  mutating func fitLog() -> [Effect] {
    let height = LogLayout(self).rows
    log.cursor.fit(count: log.count, height: height)
    let near = max(0, log.cursor.top - height)..<min(log.count, log.cursor.top + 2 * height)
    let isMissing = near.contains { row in log.seq(at: row).map { log.entries[$0] == nil } ?? false
    }
    guard place == .log, isMissing else { return [] }
    let window = max(0, log.cursor.top - 100)..<min(log.count, log.cursor.top + height + 200)
    forgetFar(from: window)
    let missing = window.compactMap { log.seq(at: $0) }.filter { log.entries[$0] == nil }
    guard missing != log.requested else { return [] }
    log.requested = missing
    return [.report(.log(.events(missing)), generation: log.generation)]
  }

  private mutating func forgetFar(from window: Range<Int>) {
    guard log.entries.count > Self.kept, let newest = log.seq(at: window.lowerBound),
      let oldest = log.seq(at: window.upperBound - 1)
    else { return }
    log.entries = log.entries.filter { $0.key >= oldest - 200 && $0.key <= newest + 200 }
  }

  mutating func performInLog(_ id: CommandID, _ argument: String?) -> [Effect] {
    if let effects = performInLogPage(id) { return effects }
    let height = LogLayout(self).rows
    if id == .last, log.hasMore { return lookToEnd() }
    if log.cursor.move(id, count: log.count, height: height) {
      let isNearEnd = log.cursor.row + height >= log.count
      return fitLog() + (isNearEnd ? lookFurther() : [])
    }
    switch id {
    case .reread:
      log.entries = [:]
      log.head = max(log.head, log.newest)
      return enterLog() + (log.limit.isAll ? [] : lookAgain())
    case .open: return openFromLog(argument)
    case .eventItem: return log.current?.event.body.unit.map { openItem($0) } ?? []
    case .eventInFull: log.page = 0
    case .follow: return follow()
    case .limit:
      guard let argument else {
        asking = .prompt(Prompt(.limit, log.limitText))
        return []
      }
      return limitLog(argument)
    case .find:
      guard let argument else {
        asking = .prompt(Prompt(.find, log.needle))
        return []
      }
      return find(inLog: argument)
    case .findNext: return findInLog(.older)
    case .findPrevious: return findInLog(.newer)
    case .stopLooking: return stopLooking()
    case .verify:
      log.isChecking = true
      return [.verifyLog]
    case .copy: return log.current.map { [.copy($0.line)] } ?? []
    case .write:
      guard let argument, !argument.isEmpty else {
        asking = .prompt(Prompt(.write, FileNames.proposal(configuration.name, "log.jsonl")))
        return []
      }
      return [.writeLog(log.limit, to: argument)]
    default: break
    }
    return []
  }

  /// An event by its number where one was typed; else what the event is about, or the event in full
  /// where it is about no item or does not show beside the list.
  private mutating func openFromLog(_ argument: String?) -> [Effect] {
    if let argument, !argument.isEmpty {
      guard let seq = Int(argument.replacing(" ", with: "")), seq >= 0, seq <= log.newest else {
        notice = Notice(text: "there is no event \(SafeText.line(argument))", kind: .plain)
        return []
      }
      return goToEvent(seq)
    }
    guard let event = log.current?.event else { return [] }
    if let unit = event.body.unit, LogLayout(self).side != nil { return openItem(unit) }
    log.page = 0
    return []
  }

  /// Moves the bar to an event, and drops a limit that leaves it out.
  mutating func goToEvent(_ seq: Int) -> [Effect] {
    var effects: [Effect] = []
    if log.row(of: seq) == nil {
      effects += dropLogLimit()
      log.head = max(log.head, log.newest)
    }
    log.cursor.row = log.row(of: seq) ?? log.cursor.row
    return effects + fitLog()
  }

  private mutating func follow() -> [Effect] {
    log.isFollowing.toggle()
    notice = Notice(
      text: log.isFollowing ? "new events appear as they come" : "the list stays as it is",
      kind: .plain)
    guard log.isFollowing, log.newest > log.head else { return [] }
    // What came meanwhile is read as if it came now.
    log.newest = log.head
    return enterLog()
  }

  /// Keys while an event is shown in full; nil for those that mean what they mean in the list.
  private mutating func performInLogPage(_ id: CommandID) -> [Effect]? {
    guard let offset = log.page else { return nil }
    let layout = LogLayout(self)
    let height = max(1, layout.page.height)
    let last = max(0, LogEventText(self, width: layout.pageWidth).lines().count - height)
    switch id {
    case .next: log.page = min(last, offset + 1)
    case .previous: log.page = max(0, offset - 1)
    case .halfDown: log.page = min(last, offset + max(1, height / 2))
    case .halfUp: log.page = max(0, offset - max(1, height / 2))
    case .pageDown: log.page = min(last, offset + height)
    case .pageUp: log.page = max(0, offset - height)
    case .first: log.page = 0
    case .last: log.page = last
    case .open: return log.current?.event.body.unit.map { openItem($0) } ?? []
    case .eventInFull: log.page = nil
    case .findNext, .findPrevious, .reread, .limit, .find: return nil
    default: return nil
    }
    return []
  }

  /// One level back within the log; nil where that leaves it.
  mutating func goBackInLog() -> [Effect]? {
    if log.page != nil {
      log.page = nil
      return []
    }
    guard !log.limit.isAll else { return nil }
    return dropLogLimit()
  }
}
