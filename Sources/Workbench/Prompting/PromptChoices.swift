import Domain
import Screen

/// What a prompt offers for what is typed so far, the best first.
struct PromptChoices {
  let choices: [PromptChoice]
  /// How many there are without a text.
  let total: Int
  /// What stands above them.
  let title: SafeText

  init(_ prompt: Prompt, _ model: Model) {
    let text = prompt.editor.text
    let all: [PromptChoice]
    var needle = text
    switch prompt.purpose {
    case .command:
      let offer = Self.commands(text, model)
      all = offer.choices
      needle = offer.needle
      title = "commands"
    case .limit:
      let completion = LimitCompletion(text, model)
      all = completion.choices
      needle = completion.needle
      title = "conditions"
    case .order:
      all = Self.orders()
      title = "orders"
    case .group:
      all = Self.groupings()
      title = "groups"
    case .reason:
      all = Self.reasons(model)
      title = "reasons that were given before"
    case .label:
      all = Self.numbered(Self.labels(model))
      title = "labels"
    case .apply:
      all = Self.numbered(Self.outcomes(model))
      title = "rule \(Figures.count(model.tags.count)) tagged as, or flag them"
    case .precedent:
      all = Self.precedents(model)
      title = "earlier rulings on these labels"
    case .cite:
      all = ClauseChoices(model).inForce
      title = "clauses in force; Enter cites, or takes it away"
    case .pipe:
      all = model.pipes.map { PromptChoice(name: SafeText($0), completion: $0) }
      title = "commands that were used before"
    case .importFile:
      all = Self.paths(text, before: "", model)
      needle = PathListing.name(in: text)
      title = all.isEmpty ? SafeText() : "files"
    case .clauseFrom:
      all = ClauseChoices(model).targets
      title = "this item as an example of"
    case .clauseLabels:
      all = Self.clauseLabels(model)
      title = "labels it concerns; Enter takes, or takes away"
    case .find, .note, .comment, .reopen, .number, .path, .write, .distinguish, .policyName:
      all = []
      title = SafeText()
    }
    total = all.count
    let ranked = PromptChoice.ranked(all, by: needle)
    switch prompt.purpose {
    case .reason, .pipe: choices = Self.withTyped(text, before: ranked, prompt.purpose, model)
    default: choices = ranked
    }
  }

  /// A reason, or a command, is free text: what was typed stands first, what it resembles is only offered.
  private static func withTyped(
    _ text: String, before others: [PromptChoice], _ purpose: Prompt.Purpose, _ model: Model
  ) -> [PromptChoice] {
    if text.isEmpty {
      guard purpose.isReason, model.item?.draft.reason != nil else { return others }
      return [PromptChoice(name: "no reason", completion: "")] + others
    }
    guard !others.isEmpty, !others.contains(where: { $0.completion == text }) else {
      return others
    }
    return [PromptChoice(name: SafeText(text), completion: text, detail: "as typed")] + others
  }

  private struct Offer {
    let choices: [PromptChoice]
    let needle: String
  }

  private static func commands(_ text: String, _ model: Model) -> Offer {
    let table = CommandTable.commands(in: model.scope)
    if let cut = text.firstIndex(of: " ") {
      let word = String(text[..<cut])
      let rest = String(text[text.index(after: cut)...])
      guard let command = table.first(where: { $0.word == word || $0.id.rawValue == word }) else {
        return Offer(choices: [], needle: rest)
      }
      return arguments(command, rest, model)
    }
    let choices = table.map { command in
      var choice = PromptChoice(
        name: SafeText(command.word),
        completion: command.argument == .none ? command.word : command.word + " ",
        detail: SafeText(command.help))
      choice.key = SafeText(model.start.keymap.name(for: command.id) ?? "")
      choice.unavailable = model.unavailable(command.id)
      choice.command = command.id
      choice.recency = model.usedCommands.firstIndex(of: command.id)
      return choice
    }
    return Offer(choices: choices, needle: text)
  }

