package import Domain
import Screen
import Workbench

/// `show ITEM` for people: what the item says, who said what about it, and what was decided.
package enum DossierText {
  package static func lines(_ dossier: Dossier, names: LabelNames, now: Instant) -> [String] {
    var lines = payload(dossier.item)
    for unit in dossier.units {
      lines += [""] + self.unit(unit, names: names, now: now)
    }
    return lines
  }

  private static func payload(_ item: Item) -> [String] {
    var lines = ["item \(Words.plain(item.id.text))"]
    if !item.slices.isEmpty {
      lines.append(
        "  "
          + item.slices.map { "\(Words.plain($0.key)): \(Words.plain($0.value))" }
          .joined(separator: "  "))
    }
    switch item.payload {
    case .none: lines.append("  (the export does not show it)")
    case .text(let text): lines += wrapped(text)
    case .fields(let fields):
      for field in fields { lines += [Words.plain(field.name)] + wrapped(field.text) }
    case .image(let image): lines.append("  picture " + Words.plain(image.path))
    case .pair(let pair):
      lines += ["prompt"] + wrapped(pair.prompt) + ["answer A"] + wrapped(pair.first)
      lines += ["answer B"] + wrapped(pair.second)
    case .conversation(let turns):
      for turn in turns { lines += [Words.plain(turn.speaker)] + wrapped(turn.text) }
    }
    return lines
  }

  private static func wrapped(_ text: String) -> [String] {
    TextFlow.lines(of: text, width: 72).map { "  " + $0.plain }
  }

  private static func unit(_ unit: UnitDossier, names: LabelNames, now: Instant) -> [String] {
    let row = unit.row
    var head = "\(Words.plain(row.unit.question.text)): \(row.status.rawValue)"
    if let agreement = row.agreement { head += ", agreement \(Figures.share(agreement))" }
    head +=
      row.isDrawn
      ? ", drawn by an audit"
      : ", likely wrong \(Figures.share(row.wrong)), gain \(Figures.share(row.gain))"
    if let rank = unit.rank { head += ", place \(Figures.count(rank))" }
    var table = TextTable([
      .init("says", widest: 28), .init("who", widest: 20), .init("when"), .init("seconds", .right),
      .init("note", widest: 40, cut: .end), .init("", widest: 20),
    ])
    for entry in unit.ratings { table.append(cells(entry, names: names)) }
    return [head] + doubt(row) + table.lines() + reason(unit, names: names)
      + history(unit, names: names)
  }

  private static func reason(_ unit: UnitDossier, names: LabelNames) -> [String] {
    guard let reason = unit.reason else { return [] }
    let words = ReasonWords(reason) { names.short($0) }
    var table = TextTable([.init("why here", widest: 20), .init("", widest: 72), .init("")])
    for line in words.figures + words.weights {
      table.append([
        line.vote.map { SafeText($0.annotator?.text ?? "·") } ?? "", line.text, line.figure,
      ])
    }
    return [""] + table.lines()
  }

  /// Why its ruling is in the queue again.
  private static func doubt(_ row: QueueRow) -> [String] {
    var lines: [String] = []
    if let cause = row.doubt, cause.kind != .ratings {
      lines.append("  its ruling is in doubt by \(cause.phrase)")
    }
    if !row.newRatings.isEmpty { lines.append("  new ratings since: \(row.newRatings.phrase)") }
    return lines
  }

  private static func cells(_ entry: RatingEntry, names: LabelNames) -> [SafeText] {
    let rating = entry.rating
    var remarks: [String] = []
    if rating.origin != .person { remarks.append(rating.origin.rawValue) }
    if !entry.isInForce { remarks.append("superseded") }
    if rating.isFlagged { remarks.append("flagged") }
    if let given = entry.given { remarks.append("was \(names.short(given).plain)") }
    return [
      entry.isEnded ? "·" : names.short(rating.value), SafeText(rating.annotator?.text ?? "·"),
      SafeText(rating.at.map { String($0.text.prefix(16)) } ?? ""),
      SafeText(rating.milliseconds.map { Figures.fixed(Double($0) / 1000, places: 1) } ?? ""),
      SafeText(rating.note ?? ""), SafeText(remarks.joined(separator: ", ")),
    ]
  }

  private static func history(_ unit: UnitDossier, names: LabelNames) -> [String] {
    guard !unit.history.isEmpty else { return [] }
    var table = TextTable([
      .init("event", .right), .init("when"), .init("who", widest: 20),
      .init("what", widest: 40, cut: .end),
      .init("why", widest: 60, cut: .end),
    ])
    for event in unit.history {
      table.append([
        SafeText(Figures.count(event.seq)), SafeText(String(event.draft.at.text.prefix(16))),
        SafeText(event.draft.actor.text), what(event.body, names: names), why(event.body),
      ])
    }
    return [""] + table.lines()
  }

  private static func what(_ body: EventBody, names: LabelNames) -> SafeText {
    guard case .decision(let decision) = body else { return SafeText(body.type.rawValue) }
    guard let value = decision.outcome.value else {
      return SafeText(Words.outcome(decision.outcome))
    }
    return names.short(value)
  }

  private static func why(_ body: EventBody) -> SafeText {
    switch body {
    case .decision(let decision):
      SafeText([decision.reason, decision.rationale].compactMap { $0 }.joined(separator: ": "))
    case .withdraw(let body), .reopen(let body): SafeText(body.reason ?? "")
    case .flag(let remark), .comment(let remark): SafeText(remark.text)
    default: ""
    }
  }
}
