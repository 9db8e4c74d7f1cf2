import Domain
import Screen

extension Model {
  /// Does what a command says, or says why not.
  ///
  /// - Parameters:
  ///   - place: which of its keys was pressed, from 0: for digits, the place in the contest.
  ///   - argument: what was typed after the command's word; nil where a key was pressed.
  mutating func perform(
    _ id: CommandID, place: Int = 0, argument: String? = nil
  ) -> [Effect] {
    if id != .back { dropped = nil }
    // Of what was ruled on meanwhile there is nothing to take over.
    let isSettled =
      item?.dossier?.facts.seats[.main]?.isDecision == true && item?.dossier?.doubt == nil
    if isVerdict(id), !isSettled, case .heldBy(let member, _)? = item?.lease,
      let unit = item?.unit
    {
      asking = .question(
        Question(
          text: "\(SafeText.line(member.text)) is looking at this item. Take it over?", letter: "y",
          word: "take over", safe: "only read", deed: .takeOver(unit)))
      return []
    }
    if let reason = unavailable(id) {
      let title = CommandTable.command(id).title
      notice = Notice(text: "\(title): \(reason.plain)", kind: .plain)
      return []
    }
    if let effects = performEverywhere(id, argument) { return effects }
    switch self.place {
    case .queue: return performInQueue(id, argument)
    case .item: return performVerdict(id, place, argument) ?? performInItem(id, argument)
    case .heatMap: return performInHeatMap(id, argument)
    case .annotators: return performInAnnotators(id, argument)
    case .log: return performInLog(id, argument)
    case .guideline: return performInGuideline(id, argument)
    case .release: return performInRelease(id, argument)
    case .clause: return performInForm(id, argument)
    }
  }

  private func isVerdict(_ id: CommandID) -> Bool {
    switch id {
    case .adopt, .confirm, .another, .noneOfThese, .ambiguous, .notAnnotatable, .outsideGuideline,
      .escalate:
      place == .item
    default: false
    }
  }

  private mutating func performEverywhere(_ id: CommandID, _ argument: String?) -> [Effect]? {
    switch id {
    case .palette: asking = .prompt(Prompt(.command))
    case .help: overlay = .help(find: "", page: 0)
    case .goToQueue: return go(to: .queue)
    case .goToHeatMap: return go(to: .heatMap)
    case .goToAnnotators: return go(to: .annotators)
    case .goToLog: return go(to: .log)
    case .goToGuideline: return go(to: .guideline)
    case .goToRelease: return go(to: .release)
    case .lastRuled:
      guard let unit = undoable.last?.first?.unit else { return [] }
      return openItem(unit)
    case .back: return goBack()
    case .theme:
      guard let name = argument, start.themes.contains(name) else {
        asking = .prompt(Prompt(.command, "theme "))
        return []
      }
      theme = name
      return [.setTheme(name)]
    case .importFile:
      guard let path = argument, !path.isEmpty else {
        asking = .prompt(Prompt(.importFile))
        return [.completePath("")]
      }
      let name = path.split(separator: "/").last.map(String.init) ?? path
      work = Work(name: name, stage: "reading", done: 0, total: 0)
      return [.importFile(path)]
    case .editSettings: return [.edit("", .configuration)]
    case .undo: return undo()
    case .alike: overlay = .alike
    case .changed: overlay = .changed(offset: 0)
    case .repaint: return [.repaint]
    case .suspend: return [.suspend]
    case .stop: return stopWork()
    case .interrupt where work != nil: return stopWork()
    case .interrupt:
      asking = .question(
        Question(
          text: "Quit? Everything is saved.", letter: "y", word: "quit", safe: "stay", deed: .quit))
    case .quit: return quit()
    default: return nil
    }
    return []
  }

  private mutating func performInQueue(_ id: CommandID, _ argument: String?) -> [Effect] {
    switch id {
    case .open:
      if let argument, !argument.isEmpty { return openItem(UnitID(item: ItemID(argument))) }
      if queue.heading != nil { return fold() }
      return queue.current.map { openItem($0.unit) } ?? []
    case .next: return moveCursor(by: 1)
    case .previous: return moveCursor(by: -1)
    case .first: return moveCursor(toLine: 0)
    case .last: return moveCursor(toLine: QueueLines(queue).count - 1)
    case .halfDown: return moveCursor(by: max(1, pageHeight / 2))
    case .halfUp: return moveCursor(by: -max(1, pageHeight / 2))
    case .pageDown: return turnPage(by: 1)
    case .pageUp: return turnPage(by: -1)
    case .find:
      if let argument { return argument.isEmpty ? searchAgain() : search(argument) }
      asking = .prompt(Prompt(.find))
    case .findNext: return goToMatch(after: queue.cursor, step: 1)
    case .findPrevious: return goToMatch(after: queue.cursor, step: -1)
    case .limit:
      guard let argument else {
        asking = .prompt(Prompt(.limit, queue.limitText))
        return loadNames()
      }
      return useLimit(argument)
    case .saveLimit: return saveLimit(argument)
    case .forgetLimit: return forgetLimit(argument)
    case .order:
      guard let argument, let order = OrderWords.order(argument) else {
        asking = .prompt(Prompt(.order))
        return []
      }
      queue.order = order
      return [.saveState(state)] + loadList()
    case .group:
      guard let argument, let choice = GroupingWords.choice(argument) else {
        asking = .prompt(Prompt(.group))
        return []
      }
      return group(by: choice.grouping)
    case .fold: return fold()
    case .foldAll: return foldAll()
    case .reread: return [.loadSummary] + loadList()
    case .tag: return tagCurrent()
    case .tagAll: return tagAll()
    case .untag:
      tags = []
      queue.tagged = nil
      return [.saveState(state)]
    case .apply:
      asking = .prompt(Prompt(.apply, argument ?? ""))
      let all = QueueQuery(
        limit: Limit(terms: [Limit.Term(.tag)]), order: .item, viewer: start.me?.id, tagged: tags,
        now: now)
      return [.loadTagged(all, count: tags.count)]
    case .flag:
      return queue.current.map { turnFlag(of: $0.unit, isRaised: $0.isFlagged) } ?? []
    case .copy: return queue.current.map { [.copy($0.unit.item.text)] } ?? []
    default: break
    }
    return []
  }

