import Domain
import Screen
import Workbench

extension Scene {
  /// A log of `count` events about the letters, the first ones those that make a project.
  static func log(_ count: Int) -> [LogEntry] {
    var entries: [LogEntry] = []
    for seq in 0..<count {
      let at = moment("2026-02-20T08:00:00Z").milliseconds + Int64(seq) * 3_571_000
      entries.append(entry(seq, at: Instant(milliseconds: at), body(seq)))
    }
    return entries
  }

  static func entry(
    _ seq: Int, at: Instant, by actor: MemberID? = nil, _ body: EventBody
  ) -> LogEntry {
    let actors: [MemberID] = ["mara", "jonas", "a-very-long-name-of-a-lead"]
    let draft = EventDraft(
      operation: OperationID(high: 7, low: UInt64(seq)), at: at,
      actor: actor ?? actors[seq < 4 ? 0 : seq % 3], isSandbox: false, body: body)
    let event = Event(
      seq: seq, previous: digest(seq - 1), hash: digest(seq), draft: draft)
    let unit = body.unit.map { #","item":"\#($0.item.text)""# } ?? ""
    let line =
      #"{"actor":"\#(draft.actor.text)"\#(unit),"op":"\#(draft.operation.hex)","prev":""#
      + #"\#(event.previous.hex)","seq":\#(seq),"ts":"\#(at.text)","type":"\#(body.type.rawValue)","#
      + #""v":1,"hash":"\#(event.hash.hex)"}"#
    return LogEntry(event: event, line: line)
  }

  private static func digest(_ seq: Int) -> Digest {
    guard seq >= 0 else { return .zero }
    var order = SeededOrder(seed: UInt64(seq))
    let hex = (0..<4).map { _ in OperationID(high: 0, low: order.next()).hex.suffix(16) }.joined()
    return Digest(hex: hex) ?? .zero
  }

  private static func body(_ seq: Int) -> EventBody {
    let unit = UnitID(item: ItemID(["L-031", "L-007", "L-112"][seq % 3]), question: .label)
    let seat = SeatID(unit: unit, seat: .main)
    switch seq {
    case 0: return .genesis(Genesis(project: OperationID(high: 1, low: 2), name: "garden-letters"))
    case 1:
      return .config(ConfigurationChange(text: "[project]\nname = \"x\"\n", digest: digest(99)))
    case 2: return .role(Member(id: "mara", user: "mara", roles: [.lead, .adjudicator]))
    case 3:
      var record = ImportRecord(
        batch: 1, source: "letters-2026-02.csv", bytes: 48_211, sha256: digest(98),
        importer: "csv", mapping: "{}", digest: digest(97))
      record.itemsNew = 1204
      record.ratingsNew = 5210
      record.ratingsChanged = 3
      return .imported(record)
    default: break
    }
    switch seq % 11 {
    case 1: return .withdraw(Withdrawal(seatID: seat, base: seq - 1, reason: "too quick"))
    case 2: return .flag(Remark(unit: unit, text: "庭のバラ is two letters in one"))
    case 3: return .comment(Remark(unit: unit, text: "\u{1B}[2Jsee \u{202E}L-007"))
    case 4: return .refused(RefusalRecord(attempt: "rule", unit: unit, code: "rated_it"))
    case 5:
      let other = UnitID(item: "L-\u{1B}[31m9-with-a-long-tail-of-words", question: "tone")
      return .decision(
        Decision(seatID: SeatID(unit: other, seat: .main), base: -1, batch: 1, outcome: .escalated))
    case 6: return .decision(Decision(seatID: seat, base: -1, batch: 1, outcome: .ambiguous))
    default:
      let labels: [LabelID] = ["ask", "sick", "thanks", "error"]
      var decision = Decision(
        seatID: seat, base: -1, batch: 1, outcome: .value(.label(labels[seq % 4])))
      decision.reason = "names a cure"
      decision.rationale = "She asks, but what she needs is the cure, and that is on page 12."
      decision.cites = seq % 2 == 0 ? ["R-0011"] : ["R-0007", "R-0011"]
      decision.guideline = 2
      decision.first = .value(.label("ask"))
      decision.votesSeen = .afterFirstVerdict
      decision.milliseconds = 21_400
      return .decision(decision)
    }
  }

  /// What a runtime would answer about the log.
  func replies(to request: LogRequest) -> LogReport {
    switch request {
    case .newest(let after, let count):
      let new = log.suffix(from: min(log.count, max(0, after + 1))).suffix(count)
      return .newest(LogPage(after: after, entries: new.reversed(), head: log.count - 1))
    case .events(let positions):
      return .events(positions.filter { log.indices.contains($0) }.map { log[$0] })
    case .look(let search, let purpose):
      let isOlder = search.direction == .older
      let stretch =
        isOlder
        ? Array(log[min(search.end, log.count)..<min(search.start + 1, log.count)].reversed())
        : Array(log[search.start...min(search.end, log.count - 1)])
      var found: [LogEntry] = []
      var reached = search.end
      for entry in stretch where search.limit.matches(entry.event, line: { entry.line }) {
        found.append(entry)
        guard found.count == search.wanted else { continue }
        reached = entry.event.seq
        break
      }
      return .looked(
        LogLook(found: found.map(\.event.seq), entries: found, reached: reached, isDone: true),
        purpose)
    }
  }

  /// A model that stands in its log, checked to the end.
  func inLog(_ keys: String..., typing text: String = "") -> Model {
    var scene = self
    scene.summary.head = log.count - 1
    var model = scene.ready
    let now = Self.moment("2026-03-02T09:41:00Z")
    _ = update(&model, .clockTicked(now))
    scene.press(&model, "Space", "l")
    _ = update(&model, .verified(.good(log.count - 1)))
    _ = update(
      &model,
      .logChecked(
        LogFinding(
          head: log.count - 1, at: now, milliseconds: 31, remembered: max(0, log.count - 9))))
    scene.press(&model, keys)
    for character in text {
      scene.tell(&model, .keyPressed(.character(character), model.now))
    }
    return model
  }

  /// Presses keys by their names, and answers whatever follows from them.
  mutating func press(_ model: inout Model, _ names: String...) { press(&model, names) }

  mutating func press(_ model: inout Model, _ names: [String]) {
    for name in names {
      guard let key = Key(name: name) else { continue }
      tell(&model, .keyPressed(key, model.now))
    }
  }
}
