import Domain
import Screen

extension Model {
  /// A key while something is typed.
  mutating func type(_ key: Key, into asked: Prompt) -> [Effect] {
    var prompt = asked
    let choices = PromptChoices(prompt, self).choices
    if let chosen = prompt.place(named: key, among: choices) {
      prompt.selected = chosen
      return accept(prompt, choices)
    }
    if step(&prompt, with: key) {
      asking = .prompt(prompt)
      return []
    }
    switch key {
    case .escape, .control("c"), .control("g"):
      asking = .nothing
      return []
    case .backspace where prompt.editor.text.isEmpty:
      asking = .nothing
      return []
    case .enter: return accept(prompt, choices)
    case .tab: complete(&prompt, choices, step: 1)
    case .up, .control("p"):
      if !recall(&prompt, step: 1) { select(&prompt, choices, step: -1) }
    case .down, .control("n"):
      if !recall(&prompt, step: -1) { select(&prompt, choices, step: 1) }
    case .backtab: select(&prompt, choices, step: -1)
    default:
      guard prompt.editor.handle(key) else { return [] }
      prompt.forgetMoves()
    }
    asking = .prompt(prompt)
    let limit = CommandTable.command(.limit).word + " "
    let isLimit = prompt.purpose == .command && prompt.editor.text.hasPrefix(limit)
    return completionEffects(prompt) + (isLimit ? loadNames() : [])
  }

