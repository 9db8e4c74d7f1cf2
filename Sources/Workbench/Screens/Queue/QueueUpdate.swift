import Domain
import Screen

extension Model {
  /// Rows that the list has room for.
  var pageHeight: Int { max(1, QueueLayout(size).list.height) }

  /// Asks for the list anew; its rows stay on screen until the new ones are there.
  mutating func loadList() -> [Effect] {
    queue.generation += 1
    queue.phase = .loading
    queue.query = query
    queue.requested = []
    queue.matches = []
    queue.wanted = queue.wanted ?? queue.current?.unit
    return [
      .loadPage(query, count: max(pageHeight * 2, 50), generation: queue.generation)
    ]
  }

  /// Sums as they stand now; where ratings came in, an empty list is read again.
  mutating func take(_ summary: ProjectSummary) -> [Effect] {
    let batches = self.summary?.batches
    self.summary = summary
    let effects = readRulesIfNew()
    guard let batches, batches != summary.batches, queue.phase != .loading else {
      if queue.phase == .ready, queue.batch == 0 { queue.batch = summary.batches }
      return effects
    }
    guard !queue.handles.isEmpty else { return effects + loadList() }
    let key = start.keymap.name(for: .reread) ?? ":reread"
    notice = Notice(text: "new ratings came in; \(key) reads the list again", kind: .plain)
    return effects
  }

  mutating func takeList(_ message: Message) -> [Effect] {
    switch message {
    case .pageLoaded(let page, let generation) where generation == queue.generation:
      return take(page)
    case .listLoaded(let list, let cursor, let generation)
    where generation == queue.generation:
      return take(list, cursor: cursor)
    case .unitsLoaded(let units, let generation) where generation == queue.generation:
      return tagAll(units)
    case .rowsLoaded(let rows, let generation) where generation == queue.generation:
      for row in rows {
        if queue.rows[row.handle] == nil { queue.rows[row.handle] = row }
        replaceRow(row)
      }
      queue.requested.subtract(rows.map(\.handle))
      return loadPreview()
    case .found(let handles, let generation) where generation == queue.generation:
      return take(found: handles)
    default: return []
    }
  }

  private mutating func take(_ list: QueueList, cursor: Int?) -> [Effect] {
    let handles = list.handles
    let current = queue.handles.indices.contains(queue.cursor) ? queue.handles[queue.cursor] : nil
    queue.handles = handles
    queue.isComplete = true
    queue.waiting += handles.count - queue.total
    queue.total = handles.count
    if list.groups != queue.groups.map(\.group) { queue.take(list.groups) }
    if let cursor {
      queue.cursor = cursor
    } else if let current, queue.cursor >= handles.count || handles[queue.cursor] != current {
      queue.cursor = handles.firstIndex(of: current) ?? min(queue.cursor, handles.count)
    }
    queue.wanted = nil
    return fitList()
  }

  private mutating func take(_ page: QueuePage) -> [Effect] {
    queue.phase = .ready
    queue.handles = page.rows.map(\.handle)
    queue.rows = Dictionary(page.rows.map { ($0.handle, $0) }) { first, _ in first }
    queue.total = page.total
    queue.waiting = page.total
    queue.overdue = page.overdue
    queue.isComplete = page.rows.count >= page.total
    queue.batch = summary?.batches ?? 0
    let widest = page.rows.map { SafeText($0.unit.item.text).width }.max() ?? 4
    queue.idWidth = min(16, max(4, widest))
    queue.hasSlices = page.rows.contains { !$0.slices.isEmpty }
    queue.take(page.groups)
    let place = queue.wanted.flatMap { wanted in page.rows.firstIndex { $0.unit == wanted } }
    queue.cursor = place ?? 0
    queue.top = 0
    if queue.isComplete {
      queue.wanted = nil
      return fitList()
    }
    let finding = place == nil ? queue.wanted : nil
    guard let query = queue.query else { return fitList() }
    return [.loadList(query, finding: finding, generation: queue.generation)] + fitList()
  }