  private static func arguments(
    _ command: ScreenCommand, _ rest: String, _ model: Model
  ) -> Offer {
    let word = command.word + " "
    let named = { (names: [String]) in
      names.map { name in
        var choice = PromptChoice(name: SafeText(name), completion: word + name)
        choice.argument = name
        return choice
      }
    }
    switch command.argument {
    case .theme: return Offer(choices: named(model.start.themes), needle: rest)
    case .order where model.place == .heatMap:
      return Offer(choices: named(model.heatArguments(of: command.id)), needle: rest)
    case .heatMap:
      return Offer(choices: named(model.heatArguments(of: command.id)), needle: rest)
    case .people:
      return Offer(choices: named(model.annotators.arguments(of: command.id)), needle: rest)
    case .order where model.place == .annotators:
      return Offer(choices: named(model.annotators.arguments(of: command.id)), needle: rest)
    case .item where model.place == .annotators:
      return Offer(choices: named(PeopleNames(model).all), needle: rest)
    case .order: return Offer(choices: orders(before: word), needle: rest)
    case .grouping: return Offer(choices: groupings(before: word), needle: rest)
    case .label:
      return Offer(
        choices: named(model.configuration.labels.map(\.name)), needle: rest)
    case .item:
      let ids = model.queue.handles.prefix(200).compactMap {
        model.queue.rows[$0]?.unit.item.text
      }
      return Offer(choices: named(ids), needle: rest)
    case .limit:
      let completion = LimitCompletion(rest, model)
      let choices = completion.choices.map {
        PromptChoice(name: $0.name, completion: word + $0.completion, detail: $0.detail)
      }
      return Offer(choices: choices, needle: completion.needle)
    case .savedLimit:
      let choices = model.savedLimits.map { limit in
        var choice = PromptChoice(
          name: SafeText(limit.name), completion: word + limit.name, detail: SafeText(limit.text))
        choice.argument = limit.name
        return choice
      }
      return Offer(choices: choices, needle: rest)
    case .clause:
      let choices = ClauseChoices(model).inForce.map { clause in
        var choice = PromptChoice(
          name: clause.name, completion: word + clause.completion, detail: clause.detail)
        choice.argument = clause.completion
        return choice
      }
      return Offer(choices: choices, needle: rest)
    case .path:
      return Offer(
        choices: paths(rest, before: word, model), needle: PathListing.name(in: rest))
    case .none, .text: return Offer(choices: [], needle: rest)
    }
  }

  /// What lies in the folder that is being typed, where it was read by now.
  private static func paths(_ text: String, before: String, _ model: Model) -> [PromptChoice] {
    guard let listing = model.paths, listing.folder == PathListing.folder(in: text) else {
      return []
    }
    return listing.names.map { name in
      PromptChoice(name: SafeText(name), completion: before + listing.folder + name)
    }
  }

  private static func orders(before word: String = "") -> [PromptChoice] {
    OrderWords.choices.map { order in
      var choice = PromptChoice(
        name: SafeText(order.word), completion: word + order.word, detail: SafeText(order.help))
      choice.argument = order.word
      return choice
    }
  }

  private static func groupings(before word: String = "") -> [PromptChoice] {
    GroupingWords.choices.map { grouping in
      var choice = PromptChoice(
        name: SafeText(grouping.word), completion: word + grouping.word,
        detail: SafeText(grouping.help))
      choice.argument = grouping.word
      return choice
    }
  }

  private static func reasons(_ model: Model) -> [PromptChoice] {
    var used: [String: Int] = [:]
    for dossier in model.item?.opened?.dossier.units ?? [] {
      for event in dossier.history {
        if case .decision(let decision) = event.body, let reason = decision.reason {
          used[reason, default: 0] += 1
        }
      }
    }
    for reason in model.usedReasons { used[reason, default: 0] += 1 }
    return used.sorted {
      $0.value != $1.value
        ? $0.value > $1.value : $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
    }.map { PromptChoice(name: SafeText($0.key), completion: $0.key) }
  }

  private static func precedents(_ model: Model) -> [PromptChoice] {
    let look = model.look
    return model.precedents.enumerated().map { place, precedent in
      let name = SafeText(precedent.unit.item.text)
      let age = Figures.days(max(0, model.now.days(since: precedent.at)))
      let alike = precedent.likeness.map { "alike \(Figures.share($0))  " } ?? ""
      var choice = PromptChoice(
        name: name, completion: name.plain,
        detail: look.text(precedent.outcome) + "  " + SafeText(alike + age))
      choice.seq = precedent.seq
      choice.key = SafeText(place + 1)
      choice.isNumbered = place < 9
      return choice
    }
  }

