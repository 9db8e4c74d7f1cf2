import Domain
import Screen

/// What an event says, fact by fact, in words.
struct EventFacts {
  struct Fact: Hashable {
    let name: SafeText
    let value: SafeText
    var stripe: Role?
    var role = Role.text
  }

  private let event: Event
  let look: LabelLook

  init(_ event: Event, _ look: LabelLook) {
    self.event = event
    self.look = look
  }

  /// The facts in the order in which they are told.
  var all: [Fact] {
    var facts: [Fact] = []
    facts += about
    facts.append(Fact(name: "by", value: SafeText(event.draft.actor.text)))
    facts.append(Fact(name: "at, UTC", value: SafeText(Self.moment(event.draft.at))))
    facts += more
    if event.draft.isSandbox { facts.append(Fact(name: "sandbox", value: "yes", role: .warn)) }
    return facts
  }

  /// `2026-05-11 14:50:07`
  private static func moment(_ at: Instant) -> String {
    String(at.text.prefix(19)).replacing("T", with: " ")
  }

  private var about: [Fact] {
    let words = EventWords(event, look)
    switch event.body {
    case .decision(let decision):
      return [
        Fact(
          name: words.what, value: words.outcomeText, stripe: words.stripe,
          role: decision.outcome == .escalated ? .warn : .text)
      ] + unit(decision.seatID)
    case .withdraw(let body), .reopen(let body):
      return [
        Fact(
          name: words.what, value: "the ruling at \(Figures.count(body.base))", role: .warn)
      ] + unit(body.seatID)
    case .comment(let remark), .flag(let remark):
      return [Fact(name: words.what, value: remark.text.isEmpty ? "no words" : "\(remark.text)")]
        + unit(remark.unit)
    case .refused(let record):
      return [Fact(name: "refused", value: "\(record.attempt): \(record.code)", role: .warn)]
        + (record.unit.map { unit($0) } ?? [])
    case .genesis(let genesis):
      return [
        Fact(name: "project", value: "\(genesis.name)"),
        Fact(name: "id", value: SafeText(genesis.project.hex)),
      ]
    case .config(let change):
      let lines = change.text.utf8.count { $0 == 0x0A }
      return [
        Fact(name: "settings", value: "\(Figures.count(lines)) lines took effect"),
        Fact(name: "digest", value: SafeText(change.digest.hex)),
      ]
    case .role(let member):
      let roles = member.roles.map(\.rawValue).joined(separator: ", ")
      var facts = [
        Fact(name: "member", value: "\(member.id.text)"),
        Fact(name: "roles", value: roles.isEmpty ? "none" : SafeText(roles)),
      ]
      if let user = member.user { facts.append(Fact(name: "user", value: "\(user)")) }
      if !member.annotators.isEmpty {
        let names = member.annotators.map(\.text).joined(separator: ", ")
        facts.append(Fact(name: "rated as", value: SafeText(names)))
      }
      return facts
    case .imported(let record): return imported(record)
    case .clause(let change): return clause(change)
    case .guideline(let change):
      return [
        Fact(name: "section", value: "\(change.id.key)"),
        Fact(name: "says", value: change.text.isEmpty ? "nothing any more" : "\(change.text)"),
      ]
    case .publish(let publication): return published(publication)
    case .gold(let change): return gold(change, words)
    case .migrate(let migration): return migrated(migration)
    case .calibrate(let step): return calibration(step)
    case .audit(let draw): return drawn(draw)
    case .recovered(let recovery):
      return [
        Fact(name: "cut off", value: "\(Figures.count(recovery.bytes)) bytes", role: .warn),
        Fact(name: "digest", value: SafeText(recovery.digest.hex)),
      ]
    }
  }

  private func clause(_ change: ClauseChange) -> [Fact] {
    var facts = [Fact(name: "clause", value: "\(change.id.text)", role: .info)]
    guard let text = change.text else {
      facts.append(Fact(name: "is to be", value: "withdrawn", role: .warn))
      if let reason = change.reason { facts.append(Fact(name: "reason", value: "\(reason)")) }
      return facts
    }
    facts.append(Fact(name: "is", value: GuidelineWords.stage(change.stage)))
    facts.append(Fact(name: "title", value: "\(text.title)"))
    for (index, label) in text.labels.enumerated() {
      facts.append(
        Fact(
          name: index == 0 ? "labels" : "", value: look.name(label), stripe: look.role(label)))
    }
    facts.append(Fact(name: "says", value: "\(text.statement)"))
    let examples = text.examples.count
    let others = text.counterExamples.count
    if examples + others > 0 {
      facts.append(Fact(name: "examples", value: "\(examples) for it, \(others) against"))
    }
    return facts
  }

