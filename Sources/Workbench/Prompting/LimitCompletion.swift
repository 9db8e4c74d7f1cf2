import Domain
import Screen

/// What may come next in a limit: saved ones first, then keys, then the values of a key.
struct LimitCompletion {
  /// More are found by typing on.
  private static let most = 500

  let choices: [PromptChoice]
  /// What they are ranked by.
  let needle: String

  init(_ text: String, _ model: Model) {
    let word = LimitWord(text)
    needle = word.typed
    if model.place == .log {
      choices = Self.ofEvents(word, model)
      return
    }
    if !word.key.isEmpty {
      choices = LimitValues(model).values(for: word.key, typed: word.typed).prefix(Self.most)
        .compactMap { value in
          word.completed(with: value).map {
            PromptChoice(name: SafeText(value), completion: $0)
          }
        }
      return
    }
    var choices = model.savedLimits.map { limit in
      let isAlone = word.before.isEmpty
      var choice = PromptChoice(
        name: SafeText("@" + limit.name), completion: word.before + "@" + limit.name,
        detail: SafeText(limit.text))
      choice.isWhole = isAlone
      return choice
    }
    if text.isEmpty {
      choices += model.history[.limit].prefix(5).map { limit in
        var choice = PromptChoice(name: SafeText(limit), completion: limit, detail: "used before")
        choice.isWhole = true
        return choice
      }
    }
    choices += LimitKeys.all.map { key in
      PromptChoice(
        name: SafeText(key.example), completion: word.before + key.beginning,
        detail: SafeText(key.help))
    }
    choices += LimitValues(model).sliceKeys.map { key in
      PromptChoice(
        name: SafeText("slice.\(key):"), completion: "\(word.before)slice.\(key):",
        detail: "a property of items")
    }
    self.choices = choices
  }

  /// The same for a limit on events of the log.
  private static func ofEvents(_ word: LimitWord, _ model: Model) -> [PromptChoice] {
    guard word.key.isEmpty else {
      return EventLimitKeys.values(for: String(word.key.dropLast()), model).compactMap { value in
        word.completed(with: value).map { PromptChoice(name: SafeText(value), completion: $0) }
      }
    }
    return EventLimitKeys.all.map { key in
      PromptChoice(
        name: SafeText(key.example), completion: word.before + key.beginning,
        detail: SafeText(key.help))
    }
  }
}