  /// `q`: to the place before; at home it drops the limit, then leaves.
  private mutating func goBack() -> [Effect] {
    if place == .item { return closeItem() }
    if place == .log, let effects = goBackInLog() { return effects }
    if place == .annotators, let effects = backInAnnotators() { return effects }
    if place == .guideline, let effects = goBackInGuideline() { return effects }
    if place == .clause, let effects = goBackInForm() { return effects }
    if let effects = goBackOnTrail() { return effects }
    if place != .queue { return go(to: .queue) }
    guard !queue.limitText.isEmpty else { return quit() }
    dropped = queue.limitText
    queue.limitText = ""
    queue.limit = .all
    return [.saveState(state)] + loadList()
  }

  private mutating func turnPage(by step: Int) -> [Effect] {
    let height = pageHeight
    queue.top = max(0, min(queue.top + step * height, max(0, QueueLines(queue).count - height)))
    return moveCursor(by: step * height)
  }

  private mutating func performVerdict(
    _ id: CommandID, _ place: Int, _ argument: String?
  ) -> [Effect]? {
    switch id {
    case .adopt:
      if let argument, !argument.isEmpty { return adopt(named: argument) }
      return adopt(place)
    case .confirm: return confirm()
    case .another:
      if let argument, !argument.isEmpty { return adopt(named: argument) }
      asking = .prompt(Prompt(item?.contest.kind == .number ? .number : .label))
    case .noneOfThese: return give(.noneOfThese)
    case .ambiguous: return give(.ambiguous)
    case .notAnnotatable: return give(.notAnnotatable)
    case .outsideGuideline: return give(.outsideGuideline)
    case .escalate: return give(.escalated)
    case .reason:
      if let argument { return changeDraft { $0.reason = argument.isEmpty ? nil : argument } }
      asking = .prompt(Prompt(.reason(then: nil), item?.draft.reason ?? ""))
    case .note:
      if let argument { return changeDraft { $0.rationale = argument.isEmpty ? nil : argument } }
      asking = .prompt(Prompt(.note, item?.draft.rationale ?? ""))
    case .noteInEditor:
      guard let unit = item?.unit else { return [] }
      return [.edit(item?.draft.rationale ?? "", .rationale(unit))]
    case .cite:
      if let argument, !argument.isEmpty { return cite(named: argument) }
      asking = .prompt(Prompt(.cite))
      return readRules()
    case .comment:
      if let argument, !argument.isEmpty { return comment(argument) }
      asking = .prompt(Prompt(.comment))
    case .reopen:
      if let argument, !argument.isEmpty { return reopen(because: argument) }
      asking = .prompt(Prompt(.reopen))
    default: return nil
    }
    return []
  }

  private mutating func performInItem(_ id: CommandID, _ argument: String?) -> [Effect] {
    switch id {
    case .followPrecedent: return usePrecedent(.follow)
    case .distinguish: return usePrecedent(.distinguish)
    case .precedents: overlay = .precedents(place: 0)
    case .clauseFrom:
      asking = .prompt(Prompt(.clauseFrom))
      return readRules()
    case .pipe:
      if let argument, !argument.isEmpty { return pipe(to: argument) }
      asking = .prompt(Prompt(.pipe))
    case .swap: return swapSides()
    case .nextPart: return goToPart(step: 1)
    case .previousPart: return goToPart(step: -1)
    case .votes: overlay = .votes(offset: 0)
    case .history: overlay = .history(offset: 0)
    case .why: overlay = .why(offset: 0)
    case .differences: marksDifferences.toggle()
    case .nextQuestion: return turnQuestion(by: 1)
    case .previousQuestion: return turnQuestion(by: -1)
    case .nextItem: return openNeighbour(1)
    case .previousItem: return openNeighbour(-1)
    case .skip: return skip()
    case .lineDown: return scrollText(by: 1)
    case .lineUp: return scrollText(by: -1)
    case .scrollDown: return scrollText(by: max(1, ItemLayout(self).reading.height / 2))
    case .scrollUp: return scrollText(by: -max(1, ItemLayout(self).reading.height / 2))
    case .textStart: return scrollText(by: -(item?.offset ?? 0))
    case .textEnd: return scrollText(by: ItemReading.longest)
    case .tagItem:
      guard let unit = item?.unit else { return [] }
      toggleTag(unit)
      return [.saveState(state)]
    case .flagItem:
      guard let unit = item?.dossier else { return [] }
      return turnFlag(of: unit.facts.id, isRaised: unit.row.isFlagged)
    case .copy: return item.map { [.copy($0.unit.item.text)] } ?? []
    default: break
    }
    return []
  }
}