  /// Keeps the bar on the list and in view, and asks for the rows that are about to be seen.
  mutating func fitList() -> [Effect] {
    let height = pageHeight
    queue.cursor = max(0, min(queue.cursor, queue.handles.count - 1))
    let lines = QueueLines(queue)
    if queue.heading == nil, lines.isHidden(row: queue.cursor) {
      queue.heading = lines.group(ofRow: queue.cursor)
    }
    let bar = queue.heading.map { lines.line(ofHeading: $0) } ?? lines.line(ofRow: queue.cursor)
    queue.top = ListWindow.top(queue.top, showing: bar, count: lines.count, height: height)
    let window =
      max(0, queue.top - height)..<max(0, min(lines.count, queue.top + 2 * height))
    let rows = window.compactMap { line -> Int? in
      if case .row(let row) = lines[line] { row } else { nil }
    }
    guard let first = rows.first, let last = rows.last else { return loadPreview() }
    let missing = rows.map { queue.handles[$0] }.filter {
      queue.rows[$0] == nil && !queue.requested.contains($0)
    }
    trimRows(around: first..<last + 1)
    guard !missing.isEmpty else { return loadPreview() }
    queue.requested.formUnion(missing)
    // What is in view first, then what stands beside it, then what is read ahead.
    let inView = Set(
      (queue.top..<queue.top + height).compactMap { line -> UnitHandle? in
        if case .row(let row) = lines[line] { queue.handles[row] } else { nil }
      })
    let parts = [missing.filter { inView.contains($0) }, missing.filter { !inView.contains($0) }]
    let loads = parts.map { part -> [Effect] in
      part.isEmpty ? [] : [.loadRows(part, generation: queue.generation)]
    }
    return loads[0] + loadPreview() + loads[1]
  }

  /// Whatever changes copies all that are kept, because the screen still holds those it painted.
  private static let keptRows = 512

  /// Rows far from the window are forgotten, so that memory does not grow with the list.
  private mutating func trimRows(around window: Range<Int>) {
    guard queue.rows.count > Self.keptRows, queue.isComplete else { return }
    let margin = Self.keptRows / 4
    let kept =
      max(
        0, window.lowerBound - margin)..<min(
        queue.handles.count, window.upperBound + margin)
    var rows: [UnitHandle: QueueRow] = [:]
    for handle in queue.handles[kept] { rows[handle] = queue.rows[handle] }
    queue.rows = rows
  }

  /// Takes in how a row stands now, and keeps the counts right.
  mutating func replaceRow(_ row: QueueRow) {
    queue.readAhead.forget(row.unit.item)
    guard let old = queue.rows[row.handle] else { return }
    queue.rows[row.handle] = row
    let waits = { (row: QueueRow) in row.isQueued ? 1 : 0 }
    let change = waits(row) - waits(old)
    queue.waiting = max(0, queue.waiting + change)
    if let due = row.due, due < now { queue.overdue = max(0, queue.overdue + change) }
    guard change != 0, !queue.groups.isEmpty,
      let place = queue.handles.firstIndex(of: row.handle),
      let group = QueueLines(queue).group(ofRow: place)
    else { return }
    queue.groups[group].waiting += change
  }

  private mutating func loadPreview() -> [Effect] {
    guard place == .queue, let unit = queue.current?.unit else { return [] }
    let layout = QueueLayout(size)
    guard layout.preview != nil || layout.side != nil else { return [] }
    if queue.preview?.item.id != unit.item, let known = queue.readAhead[unit.item] {
      queue.preview = known
    }
    let near = rowsAhead
    var wanted = queue.preview?.item.id == unit.item ? [] : [unit]
    // Read in one go and only when they are nearly used up: each answer wakes the loop.
    if near.prefix(2).contains(where: { queue.readAhead.lacks($0.item) }) { wanted += near }
    var effects: [Effect] = []
    for unit in wanted where queue.readAhead.lacks(unit.item) {
      queue.readAhead.ask(for: unit.item)
      effects.append(.openItem(unit, purpose: .preview))
    }
    return effects
  }

  /// The units that the bar comes to next, where it was moved at all.
  private var rowsAhead: [UnitID] {
    guard queue.direction != 0 else { return [] }
    return (1...ReadAhead.distance).compactMap {
      queue.row(at: queue.cursor + queue.direction * $0)?.unit
    }
  }

