import Domain
package import Screen

extension Model {
  /// Below this nothing can be worked with, and only leaving is possible.
  package static let smallest = Size(width: 40, height: 12)

  package var isTooSmall: Bool {
    size.width < Self.smallest.width || size.height < Self.smallest.height
  }

  /// A key: for what is being asked, else for what floats, else a command of the screen.
  mutating func press(_ pressed: Key) -> [Effect] {
    notice = nil
    // For those whose fingers know it, ^G is Esc wherever nothing else asked for it.
    let isCancel =
      pressed == .control("g") && start.keymap.meaning(of: [pressed], in: scope) == .nothing
    let key: Key = isCancel ? .escape : pressed
    if isTooSmall { return key == .character("q") || key == .control("c") ? quit() : [] }
    switch asking {
    case .prompt(let prompt): return type(key, into: prompt)
    case .question(let question): return answer(question, with: key)
    case .alarm: asking = .nothing
    case .nothing: break
    }
    if let overlay { return press(key, over: overlay) }
    if isWritingField { return typeInForm(key) }
    return pressCommand(key)
  }

  private mutating func pressCommand(_ key: Key) -> [Effect] {
    if !typed.isEmpty, key == .escape {
      typed = []
      return []
    }
    if typed.isEmpty, let begun = beginsNumber(key) {
      asking = .prompt(Prompt(.number, begun))
      return []
    }
    typed.append(key)
    switch start.keymap.meaning(of: typed, in: scope) {
    case .unfinished: return []
    case .nothing:
      let isAlone = typed.count == 1
      typed = []
      if isAlone, key == .escape { return [] }
      let help = start.keymap.name(for: .help) ?? ":help"
      notice = Notice(
        text: isAlone
          ? "\(key.name) does nothing here; \(help) lists the keys"
          : "no such keys; \(help) lists them",
        kind: .plain)
      return []
    case .command(let id, let place):
      typed = []
      return perform(id, place: place)
    }
  }

  /// What of a number a key begins, where the open item asks for one and no digit says it already.
  private func beginsNumber(_ key: Key) -> String? {
    guard place == .item, item?.contest.kind == .number, unavailable(.adopt) == nil,
      case .character(let character) = key, "0-.".contains(character),
      start.keymap.meaning(of: [key], in: .item) == .nothing
    else { return nil }
    return String(character)
  }

  private mutating func answer(_ question: Question, with key: Key) -> [Effect] {
    guard key == .character(question.letter) else {
      // Enter and Esc are the safe answer; a stray key asks on.
      if key == .enter || key == .escape || key == .character("q") || key == .control("c") {
        asking = .nothing
      }
      return []
    }
    asking = .nothing
    switch question.deed {
    case .quit: return quit(isSure: true)
    case .withdraw(let seats): return withdraw(seats)
    case .send(let stage): return send(stage, over: true)
    case .dropForm: return dropForm()
    case .publish: return publish()
    case .takeOver(let unit): return [.claimLease(unit, .takeOver)]
    case .rule(let units, let outcome): return ruleTagged(units, outcome)
    case .ruleAlike(let units): return ruleAlike(units)
    }
  }

  private mutating func press(_ key: Key, over overlay: Overlay) -> [Effect] {
    switch overlay {
    case .help(let find, let page): return pressInHelp(key, find, page)
    case .why(let offset):
      return scrollOverlay(key, offset, command: .why) { .why(offset: $0) }
    case .changed(let offset):
      return scrollOverlay(key, offset, command: .changed) { .changed(offset: $0) }
    case .votes(let offset):
      return scrollOverlay(key, offset, command: .votes) { .votes(offset: $0) }
    case .precedents(let place): return press(key, onPrecedent: place)
    case .alike: return pressOnAlike(key)
    case .history(let offset):
      return scrollOverlay(key, offset, command: .history) { .history(offset: $0) }
    }
  }

  /// A key that closes an overlay also does its own work, but for the one that opened it.
  mutating func again(_ key: Key, unless id: CommandID) -> [Effect] {
    if case .command(id, _) = start.keymap.meaning(of: [key], in: scope) { return [] }
    return pressCommand(key)
  }

  private mutating func press(_ key: Key, onPrecedent place: Int) -> [Effect] {
    let last = max(0, precedents.count - 1)
    switch key {
    case .character("j"), .down: overlay = .precedents(place: min(last, place + 1))
    case .character("k"), .up: overlay = .precedents(place: max(0, place - 1))
    case .enter: return openPrecedent(place)
    case .character("p"), .character("P"):
      overlay = nil
      guard precedents.indices.contains(place), unavailable(.followPrecedent) == nil else {
        return []
      }
      return usePrecedent(
        precedents[place].seq, key == .character("p") ? .follow : .distinguish)
    case .escape, .character("q"), .control("c"): overlay = nil
    default:
      overlay = nil
      return again(key, unless: .precedents)
    }
    return []
  }

  private mutating func scrollOverlay(
    _ key: Key, _ offset: Int, command: CommandID, _ make: (Int) -> Overlay
  ) -> [Effect] {
    let last = max(0, OverlayPages(self).lineCount - OverlayPages.height(size))
    switch key {
    case .character("j"), .down: overlay = make(min(last, offset + 1))
    case .character("k"), .up: overlay = make(max(0, offset - 1))
    case .control("d"), .pageDown: overlay = make(min(last, offset + OverlayPages.height(size) / 2))
    case .control("u"), .pageUp: overlay = make(max(0, offset - OverlayPages.height(size) / 2))
    case .character("g"), .home: overlay = make(0)
    case .character("G"), .end: overlay = make(last)
    case .escape, .character("q"), .enter: overlay = nil
    default:
      overlay = nil
      return again(key, unless: command)
    }
    return []
  }

  /// Typing finds a key; what was found alone can be done with Enter.
  private mutating func pressInHelp(_ key: Key, _ find: String, _ page: Int) -> [Effect] {
    switch key {
    case .space where find.isEmpty, .pageDown: overlay = .help(find: find, page: page + 1)
    case .pageUp: overlay = .help(find: find, page: max(0, page - 1))
    case .escape where !find.isEmpty: overlay = .help(find: "", page: 0)
    case .escape, .control("c"): overlay = nil
    case .character("?") where find.isEmpty, .character("q") where find.isEmpty: overlay = nil
    case .backspace: overlay = .help(find: String(find.dropLast()), page: 0)
    case .character(let character): overlay = .help(find: find + String(character), page: 0)
    case .enter:
      let found = HelpContents(self, find: find).matches
      overlay = nil
      guard !find.isEmpty, let command = found.first, found.count == 1 else { return [] }
      return perform(command.id)
    default: break
    }
    return []
  }
}
