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
      lines = Self.history(model)
    case .why:
      title = "why it stands here"
      lines = Self.why(model)
    default:
      title = SafeText()
      lines = []
    }
  }

  private static func ratings(_ model: Model) -> [Line] {
    guard let item = model.item, let unit = item.dossier, let opened = item.opened else {
      return []
    }
    let look = LabelLook(model.configuration)
    let blinding = unit.facts.route?.blind ?? model.configuration.blind
    let letters = Letters(
      opened.dossier.units.flatMap { $0.ratings.map(\.rating) }, blinding: blinding,
      seed: item.contest.seed)
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

  private static func history(_ model: Model) -> [Line] {
    guard let unit = model.item?.dossier else { return [] }
    let look = LabelLook(model.configuration)
    let lines = unit.history.flatMap { event -> [Line] in
      var line = Line(left: SafeText(Figures.count(event.seq)))
      line.right = SafeText(
        "\(SafeText.line(event.draft.actor.text)) · "
          + Figures.minute(ofSecond: Int(event.draft.at.milliseconds / 1000)))
      var more: [String] = []
      switch event.body {
      case .decision(let decision):
        line.glyph = LabelLook.glyph(decision.outcome)
        line.role = .good
        line.text = look.text(decision.outcome)
        if let first = decision.first, first != decision.outcome {
          more.append("first verdict, before the votes: \(look.text(first).plain)")
        }
        if let reason = decision.reason { more.append("reason: \(reason)") }
        if let rationale = decision.rationale { more.append(rationale) }
      case .withdraw: line.text = "taken back"
      case .reopen(let body):
        line.text = "reopened"
        if let reason = body.reason { more.append(reason) }
      case .flag(let remark):
        line.glyph = "!"
        line.role = .warn
        line.text = remark.isRaised ? "flagged" : "flag lowered"
        if !remark.text.isEmpty { more.append(remark.text) }
      case .comment(let remark):
        line.text = "comment"
        more.append(remark.text)
      default: line.text = SafeText(event.body.type.rawValue)
      }
      let width = max(20, min(72, model.size.width - 16))
      return [line]
        + more.flatMap { text in
          TextFlow.lines(of: text, width: width).map { Line(text: $0, textRole: .dim) }
        }
    }
    return lines.isEmpty ? [Line(text: "Nobody has ruled on it yet.", textRole: .dim)] : lines
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
    if !model.hidesVotes {
      if let agreement = row.agreement { say("agreement of its ratings", Figures.share(agreement)) }
      say("chance that the leading value is wrong", Figures.share(row.wrong))
    }
    if !model.hidesVotes, let tier = row.tier.flatMap({ model.configuration.tier($0) }) {
      say("cost of a wrong label of tier \(SafeText.line(tier.id.text))", tier.cost.source)
    }
    say("gain: expected cost of releasing it without a ruling", Figures.share(row.gain))
    say("days since its ratings came in", Figures.days(max(0, model.now.days(since: row.since))))
    if let due = row.due {
      say("days left until it is due", Figures.days(due.days(since: model.now)))
    }
    if let number = row.route { say("sent by the route", Figures.count(number)) }
    return lines
  }
}