  /// An item that was asked for to be looked at beside the list.
  mutating func takePreview(_ opened: OpenedItem) {
    let item = opened.dossier.item.id
    guard queue.readAhead.awaits(item) else { return }
    queue.readAhead.take(opened.dossier)
    if queue.current?.unit.item == item { queue.preview = opened.dossier }
  }

  /// What was read of items may be old: what is in view is read again.
  mutating func rereadPreview() -> [Effect] {
    queue.readAhead.forgetAll()
    let layout = QueueLayout(size)
    guard place == .queue, let unit = queue.current?.unit,
      layout.preview != nil || layout.side != nil
    else { return [] }
    queue.readAhead.ask(for: unit.item)
    return [.openItem(unit, purpose: .preview)]
  }

  mutating func moveCursor(by step: Int) -> [Effect] {
    if step != 0 { queue.direction = step.signum() }
    let lines = QueueLines(queue)
    let bar = queue.heading.map { lines.line(ofHeading: $0) } ?? lines.line(ofRow: queue.cursor)
    return moveCursor(toLine: max(0, min(bar + step, lines.count - 1)))
  }

  mutating func moveCursor(toLine line: Int) -> [Effect] {
    switch QueueLines(queue)[line] {
    case .row(let row):
      queue.cursor = row
      queue.heading = nil
    case .heading(let group):
      queue.cursor = queue.groups[group].start
      queue.heading = group
    case nil: break
    }
    return fitList()
  }

  mutating func moveCursor(to unit: UnitID, _ handle: UnitHandle) {
    guard queue.current?.unit != unit else { return }
    guard let index = queue.handles.firstIndex(of: handle) else { return }
    queue.cursor = index
    queue.heading = nil
  }

  mutating func tagCurrent() -> [Effect] {
    if queue.heading != nil { return tagAll() }
    guard let unit = queue.current?.unit else { return [] }
    toggleTag(unit)
    return [.saveState(state)] + moveCursor(by: 1)
  }

  mutating func toggleTag(_ unit: UnitID) {
    if tags.remove(unit) == nil { tags.insert(unit) }
    queue.tagged = nil
  }

  /// Limits the list, and remembers what was typed.
  mutating func limitList(_ text: String) -> Prompt.Problem? {
    do {
      let limit = try LimitParser.parse(text)
      if let leak = LimitWords.leak(in: limit, configuration) {
        return Prompt.Problem(sentence: leak, offset: nil)
      }
      queue.limit = limit
      queue.limitText = text
      return nil
    } catch {
      return Prompt.Problem(sentence: LimitWords.sentence(error.problem), offset: error.offset)
    }
  }

  mutating func search(_ text: String) -> [Effect] {
    queue.needle = text
    queue.matches = []
    guard !text.isEmpty, var query = queue.query else { return [] }
    let terms = query.limit.terms
    var queries: [QueueQuery] = []
    let pattern = Limit.Pattern.containing(text)
    for condition in [Limit.Condition.item(pattern), .text(text)] {
      query.limit = Limit(terms: terms + [Limit.Term(condition)])
      queries.append(query)
    }
    return [.search(queries, generation: queue.generation)]
  }

  private mutating func take(found: [UnitHandle]) -> [Effect] {
    let wanted = Set(found)
    queue.matches = queue.handles.indices.filter { wanted.contains(queue.handles[$0]) }
    guard !queue.matches.isEmpty else {
      notice = Notice(text: "nothing in this list has \(queue.needle)", kind: .plain)
      return []
    }
    return goToMatch(after: queue.cursor - 1, step: 1)
  }

  mutating func goToMatch(after place: Int, step: Int) -> [Effect] {
    let matches = queue.matches
    guard let first = matches.first, let last = matches.last else { return [] }
    let next =
      step > 0 ? matches.first { $0 > place } ?? first : matches.last { $0 < place } ?? last
    queue.cursor = next
    queue.heading = nil
    if let group = QueueLines(queue).group(ofRow: next) {
      queue.folded.remove(queue.groups[group].group.key)
    }
    let ordinal = (matches.firstIndex(of: next) ?? 0) + 1
    notice = Notice(
      text: "match \(Figures.count(ordinal)) of \(Figures.count(matches.count))", kind: .plain)
    return fitList()
  }
}
