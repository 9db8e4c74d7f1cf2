import Domain
import Ledger

/// A made history that keeps every rule, with all types of event in it and hostile words.
struct MadeLog {
  private(set) var drafts: [EventDraft] = []
  var numbers: SeededNumbers
  private(set) var state = ProjectState()
  /// How many imports there were before the ruling at a seat.
  private var importsBefore: [SeatID: Int] = [:]
  private let annotators = ["A1", "Ann \"B.\"", "ящ\\er", "標註者", "\u{202E}evil\u{1B}[2J"]

  /// The drafts of a history of at least `count` events.
  static func drafts(count: Int, seed: UInt64 = 7) -> [EventDraft] {
    var log = MadeLog(seed: seed)
    log.found()
    while log.drafts.count < count { log.continueHistory() }
    return log.drafts
  }

  /// The same history as the bytes of a log, with the store that holds its attachments.
  static func store(count: Int, seed: UInt64 = 7) throws -> MemoryEventStore {
    let store = MemoryEventStore()
    for draft in drafts(count: count, seed: seed) {
      _ = try store.append([draft], expecting: store.head())
    }
    return store
  }

  private init(seed: UInt64) {
    numbers = SeededNumbers(seed: seed)
  }

  private mutating func found() {
    let project = OperationID(high: 1, low: 2)
    record(.genesis(Genesis(project: project, name: "made \"up\" \t log")), by: "lena")
    record(
      .role(Member(id: MemberID("lena"), user: "lena", roles: [.lead, .adjudicator])), by: "lena")
    applySettings(padding: 0)
    for (index, name) in ["ruth", "otto", "ümit"].enumerated() {
      let member = Member(
        id: MemberID(name), user: index == 1 ? nil : name, roles: [.adjudicator, .reviewer],
        annotators: [AnnotatorID(annotators[index])])
      record(.role(member), by: "lena")
    }
    record(.role(Member(id: MemberID("vera"), user: "vera", roles: [.observer])), by: "lena")
    recordImport(batch: 1)
  }

  private mutating func continueHistory() {
    switch Int.random(in: 0..<34, using: &numbers) {
    case 0: applySettings(padding: Int.random(in: 0...1, using: &numbers) * 5000)
    case 1: recordImport(batch: state.imports.count + 1)
    case 2: record(.comment(remark(isLong: false)), by: "vera")
    case 3: record(.comment(remark(isLong: true)), by: "ümit")
    case 4: record(.flag(remark(isLong: false, isRaised: Bool.random(using: &numbers))), by: "vera")
    case 5: refuse()
    case 6: recover()
    case 7:
      record(.role(Member(id: MemberID("otto"), user: nil, roles: [.adjudicator])), by: "lena")
    case 8, 9: draftClause()
    case 10: draftSection()
    case 11: publish()
    case 12, 13: mark(unit())
    case 14: drawCalibration()
    case 15: recordCalibration()
    case 16: migrate()
    case 17: drawAudit()
    default: rule()
    }
  }

  mutating func record(_ body: EventBody, by actor: String) {
    let seq = drafts.count
    let draft = EventDraft(
      operation: OperationID(high: 0xABCD, low: numbers.next()),
      at: Instant(milliseconds: 1_700_000_000_000 + Int64(seq) * 1001), actor: MemberID(actor),
      isSandbox: false, body: body)
    drafts.append(draft)
    state.evolve(Event(seq: seq, previous: .zero, hash: .zero, draft: draft))
  }

  private mutating func applySettings(padding: Int) {
    let text =
      "[project]\nname = \"made\"\n# \(drafts.count)" + String(repeating: "x", count: padding)
    record(.config(ConfigurationChange(text: text, digest: .sha256(of: text))), by: "lena")
  }

