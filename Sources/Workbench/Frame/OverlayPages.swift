import Domain
import Screen

/// The lines of what floats over an item: every rating, or what happened to it.
struct OverlayPages {
  struct Line: Hashable {
    var left = SafeText()
    var leftRole = Role.dim
    var glyph = SafeText()
    var role = Role.text
    var text = SafeText()
    var textRole = Role.text
    var right = SafeText()
  }

  let title: SafeText
  let lines: [Line]

  var lineCount: Int { lines.count }

  /// Rows that the contents have room for.
  static func height(_ size: Size) -> Int { max(1, size.height - 8) }

  init(_ model: Model) {
    switch model.overlay {
    case .votes:
      title = "ratings of this item"
      lines = Self.ratings(model)
    case .history:
      title = "what happened to it"
      lines = ItemTimeline(model).lines
    case .precedents:
      title =
        model.precedents.haveContradiction
        ? "earlier rulings on these labels: very alike, ruled differently"
        : "earlier rulings on these labels, \(model.precedentOrder)"
      lines = Self.precedents(model)
    case .alike:
      title = "open and very like \(SafeText(model.alike?.name ?? ""))"
      lines = Self.alike(model)
    case .why:
      title = "why it stands here"
      lines = Self.why(model)
    case .changed:
      title =
        "what ruling on \(SafeText(model.changed?.unit.item.text ?? "").clipped(to: 24)) changed elsewhere"
      lines = model.changed?.lines(model) ?? []
    default:
      title = SafeText()
      lines = []
    }
  }

  private static func ratings(_ model: Model) -> [Line] {
    guard let item = model.item, let unit = item.dossier, let opened = item.opened else {
      return []
    }
    let look = model.look
    let letters = Letters(
      of: unit, in: opened.dossier, configuration: model.configuration, seed: item.contest.seed)
    let sorted = unit.ratings.map { (name: letters.name(of: $0.rating), entry: $0) }.sorted {
      if $0.entry.isInForce != $1.entry.isInForce { return $0.entry.isInForce }
      return $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
    }
    return sorted.flatMap { name, entry -> [Line] in
      let rating = entry.rating
      var line = Line(left: SafeText(name))
      let isAbstained = rating.value == .abstained
      line.glyph = isAbstained ? "○" : rating.origin == .model ? "◆" : "●"
      line.role = isAbstained ? .dim : look.role(rating.value)
      line.text = look.text(rating.value)
      line.textRole = entry.isInForce ? .text : .faint
      var facts: [String] = []
      if !entry.isInForce { facts.append("replaced") }
      if let confidence = rating.confidence {
        facts.append("sure " + Figures.share(confidence.double))
      }
      if let time = rating.milliseconds { facts.append("\(time / 1000) s") }
      if let at = rating.at {
        facts.append(Figures.day(ofSecond: Int(at.milliseconds / 1000)))
      }
      line.right = SafeText(facts.joined(separator: " · "))
      let width = max(20, min(72, model.size.width - 16))
      let notes =
        (rating.note ?? "").isEmpty ? [] : TextFlow.lines(of: rating.note ?? "", width: width)
      return [line] + notes.map { Line(text: $0, textRole: .dim) }
    }
  }

  /// Two lines each: what was ruled and when; how it is used here.
  private static func precedents(_ model: Model) -> [Line] {
    let look = model.look
    let draft = model.item?.draft
    return model.precedents.flatMap { precedent -> [Line] in
      var line = Line(left: SafeText(Figures.count(precedent.seq)))
      line.glyph = LabelLook.glyph(precedent.outcome)
      line.role = .good
      let name = SafeText(precedent.unit.item.text).clipped(to: 24)
      line.text = "\(name)  \(look.text(precedent.outcome))"
      let age = Figures.days(max(0, model.now.days(since: precedent.at)))
      line.right = SafeText(precedent.likeness.map { "alike \(Figures.share($0))  \(age)" } ?? age)
      var use = Self.why(precedent)
      if draft?.follows.contains(precedent.seq) == true { use = "your ruling follows it" }
      if draft?.distinguishes.contains(precedent.seq) == true {
        use = "your ruling sets it apart"
      }
      return [line, Line(text: use, textRole: .dim)]
    }
  }

