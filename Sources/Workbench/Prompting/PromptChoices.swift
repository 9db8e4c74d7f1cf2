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
      all = OrderWords.choices.map {
        PromptChoice(name: SafeText($0.word), completion: $0.word, detail: SafeText($0.help))
      }
      title = "orders"
    case .reason:
      all = Self.reasons(model)
      title = "reasons that were given before"
    case .label:
      all = Self.labels(model)
      title = "labels"
    case .apply:
      all = Self.outcomes(model)
      title = "rule \(Figures.count(model.tags.count)) tagged as"
    case .importFile:
      all = Self.paths(text, before: "", model)
      needle = PathListing.name(in: text)
      title = all.isEmpty ? SafeText() : "files"
    case .find, .note, .comment, .number, .path, .write:
      all = []
      title = SafeText()
    }
    total = all.count
    let ranked = PromptChoice.ranked(all, by: needle)
    choices = prompt.purpose.isReason ? Self.withTyped(text, before: ranked, model) : ranked
  }

  /// A reason is free text: what was typed stands first, what it resembles is only offered.
  private static func withTyped(
    _ text: String, before others: [PromptChoice], _ model: Model
  ) -> [PromptChoice] {
    if text.isEmpty {
      guard model.item?.draft.reason != nil else { return others }
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
    case .order: return Offer(choices: named(OrderWords.choices.map(\.word)), needle: rest)
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

  private static func labels(_ model: Model) -> [PromptChoice] {
    let look = LabelLook(model.configuration)
    return (model.item?.contest.admissible ?? []).map { label in
      choice(label, look, model.configuration)
    }
  }

  private static func choice(
    _ label: LabelID, _ look: LabelLook, _ configuration: ProjectConfiguration
  ) -> PromptChoice {
    let name = look.name(label)
    var choice = PromptChoice(name: name, completion: name.plain)
    let definition = configuration.label(label)
    let tier = definition?.tier.map { "tier \($0.text)" } ?? ""
    let parent = definition?.parent.map { "under \(look.name($0).plain)" } ?? ""
    choice.detail = SafeText([parent, tier].filter { !$0.isEmpty }.joined(separator: " · "))
    choice.value = .label(label)
    choice.outcome = .value(.label(label))
    choice.role = look.role(label)
    choice.hasStripe = true
    return choice
  }

  private static func outcomes(_ model: Model) -> [PromptChoice] {
    let look = LabelLook(model.configuration)
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
      }
  }
}
