import Domain
package import Screen

/// The second line of every screen: what is asked or found, then what Enter does. It is the first thing
/// that a screen reader and `--json` get, too.
package struct Sentence: Hashable, Sendable {
  /// Shown bold.
  package let lead: SafeText
  /// Shown dim.
  package let tail: SafeText

  package init(_ lead: SafeText, _ tail: SafeText = SafeText()) {
    self.lead = lead
    self.tail = tail
  }

  /// The sentence of the screen that a model shows.
  package init(_ model: Model) {
    if let screen = model.placeScreen {
      self = screen.sentence
    } else {
      self = model.place == .queue ? Self.queue(model) : Self.item(model)
    }
  }

  private static func queue(_ model: Model) -> Sentence {
    let queue = model.queue
    let isNarrow = model.size.width < 60
    if model.isEmptyProject {
      return Sentence(
        "No ratings yet.",
        isNarrow
          ? "Import an export."
          : model.size.width >= 100
            ? "Import an export of your annotation tool to see where it disagrees."
            : "Import an export to begin.")
    }
    if case .failed(let sentence) = queue.phase {
      return Sentence("The queue could not be read.", SafeText(sentence))
    }
    if queue.phase == .loading, queue.handles.isEmpty {
      return Sentence("Reading the queue …")
    }
    let open = open(model, isNarrow: isNarrow)
    if queue.phase == .loading { return Sentence(open, "Reading it again …") }
    guard queue.waiting > 0 else { return nothing(model) }
    if let place = queue.heading, queue.groups.indices.contains(place) {
      let group = queue.groups[place].group
      let word = queue.folded.contains(group.key) ? "opens" : "folds"
      return Sentence(
        open, isNarrow ? "" : "Enter \(word) this group of \(Figures.count(group.count)).")
    }
    if isNarrow {
      let shown = min(QueueLayout(model.size).list.height, queue.handles.count - queue.top)
      return Sentence(open, "\(Figures.count(shown)) of \(Figures.count(queue.total)) shown")
    }
    guard let unit = queue.current?.unit else { return Sentence(open) }
    let name = SafeText(unit.item.text).clipped(to: 24)
    if queue.current?.isDrawn == true, model.size.width >= 100 {
      return Sentence(open, "Enter opens \(name), drawn by an audit.")
    }
    let isBest = queue.cursor == 0 && queue.order == .policy(.gain) && model.size.width >= 100
    return Sentence(
      open, isBest ? "Enter opens \(name): it is worth most." : "Enter opens \(name).")
  }

  private static func open(_ model: Model, isNarrow: Bool) -> SafeText {
    let queue = model.queue
    let total = Figures.count(queue.waiting)
    guard queue.limitText.isEmpty else {
      let limit = SafeText(queue.limitText).clipped(to: 30)
      let all = model.summary.map { " of \(Figures.count($0.open))" } ?? ""
      return isNarrow
        ? "\(total)\(all) meet \(limit)." : "\(total)\(all) disagreements meet \(limit)."
    }
    if isNarrow {
      return queue.overdue > 0
        ? "\(total) wait, \(Figures.count(queue.overdue)) over due." : "\(total) wait for you."
    }
    let noun = queue.waiting == 1 ? "disagreement waits" : "disagreements wait"
    let due =
      queue.overdue == 0
      ? "" : ", \(Figures.count(queue.overdue)) \(queue.overdue == 1 ? "is" : "are") over due"
    return "\(total) \(noun) for you\(due)."
  }

  private static func nothing(_ model: Model) -> Sentence {
    guard model.queue.limitText.isEmpty else {
      return Sentence(
        "Nothing meets \(SafeText(model.queue.limitText).clipped(to: 30)).",
        "q drops the limit, l changes it.")
    }
    let open = model.summary?.open ?? 0
    guard open > 0 else {
      return Sentence("Nothing waits.", "Every disagreement is settled.")
    }
    return Sentence(
      "Nothing waits for you.", "\(Figures.count(open)) wait for others.")
  }

  private static func item(_ model: Model) -> Sentence {
    guard let item = model.item, item.opened != nil, let unit = item.dossier else {
      return Sentence("Opening \(SafeText(model.item?.unit.item.text ?? "").clipped(to: 24)) …")
    }
    let question = question(model)
    let look = model.look
    if item.writing != nil { return Sentence(question, "Saving …") }
    if let doubt = unit.doubt { return doubted(doubt, unit, model) }
    if let standing = unit.facts.seats[.main], standing.isDecision {
      let who = standing.by == model.start.me?.id ? "you" : SafeText(standing.by.text).plain
      if standing.status == .escalated {
        return Sentence(question, "Escalated by \(who): a lead rules on it.")
      }
      let keys = standing.by == model.start.me?.id ? "; z takes it back" : ""
      return Sentence("Ruled \(look.text(standing.outcome)) by \(who)\(keys).")
    }
    if model.hidesVotes {
      return Sentence(
        question,
        model.size.width < 60
          ? "Votes are hidden." : "Votes are hidden until your first verdict.")
    }
    if case .heldBy(let member, _) = item.lease {
      return Sentence(question, "\(member.text) is looking at it; you may read.")
    }
    if item.contest.isBlind, let first = item.draft.first {
      return Sentence(
        "Keep \(look.text(first))?",
        fitting(
          [
            "\(votes(model)). Enter keeps it, another digit changes it.",
            "\(votes(model)). Enter keeps it.", "Enter keeps it.", "Enter keeps.",
          ], after: "Keep \(look.text(first))?", model))
    }
    return Sentence(question, tail(model))
  }

  /// A ruling that is in doubt: what it said, why it is here, and the two ways on.
  private static func doubted(_ doubt: Doubt, _ unit: UnitDossier, _ model: Model) -> Sentence {
    let look = model.look
    let who =
      unit.facts.seats[.main].map {
        $0.by == model.start.me?.id ? "you" : SafeText($0.by.text).clipped(to: 16).plain
      } ?? ""
    let lead: SafeText
    switch doubt.cause {
    case .migration:
      let gone: SafeText = "\(look.text(doubt.decision.outcome).plain) is no label any more."
      return Sentence(
        gone,
        fitting(
          ["Ruled so by \(who). A digit rules anew.", "A digit rules anew.", ""],
          after: gone, model))
    case .version(let version):
      let what = changed(Array(doubt.parts.prefix(2)))
      lead = SafeText("v\(version)\(what). Keep \(look.text(doubt.decision.outcome).plain)?")
    case .ratings:
      let since =
        model.size.width < 60 ? "New ratings" : "New ratings since: \(unit.row.newRatings.phrase)"
      lead = SafeText("\(since). Keep \(look.text(doubt.decision.outcome).plain)?")
    }
    guard model.unavailable(.confirm) == nil else {
      return Sentence(lead, fitting(["Ruled by \(who).", ""], after: lead, model))
    }
    return Sentence(
      lead,
      fitting(
        [
          "Ruled so by \(who). Enter keeps it, another digit overrules it.",
          "Enter keeps it, another digit overrules it.", "Enter keeps it.", "Enter keeps.",
        ], after: lead, model))
  }

  /// `: R-0001 changed`, `: R-0001, R-0002 added`, `: R-0001 changed, label:x withdrawn`.
  private static func changed(_ parts: [Doubt.Part]) -> String {
    func word(_ part: Doubt.Part) -> String {
      switch part.change {
      case .new: "added"
      case .withdrawn: "withdrawn"
      case .changed, .unchanged: "changed"
      }
    }
    guard let last = parts.last else { return " changed" }
    return ": "
      + parts.enumerated().map { index, part in
        let isSaidLater = index + 1 < parts.count && word(part) == word(last)
        return SafeText.line(part.part.key) + (isSaidLater ? "" : " " + word(part))
      }.joined(separator: ", ")
  }

  /// The first of several ways to say something that has room behind a lead.
  private static func fitting(
    _ tails: [SafeText], after lead: SafeText, _ model: Model
  ) -> SafeText {
    let room = model.size.width - 4 - lead.width
    return tails.first { $0.width <= room } ?? tails.last?.clipped(to: room) ?? SafeText()
  }

  private static func question(_ model: Model) -> SafeText {
    guard let item = model.item else { return "" }
    let named = item.questions.count > 1
    let name = SafeText(item.unit.question.text).clipped(to: 20)
    let isPreference = model.configuration.task == .preference
    switch item.contest.kind {
    case .label where isPreference:
      return named ? "Which answer is better: \(name)?" : "Which answer is better?"
    case .labels: return named ? "Which labels hold for \(name)?" : "Which labels hold?"
    case .number: return named ? "Which number holds for \(name)?" : "Which number holds?"
    case .label: return named ? "Which label holds for \(name)?" : "Which label holds?"
    default: return named ? "Which value holds for \(name)?" : "Which value holds?"
    }
  }

  private static func tail(_ model: Model) -> SafeText {
    guard let item = model.item, let unit = item.dossier else { return "" }
    let size = model.size
    if size.width < 60 {
      let counts = item.contest.entries.map(\.votes).filter { $0 > 0 }.sorted(by: >)
        .map { String($0) }.joined(separator: " : ")
      let agreement = unit.row.agreement.map { ", agreement \(Figures.share($0))" } ?? ""
      let more = ItemLayout(model).hiddenCount(item.contest)
      let key = model.start.keymap.name(for: .another) ?? ":another"
      let rest = more > 0 ? ", \(more) more: \(key)" : ""
      return fitting(
        [SafeText(counts + agreement + rest), SafeText(counts + rest), SafeText(counts)],
        after: question(model), model)
    }
    switch item.contest.kind {
    case .labels:
      return fitting(
        ["Digits choose, Enter rules. \(votes(model)).", "Digits choose, Enter rules."],
        after: question(model), model)
    case .number:
      return fitting(
        [
          "Type it, then Enter; Enter alone begins at the median. \(votes(model)).",
          "Type it; Enter begins at the median. \(votes(model)).",
          "Type it; Enter begins at the median.",
        ], after: question(model), model)
    default:
      let counts = votes(model)
      let long: SafeText = "\(counts); a ruling is saved at once and the next item opens."
      return fitting(
        (size.width >= 100 ? [long] : []) + ["\(counts)."], after: question(model), model)
    }
  }

  /// `3 say entailed, 2 say neutral`, shorter where there is less room.
  private static func votes(_ model: Model) -> SafeText {
    guard let item = model.item else { return "" }
    let look = model.look
    let isWide = model.size.width >= 100
    var named = item.contest.entries.filter { $0.votes > 0 }
    if model.configuration.scale == .nominal || item.contest.kind == .labels {
      named = named.enumerated().sorted {
        ($1.element.votes, $0.offset) < ($0.element.votes, $1.offset)
      }.map(\.element)
    }
    guard !named.isEmpty else { return "Nobody gave a value" }
    var sum = SafeText()
    for (index, entry) in named.prefix(4).enumerated() {
      if index > 0 { sum.append(", ") }
      let verb = isWide ? entry.votes == 1 ? " says" : " say" : ""
      sum.append("\(entry.votes)\(verb) \(look.text(entry.value).clipped(to: 24))")
    }
    if named.count > 4 { sum.append(" and \(named.count - 4) more") }
    return sum
  }
}

extension Model {
  /// Whether nothing was ever imported.
  package var isEmptyProject: Bool {
    guard let summary else { return false }
    return summary.ratings == 0 && summary.items == 0
  }
}
