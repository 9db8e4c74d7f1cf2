import Domain
import Screen

/// What happened to a unit, oldest first: ratings as their batches came in, rulings and the version
/// of the guideline they were made under, what was taken back, flags and comments.
struct ItemTimeline {
  private struct Entry {
    let seq: Int
    let lines: [OverlayPages.Line]
  }

  let lines: [OverlayPages.Line]

  init(_ model: Model) {
    guard let item = model.item, let unit = item.dossier, let opened = item.opened else {
      lines = []
      return
    }
    let look = model.look
    let width = max(20, min(72, model.size.width - 16))
    var entries = Self.batches(unit, opened.dossier, model, look)
    var version = 0
    for event in unit.history {
      var lines = Self.event(event, look, width)
      if case .decision(let decision) = event.body, decision.guideline != version {
        version = decision.guideline
        lines.insert(
          OverlayPages.Line(
            glyph: "§", role: .info, text: "guideline v\(version)", textRole: .dim), at: 0)
      }
      entries.append(Entry(seq: event.seq, lines: lines))
    }
    let sorted = entries.enumerated().sorted {
      ($0.element.seq, $0.offset) < ($1.element.seq, $1.offset)
    }
    lines = sorted.flatMap(\.element.lines)
  }

  private static func batches(
    _ unit: UnitDossier, _ dossier: Dossier, _ model: Model, _ look: LabelLook
  ) -> [Entry] {
    let letters = Letters(
      of: unit, in: dossier, configuration: model.configuration,
      seed: model.item?.contest.seed ?? 0)
    let numbers = Set(unit.ratings.map(\.reference.batch)).sorted()
    return numbers.map { number in
      let ratings = unit.ratings.filter { $0.reference.batch == number }
      let arrival = dossier.batches.first { $0.number == number }
      var heading = OverlayPages.Line(left: SafeText(arrival.map { Figures.count($0.seq) } ?? ""))
      heading.glyph = "●"
      heading.role = .dim
      let noun = ratings.count == 1 ? "rating came" : "ratings came"
      heading.text = "\(ratings.count) \(noun) in, batch \(number)"
      heading.right = SafeText(arrival.map { minute($0.at) } ?? "")
      let said = ratings.map { (name: letters.name(of: $0.rating), entry: $0) }
        .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      let lines = said.map { name, entry in
        let value: SafeText = model.hidesVotes ? "hidden" : look.text(entry.rating.value)
        let ending: SafeText = entry.isInForce ? "" : ", replaced since"
        return OverlayPages.Line(
          left: SafeText(name), text: value + ending, textRole: .dim,
          right: SafeText(entry.rating.at.map { minute($0) } ?? ""))
      }
      return Entry(seq: arrival?.seq ?? -1, lines: [heading] + lines)
    }
  }

  private static func event(
    _ event: Event, _ look: LabelLook, _ width: Int
  ) -> [OverlayPages.Line] {
    var line = OverlayPages.Line(left: SafeText(Figures.count(event.seq)))
    line.right = SafeText("\(SafeText.line(event.draft.actor.text)) · \(minute(event.draft.at))")
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
      if !decision.cites.isEmpty {
        more.append("cites \(decision.cites.map(\.text).joined(separator: ", "))")
      }
      if !decision.follows.isEmpty { more.append("as in event \(numbers(decision.follows))") }
      if !decision.distinguishes.isEmpty {
        more.append("not as in event \(numbers(decision.distinguishes))")
      }
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
    return [line]
      + more.flatMap { text in
        TextFlow.lines(of: text, width: width).map { OverlayPages.Line(text: $0, textRole: .dim) }
      }
  }

  private static func numbers(_ seqs: [Int]) -> String {
    seqs.map { Figures.count($0) }.joined(separator: ", ")
  }

  private static func minute(_ moment: Instant) -> String {
    Figures.minute(ofSecond: Int(moment.milliseconds / 1000))
  }
}