  private mutating func recordImport(batch: Int) {
    var record = ImportRecord(
      batch: batch, source: "votes \(batch).csv", bytes: 1000 * batch,
      sha256: .sha256(of: "file \(batch)"), importer: "csv", mapping: "item=id\u{1}label",
      digest: .sha256(of: "batch \(batch)"))
    record.itemsNew = 40
    record.ratingsNew = 120
    record.diagnostics = batch
    self.record(.imported(record), by: "lena")
  }

  private mutating func remark(isLong: Bool, isRaised: Bool = true) -> Remark {
    let words =
      isLong ? String(repeating: "lang \u{7F} ", count: 700) : "hm \u{1B}]0;x\u{7} \\ \" ok"
    return Remark(unit: unit(), text: words, isRaised: isRaised)
  }

  private mutating func refuse() {
    let unit = Bool.random(using: &numbers) ? unit() : nil
    record(
      .refused(RefusalRecord(attempt: "rule", unit: unit, code: "not_a_member")), by: "mallory")
  }

  private mutating func recover() {
    let bytes = Int.random(in: 1...400, using: &numbers)
    record(.recovered(Recovery(bytes: bytes, digest: .sha256(of: "tail \(bytes)"))), by: "ruth")
  }

  private mutating func unit() -> UnitID {
    let item = Int.random(in: 0..<30, using: &numbers)
    let question = item.isMultiple(of: 7) ? "tone\n\"x\"" : "label"
    return UnitID(item: ItemID("item:\(item) \u{301}é"), question: QuestionID(question))
  }

  private mutating func rule() {
    let seat = SeatID(unit: unit(), seat: .allCases[Int(numbers.next() % 8) / 5])
    let standing = state.seats[seat]
    guard let standing, standing.isDecision else {
      record(.decision(decision(seat, base: standing?.seq ?? -1)), by: "ruth")
      return
    }
    let hasNewRatings = importsBefore[seat, default: 0] < state.imports.count
    if seat.seat == .main, standing.status == .ruled, hasNewRatings, Bool.random(using: &numbers) {
      record(.decision(decision(seat, base: standing.seq)), by: "ruth")
    } else if state.doubts[seat] != nil {
      record(.decision(decision(seat, base: standing.seq)), by: "ruth")
    } else if standing.status == .escalated {
      record(.decision(decision(seat, base: standing.seq)), by: "lena")
    } else if Bool.random(using: &numbers) {
      record(.withdraw(Withdrawal(seatID: seat, base: standing.seq)), by: standing.by.text)
    } else {
      let reason = Bool.random(using: &numbers) ? "second thoughts" : nil
      record(.reopen(Withdrawal(seatID: seat, base: standing.seq, reason: reason)), by: "lena")
    }
  }

  private mutating func decision(_ seat: SeatID, base: Int) -> Decision {
    importsBefore[seat] = state.imports.count
    let outcome = MadeValues.outcomes[drafts.count % MadeValues.outcomes.count]
    var decision = Decision(
      seatID: seat, base: base, batch: state.imports.count, outcome: outcome)
    if Bool.random(using: &numbers) {
      decision.chose = [
        RatingReference(batch: 1, ordinal: 4), RatingReference(batch: 1, ordinal: 9),
      ]
      decision.reason = "unclear"
      decision.rationale = "said twice:\r\n\t\"yes\""
      decision.cites = [ClauseID("R-0042")]
      decision.follows = [3, 4]
      decision.distinguishes = [5]
      decision.guideline = 0
      decision.orderSeed = numbers.next() >> 8
      decision.votesSeen = .afterFirstVerdict
      decision.first = MadeValues.outcomes[Int(numbers.next() % 12)]
      decision.milliseconds = Int(numbers.next() % 100_000)
    }
    decision.audit = audit(of: seat)
    if Bool.random(using: &numbers), let wrong = Number("0.3750"), let gain = Number("1e-3") {
      decision.queue = QueuePlace(policy: "gain", wrong: wrong, gain: gain, rank: 12)
      decision.tookOver = MemberID("otto")
    }
    return decision
  }
}
