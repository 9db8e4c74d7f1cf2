import Domain
import Screen

extension Model {
  /// Asks for the guideline where another version is in force than the one that was read.
  mutating func readRulesIfNew() -> [Effect] {
    guard let version = summary?.guidelineVersion, version > 0, version != rules?.value.version,
      version != rulesAsked
    else { return [] }
    rulesAsked = version
    return readRules()
  }

  /// Asks for the guideline as it is now.
  mutating func readRules() -> [Effect] {
    rulesGeneration += 1
    return [.report(.rules, generation: rulesGeneration)]
  }

  mutating func take(_ guideline: Guideline, generation: Int) -> [Effect] {
    guard generation == rulesGeneration else { return [] }
    rules = Loaded(guideline, stamp: generation)
    return []
  }

  /// Lets the ruling that is drafted cite a clause, or no longer.
  mutating func cite(_ clause: ClauseID) -> [Effect] {
    changeDraft { draft in
      if let place = draft.cites.firstIndex(of: clause) {
        draft.cites.remove(at: place)
      } else {
        draft.cites.append(clause)
      }
    }
  }

  /// Cites a clause by its number as it was typed.
  mutating func cite(named text: String) -> [Effect] {
    let id = ClauseID(text)
    let isCited = item?.draft.cites.contains(id) == true
    guard isCited || rules?.value.isInForce(id) == true else {
      notice = Notice(
        text: "no clause \(SafeText.line(text)) is in force, so it cannot be cited", kind: .plain)
      return []
    }
    return cite(id)
  }
}

/// Clauses as a prompt offers them.
struct ClauseChoices {
  private let model: Model
  private let guideline: Guideline

  init(_ model: Model) {
    self.model = model
    guideline = model.rules?.value ?? Guideline()
  }

  /// Those in force, those on the contest's labels first, each part by number. What is cited and no
  /// longer in force stands before them: it can only be taken away.
  var inForce: [PromptChoice] {
    let cited = model.item?.draft.cites ?? []
    let gone = cited.filter { !guideline.isInForce($0) }.map { id in
      var choice = PromptChoice(
        name: "\(id.text)", completion: id.text,
        detail: "no longer in force; Enter takes it away")
      choice.clause = id
      choice.key = "cited"
      return choice
    }
    return gone
      + ids { $0.published != nil }.compactMap { id in
        guard let text = guideline.clauses[id]?.published else { return nil }
        var choice = self.choice(id, text)
        choice.key = cited.contains(id) ? "cited" : ""
        return choice
      }
  }

  /// Clauses that meet a condition: those on the contest's labels, then the others, each part by number.
  func ids(where isMeant: (Clause) -> Bool) -> [ClauseID] {
    let all = guideline.clauses.filter { isMeant($0.value) }
    func rank(_ clause: Clause) -> Int {
      isNear(clause.published ?? clause.content) ? 0 : 1
    }
    return all.sorted {
      (rank($0.value), $0.key.number ?? .max, $0.key) < (
        rank($1.value), $1.key.number ?? .max, $1.key
      )
    }.map(\.key)
  }

  func choice(_ id: ClauseID, _ text: ClauseText) -> PromptChoice {
    let labels = text.labels.map { model.look.name($0).plain }.joined(separator: ", ")
    let said = [labels, text.statement].filter { !$0.isEmpty }.joined(separator: " · ")
    var choice = PromptChoice(
      name: "\(id.text)  \(text.title)", completion: id.text, detail: SafeText(said))
    choice.clause = id
    return choice
  }

  /// Whether a clause speaks of labels that the open item stands between, as far as that may be known.
  func isNear(_ text: ClauseText) -> Bool {
    guard !model.hidesVotes else { return false }
    let contest = (model.item?.contest.entries ?? []).filter { $0.votes > 0 }
    return contest.contains { entry in
      entry.value.mentionedLabels.contains { text.labels.contains($0) }
    }
  }

  /// What the open item may become an example of: a new clause, one that is being written, and every
  /// clause that is not withdrawn, for it or against it.
  var targets: [PromptChoice] {
    var new = PromptChoice(
      name: "a new clause", completion: "a new clause",
      detail: "with its labels, your note and this item")
    new.target = nil
    let unsent = model.forms.values.filter {
      if case .new = $0.target { true } else { false }
    }
    let begun = unsent.sorted { $0.target.order < $1.target.order }.flatMap { form in
      Self.both("not sent", form.clause, form.target)
    }
    let known = ids { $0.status != .withdrawn }.flatMap { id -> [PromptChoice] in
      guard let clause = guideline.clauses[id] else { return [] }
      return Self.both(id.text, clause.content, .part(.clause(id)))
    }
    return [new] + begun + known
  }

  private static func both(
    _ name: String, _ text: ClauseText, _ target: FormTarget
  ) -> [PromptChoice] {
    [false, true].map { isCounterExample in
      let sign = isCounterExample ? "−" : "+"
      var choice = PromptChoice(
        name: "\(sign) \(name)  \(text.title)", completion: "\(sign) \(name)",
        detail: isCounterExample ? "it only looks like it" : "it applies here")
      choice.target = target
      choice.isCounterExample = isCounterExample
      return choice
    }
  }
}