  /// Those ruled last stand first, then the order of `tiebreak.toml`.
  private static func labels(_ model: Model) -> [PromptChoice] {
    let look = model.look
    let admissible = model.item?.contest.admissible ?? []
    let recent = model.usedLabels.filter { admissible.contains($0) }
    let votes = model.hidesVotes ? [] : model.item?.contest.entries ?? []
    return (recent + admissible.filter { !recent.contains($0) }).map { label in
      var choice = choice(label, look, model.configuration)
      let said = votes.first { $0.value == .label(label) }?.votes ?? 0
      var facts = said > 0 ? ["\(said) said so"] : []
      if recent.contains(label) { facts.append("used before") }
      if !choice.detail.isEmpty { facts.append(choice.detail.plain) }
      choice.detail = SafeText(facts.joined(separator: " · "))
      return choice
    }
  }

  /// The labels above one, the nearest last: `plants › roses`.
  private static func path(
    of label: LabelDefinition, _ look: LabelLook, _ configuration: ProjectConfiguration
  ) -> String {
    var names: [String] = []
    var seen: Set<LabelID> = [label.id]
    var next = label.parent
    while let parent = next, seen.insert(parent).inserted {
      names.insert(look.name(parent).plain, at: 0)
      next = configuration.label(parent)?.parent
    }
    return names.joined(separator: " › ")
  }

  private static func choice(
    _ label: LabelID, _ look: LabelLook, _ configuration: ProjectConfiguration
  ) -> PromptChoice {
    let name = look.name(label)
    var choice = PromptChoice(name: name, completion: name.plain)
    let definition = configuration.label(label)
    let tier = definition?.tier.map { "tier \($0.text)" } ?? ""
    let above = definition.map { path(of: $0, look, configuration) } ?? ""
    let parent = above.isEmpty ? "" : "under \(above)"
    choice.detail = SafeText([parent, tier].filter { !$0.isEmpty }.joined(separator: " · "))
    choice.value = .label(label)
    choice.outcome = .value(.label(label))
    choice.role = look.role(label)
    choice.hasStripe = true
    return choice
  }

  /// The labels that a clause may concern, in their order, each saying whether it does.
  private static func clauseLabels(_ model: Model) -> [PromptChoice] {
    model.formLabels.map { label in
      var choice = choice(label, model.look, model.configuration)
      choice.key = model.form?.draft.clause.labels.contains(label) == true ? "in" : ""
      return choice
    }
  }

  /// The first nine by their digits, unless a name has one in it: then digits are typed.
  private static func numbered(_ choices: [PromptChoice]) -> [PromptChoice] {
    guard !choices.contains(where: { $0.name.plain.contains(where: \.isNumber) }) else {
      return choices
    }
    return choices.enumerated().map { place, choice in
      guard place < 9 else { return choice }
      var numbered = choice
      numbered.key = SafeText(place + 1)
      numbered.isNumbered = true
      return numbered
    }
  }

  private static func outcomes(_ model: Model) -> [PromptChoice] {
    let look = model.look
    var clause = PromptChoice(
      name: "a clause", completion: "a clause", detail: "from those that were ruled on")
    clause.makesClause = true
    clause.unavailable = model.cannotWriteGuideline
    guard model.cannotRule == nil else { return [clause] + flags }
    let labels =
      model.configuration.task.valueKind == .label
      ? model.configuration.labels.map { choice($0.id, look, model.configuration) } : []
    let others: [Outcome] = [
      .noneOfThese, .ambiguous, .notAnnotatable, .outsideGuideline, .escalated,
    ]
    return labels
      + others.map { outcome in
        let name = outcome == .escalated ? "escalate" : look.text(outcome)
        var choice = PromptChoice(name: name, completion: name.plain)
        choice.outcome = outcome
        return choice
      } + flags + [clause]
  }

  private static let flags = [true, false].map { raises in
    var choice = PromptChoice(
      name: raises ? "flag" : "lower the flag", completion: raises ? "flag" : "lower the flag",
      detail: raises ? "ask others to look" : "no longer")
    choice.raisesFlag = raises
    return choice
  }
}
