import Domain
import Screen

extension Model {
  /// Limits the list to what was typed, with saved limits put out in full; where it is not understood
  /// the prompt says so.
  mutating func useLimit(_ typed: String) -> [Effect] {
    let problem: Prompt.Problem?
    switch SavedLimit.expand(typed, savedLimits) {
    case .unknown(let name):
      problem = Prompt.Problem(
        sentence: "no limit was saved as \(SafeText.line(name))", offset: nil)
    case .text(let text):
      let whole = text.last == " " ? String(text.dropLast()) : text
      problem = limitList(whole)
      if problem == nil { history.note(whole, for: .limit) }
    }
    guard let problem else { return [.saveState(state)] + loadList() }
    var prompt = Prompt(.limit, typed)
    prompt.problem = problem
    asking = .prompt(prompt)
    return []
  }

  /// Keeps the limit in force under a name.
  mutating func saveLimit(_ typed: String?) -> [Effect] {
    guard let name = typed.map({ $0.hasPrefix("@") ? String($0.dropFirst()) : $0 }), !name.isEmpty
    else {
      asking = .prompt(Prompt(.command, CommandTable.command(.saveLimit).word + " "))
      return []
    }
    guard SavedLimit.isName(name) else {
      var prompt = Prompt(.command, CommandTable.command(.saveLimit).word + " " + name)
      prompt.problem = Prompt.Problem(
        sentence: "a name has letters, digits, - _ . and no blanks", offset: nil)
      asking = .prompt(prompt)
      return []
    }
    let isNew = !savedLimits.contains { $0.name == name }
    savedLimits.removeAll { $0.name == name }
    savedLimits.append(SavedLimit(name: name, text: queue.limitText))
    savedLimits.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    notice = Notice(
      text: "\(isNew ? "kept" : "replaced"): :limit @\(SafeText.line(name))", kind: .done)
    return [.saveState(state)]
  }

  /// Forgets a limit that was kept.
  mutating func forgetLimit(_ typed: String?) -> [Effect] {
    let name = typed.map { $0.hasPrefix("@") ? String($0.dropFirst()) : $0 } ?? ""
    guard savedLimits.contains(where: { $0.name == name }) else {
      asking = .prompt(Prompt(.command, CommandTable.command(.forgetLimit).word + " "))
      return []
    }
    savedLimits.removeAll { $0.name == name }
    notice = Notice(text: "forgotten: @\(SafeText.line(name))", kind: .done)
    return [.saveState(state)]
  }

  /// Asks for the names that limits are completed with, where they are not there or may be old.
  mutating func loadNames() -> [Effect] {
    guard let batches = summary?.batches, namesAsked != batches else { return [] }
    namesAsked = batches
    namesGeneration += 1
    return [.report(.names, generation: namesGeneration)]
  }

  mutating func take(_ names: LimitNames, generation: Int) -> [Effect] {
    if generation == namesGeneration { self.names = names }
    return []
  }

  /// Enter in an empty search: the match after this one.
  mutating func searchAgain() -> [Effect] {
    guard queue.matches.isEmpty else { return goToMatch(after: queue.cursor, step: 1) }
    return queue.needle.isEmpty ? [] : search(queue.needle)
  }
}