  /// What completion needs to know and cannot know by itself.
  func completionEffects(_ prompt: Prompt) -> [Effect] {
    let text: String
    switch prompt.purpose {
    case .importFile: text = prompt.editor.text
    case .command:
      let parts = prompt.editor.text.split(
        separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2,
        CommandTable.commands(in: scope).contains(where: {
          $0.argument == .path && $0.word == String(parts[0])
        })
      else { return [] }
      text = String(parts[1])
    default: return []
    }
    return paths?.folder == PathListing.folder(in: text) ? [] : [.completePath(text)]
  }

  /// Up in an empty line: what was typed before; Down comes back.
  private func recall(_ prompt: inout Prompt, step: Int) -> Bool {
    guard let kind = prompt.historyKind else { return false }
    let isFresh = prompt.recalled == nil
    guard !isFresh || step > 0 && prompt.editor.text.isEmpty && !prompt.hasMoved else {
      return false
    }
    let lines = history[kind]
    guard !lines.isEmpty else { return false }
    let place = (prompt.recalled ?? -1) + step
    prompt.forgetMoves()
    guard place >= 0 else {
      prompt.editor = LineEditor()
      return true
    }
    let index = min(place, lines.count - 1)
    prompt.editor = LineEditor(lines[index])
    prompt.recalled = index
    return true
  }

  mutating func paste(_ text: Untrusted) -> [Effect] {
    if case .nothing = asking, isWritingField { return pasteInForm(text) }
    guard case .prompt(var prompt) = asking else {
      notice = Notice(text: "pasted text is not read as keys", kind: .plain)
      return []
    }
    prompt.editor.insert(String(decoding: text.bytes.prefix(4096), as: UTF8.self))
    prompt.forgetMoves()
    asking = .prompt(prompt)
    return completionEffects(prompt)
  }

  private func select(_ prompt: inout Prompt, _ choices: [PromptChoice], step: Int) {
    guard !choices.isEmpty else { return }
    prompt.selected = (prompt.selected + step + choices.count) % choices.count
    prompt.hasMoved = true
  }

  /// Tab: what is under the bar becomes the text; again, the next one.
  private func complete(_ prompt: inout Prompt, _ choices: [PromptChoice], step: Int) {
    guard choices.indices.contains(prompt.selected) else { return }
    if choices[prompt.selected].completion == prompt.editor.text {
      select(&prompt, choices, step: step)
    }
    prompt.editor = LineEditor(choices[prompt.selected].completion)
    prompt.forgetMoves()
  }

  private mutating func accept(_ prompt: Prompt, _ choices: [PromptChoice]) -> [Effect] {
    let text = prompt.editor.text
    let chosen = choices.indices.contains(prompt.selected) ? choices[prompt.selected] : nil
    asking = .nothing
    switch prompt.purpose {
    case .command: return run(text, chosen)
    case .limit:
      let isChosen = prompt.hasMoved && chosen?.isWhole == true
      return perform(.limit, argument: isChosen ? chosen?.completion : text)
    case .find:
      history.note(text, for: .find)
      return perform(.find, argument: text)
    case .order:
      return perform(.order, argument: chosen?.completion ?? text)
    case .group: return perform(.group, argument: chosen?.completion ?? text)
    case .reason(let then):
      let reason = chosen?.completion ?? text
      let effects = changeDraft { $0.reason = reason.isEmpty ? nil : reason }
      if !reason.isEmpty, !usedReasons.contains(reason) { usedReasons.append(reason) }
      guard let then else { return effects }
      guard !reason.isEmpty else {
        var again = prompt
        again.problem = Prompt.Problem(sentence: "this tier asks for a reason", offset: nil)
        asking = .prompt(again)
        return []
      }
      return effects + give(then)
    case .note: return changeDraft { $0.rationale = text.isEmpty ? nil : text }
    case .comment: return comment(text)
    case .reopen:
      guard !text.isEmpty else { return refuse(prompt, "say in a word why it is not to stand") }
      return reopen(because: text)
    case .label:
      guard let value = chosen?.value else { return refuse(prompt, "there is no such label") }
      return adopt(value)
    case .number:
      guard let number = Number(text.replacing("−", with: "-")) else {
        return refuse(prompt, "that is no number")
      }
      return give(.value(.number(number)))
    case .apply:
      if let raises = chosen?.raisesFlag { return flagTagged(raises) }
      if chosen?.makesClause == true { return draftClause(from: .units(tags.sorted())) }
      guard let outcome = chosen?.outcome else { return refuse(prompt, "there is no such ruling") }
      return askToApply(outcome, prompt)
    case .path(let command): return text.isEmpty ? [] : perform(command, argument: text)
    case .precedent(let use):
      guard let seq = chosen?.seq else { return refuse(prompt, "there is no such ruling") }
      return usePrecedent(seq, use)
    case .distinguish(let seq):
      guard !text.isEmpty else { return refuse(prompt, "say in a word what is different") }
      return distinguish(seq, because: text)
    case .cite:
      guard let clause = chosen?.clause else {
        return refuse(prompt, "no clause in force has that")
      }
      return cite(clause)
    case .clauseFrom:
      guard let chosen else { return refuse(prompt, "there is no such clause") }
      return draftClause(chosen.target, isCounterExample: chosen.isCounterExample)
    case .clauseLabels:
      guard case .label(let label)? = chosen?.value else {
        return refuse(prompt, "there is no such label")
      }
      let effects = turn(label)
      asking = .prompt(Prompt(.clauseLabels))
      return effects
    case .policyName: return text.isEmpty ? [] : perform(.newPolicy, argument: text)
    case .pipe: return pipe(to: chosen?.completion ?? text)
    case .importFile: return text.isEmpty ? [] : perform(.importFile, argument: text)
    case .write: return text.isEmpty ? [] : perform(.write, argument: text)
    }
  }

  /// Nothing was written, because a file is there: another name is asked for.
  mutating func askForOtherFile(than path: String) {
    var prompt = Prompt(.write, path)
    prompt.problem = Prompt.Problem(
      sentence: "there is a file of that name; nothing was written", offset: nil)
    asking = .prompt(prompt)
  }

  /// Keeps a prompt open and says what is wrong.
  private mutating func refuse(_ prompt: Prompt, _ sentence: String) -> [Effect] {
    var again = prompt
    again.problem = Prompt.Problem(sentence: sentence, offset: nil)
    asking = .prompt(again)
    return []
  }

  /// Runs what was typed after `:`; a word that is none takes what is under the bar.
  private mutating func run(_ text: String, _ chosen: PromptChoice?) -> [Effect] {
    let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    let commands = CommandTable.commands(in: scope)
    guard let word = parts.first else { return [] }
    let argument = parts.count > 1 ? String(parts[1]) : nil
    let named = commands.first { $0.word == String(word) || $0.id.rawValue == String(word) }
    if let command = named {
      note(text, as: command.id)
      let completed = command.argument == .limit ? nil : chosen?.argument
      return perform(command.id, argument: completed ?? argument)
    }
    if argument == nil, let id = chosen?.command {
      note(CommandTable.command(id).word, as: id)
      return perform(id)
    }
    return refuse(Prompt(.command, text), "there is no command \(SafeText.line(String(word)))")
  }

  /// Remembers what was run, for the next time.
  private mutating func note(_ line: String, as id: CommandID) {
    history.note(line, for: .command)
    usedCommands.removeAll { $0 == id }
    usedCommands.insert(id, at: 0)
  }

  /// Adopts a label by what was typed: its id or its name.
  mutating func adopt(named text: String) -> [Effect] {
    let look = self.look
    let admissible = item?.contest.admissible ?? []
    let wanted = text.lowercased()
    if item?.contest.kind == .number, let number = Number(text) {
      return give(.value(.number(number)))
    }
    guard
      let label = admissible.first(where: {
        $0.text == text || look.name($0).plain.lowercased() == wanted
      })
    else {
      asking = .prompt(Prompt(.label, text))
      return []
    }
    return adopt(.label(label))
  }

  private mutating func adopt(_ value: Value) -> [Effect] {
    if item?.contest.kind == .labels, case .label(let label) = value { return toggle(label) }
    return give(.value(value))
  }

  /// Raises or lowers the flag of everything that is tagged; nothing has to be read for that.
  private mutating func flagTagged(_ raises: Bool) -> [Effect] {
    let units = tags.sorted()
    guard let first = units.first else { return [] }
    lastTicket += 1
    pending[lastTicket] = Pending(kind: .flags(units, raised: raises), unit: first)
    let commands = units.map { Command.flag(Remark(unit: $0, text: "", isRaised: raises)) }
    return [.record(Recording(ticket: lastTicket, commands: commands))]
  }

  private mutating func askToApply(_ outcome: Outcome, _ prompt: Prompt) -> [Effect] {
    guard let rows = queue.tagged else {
      return refuse(prompt, "the tagged items are still being read; Enter again")
    }
    guard !rows.isEmpty else { return refuse(prompt, "nothing that is tagged is open for you") }
    if needsReason(outcome) {
      return refuse(prompt, "this label's tier asks for a reason for each; open them one by one")
    }
    let settled = tags.count - rows.count
    let words = self.look.text(outcome).plain
    let count = rows.count == 1 ? "the tagged item" : "\(rows.count) tagged items"
    let rest = settled > 0 ? " \(settled) others are settled already." : ""
    asking = .question(
      Question(
        text: "Rule \(count) as \(words)? Each is a ruling of its own.\(rest)", letter: "y",
        word: "rule", safe: "rule on none", deed: .rule(rows.map(\.unit), outcome)))
    return []
  }

  /// Rules on everything that was tagged; each unit is tried.
  mutating func ruleTagged(_ units: [UnitID], _ outcome: Outcome) -> [Effect] {
    let rows = (queue.tagged ?? []).filter { units.contains($0.unit) }
    return ruleGroup(
      rows.map { row in
        var decision = decision(outcome, on: row, batch: queue.batch)
        decision.votesSeen = hidesVotes(of: row) ? .never : .fromTheStart
        return decision
      })
  }

  /// A ruling on a unit that is not opened.
  ///
  /// - Parameter batch: the newest batch when its row was read.
  func decision(_ outcome: Outcome, on row: QueueRow, batch: Int) -> Decision {
    var decision = Decision(
      seatID: SeatID(unit: row.unit, seat: .main), base: row.standing?.seq ?? -1, batch: batch,
      outcome: outcome)
    decision.guideline = summary?.guidelineVersion ?? 0
    return decision
  }

  /// Records rulings on several units in one go: each is tried, whatever becomes of the others.
  ///
  /// - Parameter followed: the ruling that they follow, if one.
  mutating func ruleGroup(
    _ decisions: [Decision], following followed: Decision? = nil
  ) -> [Effect] {
    guard let first = decisions.first else { return [] }
    lastTicket += 1
    pending[lastTicket] = Pending(
      kind: .bulk(decisions.map(\.seatID), first.outcome), unit: first.seatID.unit,
      decision: followed)
    let isOpen = place == .item && decisions.contains { $0.seatID.unit == item?.unit }
    return [
      .record(
        Recording(
          ticket: lastTicket, commands: decisions.map { .rule($0) },
          next: isOpen ? nextQuery : nil, skipping: isOpen ? skipped : []))
    ]
  }
}