  /// The clauses that a ruling cites, and what was said for it.
  private static func why(_ precedent: Precedent) -> SafeText {
    let words = [precedent.reason, precedent.rationale].compactMap { $0 }.joined(separator: ": ")
    let cites = precedent.cites.map(\.text).joined(separator: ", ")
    let said = [cites, words].filter { !$0.isEmpty }
    return said.isEmpty ? "no reason was given" : SafeText(said.joined(separator: " · "))
  }

  /// A line each, with its first words.
  private static func alike(_ model: Model) -> [Line] {
    guard let alike = model.alike, let units = alike.units else { return [] }
    return units.found.map { unit -> Line in
      var line = Line(left: SafeText(Figures.share(unit.likeness)))
      if alike.chosen.contains(unit.row.unit) { line.glyph = "*" }
      line.role = .mark
      let name = SafeText(unit.row.unit.item.text).clipped(to: 16)
      line.text = "\(name)  \(SafeText(unit.text))"
      if model.hidesVotes(of: unit.row) { line.right = "votes hidden" }
      return line
    }
  }

  private static func why(_ model: Model) -> [Line] {
    guard let unit = model.item?.dossier else { return [] }
    let row = unit.row
    var lines: [Line] = []
    let say = { (text: String, right: String) in
      lines.append(Line(text: SafeText(text), right: SafeText(right)))
    }
    if let rank = unit.rank {
      say("place in the queue, by the project's policy", Figures.count(rank))
    }
    switch row.doubt {
    case .version(let number)?:
      say("its ruling is in doubt, by version of the guideline", Figures.count(number))
    case .migration(let seq)?:
      say("its ruling is on a label that is gone, by the migration at", Figures.count(seq))
    case .ratings?, nil: break
    }
    if !row.newRatings.isEmpty {
      say("its ruling is in doubt, by new ratings since", row.newRatings.phrase)
    }
    if !model.hidesVotes {
      if let agreement = row.agreement { say("agreement of its ratings", Figures.share(agreement)) }
      if unit.reason == nil, !row.isDrawn {
        say("chance that the leading value is wrong", Figures.share(row.wrong))
      }
    }
    if !model.hidesVotes, let tier = row.tier.flatMap({ model.configuration.tier($0) }) {
      say("cost of a wrong label of tier \(SafeText.line(tier.id.text))", tier.cost.source)
    }
    if row.isDrawn {
      say("drawn by an audit, which goes before all others", "")
      say("what would be released for it is not shown before its ruling", "")
    } else if !model.hidesVotes, unit.reason == nil {
      say("gain: expected cost of releasing it without a ruling", Figures.share(row.gain))
    }
    say("days since its ratings came in", Figures.days(max(0, model.now.days(since: row.since))))
    if let due = row.due {
      say("days left until it is due", Figures.days(due.days(since: model.now)))
    }
    if let number = row.route { say("sent by the route", Figures.count(number)) }
    return lines + reasons(model, unit)
  }

  /// What the models of annotators say, hidden while votes are.
  private static func reasons(_ model: Model, _ unit: UnitDossier) -> [Line] {
    guard !model.hidesVotes, let reason = unit.reason, let item = model.item,
      let opened = item.opened
    else { return [] }
    let letters = Letters(
      of: unit, in: opened.dossier, configuration: model.configuration, seed: item.contest.seed)
    let look = model.look
    let words = ReasonWords(reason) { look.text($0) }
    return (words.figures + words.weights).map { said in
      var line = Line(text: said.text, right: said.figure)
      if let vote = said.vote {
        line.left = SafeText(vote.annotator.map { letters.name(ofPerson: $0) } ?? "–")
        line.glyph = "●"
        line.role = look.role(vote.value)
      }
      return line
    }
  }
}