  private func published(_ publication: Publication) -> [Fact] {
    var facts = [
      Fact(name: "published", value: "guideline v\(publication.version)"),
      Fact(name: "digest", value: SafeText(publication.digest.hex)),
    ]
    for (index, change) in publication.changes.enumerated() {
      facts.append(
        Fact(
          name: index == 0 ? "changes" : "", value: "\(change.part.key), \(change.kind.rawValue)"))
    }
    facts.append(
      Fact(name: "in doubt", value: "\(Figures.count(publication.inDoubt.count)) rulings"))
    if let seq = publication.calibration {
      facts.append(Fact(name: "calibrated", value: "the result at \(Figures.count(seq))"))
    }
    if let waived = publication.waived {
      facts.append(Fact(name: "uncalibrated", value: "\(waived)", role: .warn))
    }
    return facts
  }

  private func imported(_ record: ImportRecord) -> [Fact] {
    var facts = [
      Fact(name: "import", value: "batch \(record.batch)"),
      Fact(name: "source", value: "\(record.source)"),
      Fact(name: "read as", value: "\(record.importer)"),
      Fact(name: "size", value: "\(Figures.count(record.bytes)) bytes"),
      Fact(name: "items", value: "\(Figures.count(record.itemsNew)) new"),
      Fact(name: "ratings", value: "\(Figures.count(record.ratingsNew)) new"),
    ]
    let rest: [(SafeText, Int)] = [
      ("items changed", record.itemsChanged), ("changed", record.ratingsChanged),
      ("gone", record.ratingsGone), ("rows refused", record.rowsRefused),
      ("diagnostics", record.diagnostics),
    ]
    for (name, number) in rest where number > 0 {
      facts.append(Fact(name: name, value: SafeText(Figures.count(number)), role: .warn))
    }
    facts.append(Fact(name: "file", value: SafeText(record.sha256.hex)))
    facts.append(Fact(name: "batch digest", value: SafeText(record.digest.hex)))
    return facts
  }

  private func unit(_ seat: SeatID) -> [Fact] {
    unit(seat.unit)
      + (seat.seat == .main ? [] : [Fact(name: "seat", value: SafeText(seat.seat.rawValue))])
  }

  func unit(_ unit: UnitID) -> [Fact] {
    var facts = [Fact(name: "item", value: "\(unit.item.text)")]
    if unit.question != .label {
      facts.append(Fact(name: "question", value: "\(unit.question.text)"))
    }
    return facts
  }

  /// What follows who and when.
  private var more: [Fact] {
    switch event.body {
    case .decision(let decision): return ruling(decision)
    case .withdraw(let body), .reopen(let body):
      return body.reason.map { [Fact(name: "reason", value: "\($0)")] } ?? []
    default: return []
    }
  }

  private func ruling(_ decision: Decision) -> [Fact] {
    var facts: [Fact] = []
    if decision.guideline > 0 {
      facts.append(Fact(name: "guideline", value: "v\(decision.guideline)"))
    }
    if let reason = decision.reason { facts.append(Fact(name: "reason", value: "\(reason)")) }
    if let note = decision.rationale { facts.append(Fact(name: "note", value: "\(note)")) }
    if !decision.cites.isEmpty {
      let names = decision.cites.map(\.text).joined(separator: ", ")
      facts.append(Fact(name: "cites", value: SafeText(names), role: .info))
    }
    if let first = decision.first {
      let kept = first == decision.outcome ? "kept" : "changed"
      facts.append(Fact(name: "first verdict", value: "\(look.text(first)), \(kept)"))
    }
    switch decision.votesSeen {
    case .fromTheStart: facts.append(Fact(name: "votes seen", value: "from the start"))
    case .afterFirstVerdict:
      facts.append(Fact(name: "votes seen", value: "after the first verdict"))
    case .never: facts.append(Fact(name: "votes seen", value: "no"))
    }
    if let time = decision.milliseconds {
      let seconds = Figures.fixed(Double(time) / 1000, places: 1)
      facts.append(Fact(name: "seconds", value: SafeText(seconds)))
    }
    if !decision.chose.isEmpty {
      facts.append(
        Fact(name: "adopted", value: "\(Figures.count(decision.chose.count)) ratings"))
    }
    if let place = decision.queue {
      facts.append(
        Fact(
          name: "in the queue",
          value: "place \(Figures.count(place.rank)), gain \(Figures.share(place.gain.double))"))
    }
    if let seq = decision.audit {
      facts.append(
        Fact(name: "audit", value: "drawn by event \(Figures.count(seq)), ruled blind to its label")
      )
    }
    if let member = decision.tookOver {
      facts.append(Fact(name: "took over", value: "from \(member.text)", role: .warn))
    }
    facts.append(Fact(name: "ratings up to", value: "batch \(decision.batch)"))
    return facts
  }
}
