import Domain
import Screen

extension Model {
  /// How many events that meet a limit are looked for at a time.
  private static let stretch = 200

  /// Limits the list to what meets a limit; no text drops it.
  mutating func limitLog(_ text: String) -> [Effect] {
    do {
      let limit = try EventLimitParser.parse(text)
      guard !limit.isAll else { return dropLogLimit() }
      log.limit = limit
      log.limitText = text
      return lookAgain()
    } catch {
      var prompt = Prompt(.limit, text)
      prompt.problem = Prompt.Problem(
        sentence: LimitWords.sentence(error.problem), offset: error.offset)
      asking = .prompt(prompt)
      return []
    }
  }

  /// Shows the whole log again, with the bar on the event that it stands on.
  mutating func dropLogLimit() -> [Effect] {
    let seq = log.seq(at: log.cursor.row)
    let isSearching = log.search != nil
    log.limit = .all
    log.limitText = ""
    log.found = []
    log.search = nil
    log.target = nil
    log.cursor.row = seq.map { log.head - $0 } ?? 0
    return (isSearching ? [.stopReport(.logList)] : []) + fitLog()
  }

  /// Looks for what meets the limit from the newest event on.
  mutating func lookAgain() -> [Effect] {
    log.head = max(log.head, log.newest)
    log.found = []
    log.lookedTo = log.head + 1
    log.cursor = ListCursor()
    log.search = nil
    log.target = nil
    log.page = nil
    return lookFurther()
  }

  /// Looks further back, where the list does not yet reach the log's beginning.
  mutating func lookFurther(
    wanted: Int = Model.stretch, to end: Int = 0
  ) -> [Effect] {
    guard log.hasMore, log.search == nil else { return [] }
    let search = LogSearch(log.limit, from: log.lookedTo - 1, to: end, wanted: wanted)
    log.searches += 1
    log.search = search
    return [.report(.log(.look(search, .list)), generation: log.searches)]
  }

  mutating func lookToEnd() -> [Effect] {
    log.target = .last
    if let search = log.search, search.wanted == .max, search.end == 0 { return [] }
    log.search = nil
    return lookFurther(wanted: .max)
  }

  mutating func takeList(_ look: LogLook) -> [Effect] {
    log.found += look.found
    for entry in look.entries { log.entries[entry.event.seq] = entry }
    log.lookedTo = look.reached
    if look.isDone { log.search = nil }
    switch log.target {
    case .last where look.isDone:
      log.target = nil
      log.cursor.row = log.found.count
    case .event(let seq) where look.isDone || look.reached <= seq:
      log.target = nil
      log.cursor.row = log.row(of: seq) ?? log.cursor.row
    default: break
    }
    return fitLog()
  }

  /// Finds the next event whose line has the text, from the bar on towards older ones.
  mutating func find(inLog text: String) -> [Effect] {
    log.needle = text
    guard !text.isEmpty else { return [] }
    return findInLog(.older)
  }

  mutating func findInLog(_ direction: LogSearch.Direction) -> [Effect] {
    guard let seq = log.seq(at: log.cursor.row) else { return [] }
    let limit = EventLimit(terms: log.limit.terms + [EventLimit.Term(.text(log.needle))])
    let start = direction == .older ? seq - 1 : seq + 1
    let end = direction == .older ? 0 : log.head
    guard direction == .older ? start >= end : start <= end else {
      nothingFound(direction)
      return []
    }
    let search = LogSearch(limit, direction, from: start, to: end, wanted: 1)
    log.finds += 1
    log.finding = search
    log.findingAt = start
    return [.report(.log(.look(search, .find)), generation: log.finds)]
  }

  mutating func takeFound(_ look: LogLook) -> [Effect] {
    log.findingAt = look.reached
    guard look.isDone, let finding = log.finding else { return [] }
    log.finding = nil
    guard let entry = look.entries.first else {
      nothingFound(finding.direction)
      return []
    }
    let seq = entry.event.seq
    log.entries[seq] = entry
    guard log.row(of: seq) == nil else { return goToEvent(seq) }
    // It lies behind what the limit has been held against so far.
    log.target = .event(seq)
    log.search = nil
    return lookFurther(wanted: .max, to: seq)
  }

  private mutating func nothingFound(_ direction: LogSearch.Direction) {
    let way = direction == .older ? "older" : "newer"
    notice = Notice(text: "nothing \(way) has \(SafeText.line(log.needle))", kind: .plain)
  }

  mutating func stopLooking() -> [Effect] {
    var effects: [Effect] = []
    if log.search != nil { effects.append(.stopReport(.logList)) }
    if log.finding != nil { effects.append(.stopReport(.logFind)) }
    log.search = nil
    log.finding = nil
    log.target = nil
    return effects
  }
}
