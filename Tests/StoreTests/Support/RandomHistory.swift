import Agreement
import Domain
import Ledger
import Store

/// Draws one step after another of a project's life from a seed: imports with repeats, changed
/// payloads and retractions, rulings, undo, reopenings, flags, escalations, settings.
struct RandomHistory {
  private var order: SeededOrder
  /// Which proposals are finished: numbers of its own, so that it draws none of the others'.
  private var stages: SeededOrder
  /// Which rulings are made again because of newer ratings: as with `stages`.
  private var again: SeededOrder
  /// Which versions imports state: as with `stages`.
  private var versions: SeededOrder
  /// What audits draw: as with `stages`.
  private var drawing: SeededOrder
  private let project: TestProject
  /// Whether labels change in mid-project.
  var migrates = false
  /// Whether audits are drawn.
  var audits = false
  /// In three weeks; an import has one, so that the order of repeats stays that of the file.
  private static let moments = [1, 9, 15, 16].map {
    Instant(milliseconds: 1_767_225_600_000).advanced(days: $0)
  }
  private let labels = ["car", "van", "bus", "Lkw", "é"]
  private let annotators = ["a1", "a2", "a3", "a4", "a4 ", nil]

  static let configurations: [String: ProjectConfiguration] = {
    var plain = ProjectConfiguration(name: "plain")
    plain.queue.below = Number("0.9") ?? Number(1)
    var tiers = ProjectConfiguration(
      name: "tiers", task: .label,
      labels: [
        LabelDefinition(id: LabelID("van"), scale: .ordinal, tier: TierID("high")),
        LabelDefinition(id: LabelID("car"), tier: TierID("low")),
        LabelDefinition(id: LabelID("bus")), LabelDefinition(id: LabelID("tram")),
      ])
    tiers.tiers = [
      Tier(id: TierID("low"), cost: Number("0.5") ?? Number(1), dueDays: 9),
      Tier(id: TierID("high"), cost: Number(5), dueDays: 2),
    ]
    tiers.routes = [
      Route(
        when: Limit(terms: [
          Limit.Term(.label(LabelID("van"))), Limit.Term(.slice(key: "lang", value: .any)),
        ]), to: [.role(.lead)]),
      Route(when: Limit(terms: [Limit.Term(.note(.any))]), to: [.member(MemberID("adj"))]),
    ]
    var aliased = tiers
    aliased.aliases = [AnnotatorAlias(written: AnnotatorID("a4 "), alias: AnnotatorID("a4"))]
    return ["plain": plain, "tiers": tiers, "aliased": aliased]
  }()

  init(seed: UInt64, project: TestProject) {
    order = SeededOrder(seed: seed)
    stages = SeededOrder(seed: seed &+ 0x5743)
    versions = SeededOrder(seed: seed &+ 0x7665)
    again = SeededOrder(seed: seed &+ 0x6167)
    drawing = SeededOrder(seed: seed &+ 0x6175)
    self.project = project
  }

  private mutating func draw(_ bound: Int) -> Int { order.next(below: bound) }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[draw(elements.count)]
  }

  /// Appends the next step to the log; the index does not hear of it.
  mutating func step() throws {
    let units = knownUnits()
    if units.isEmpty || draw(8) == 0 { return try importSome() }
    if audits, drawing.next(below: 9) == 0 { try drawAudit(units) }
    switch draw(28) {
    case 0: try project.configure(pick(["plain", "tiers", "tiers", "aliased"]))
    case 1: try flag(pick(units))
    case 2: try project.append(.comment(Remark(unit: pick(units), text: "hm")))
    case 3:
      try project.append(
        .role(Member(id: MemberID("m\(draw(3))"), user: nil, roles: [pick(MemberRole.allCases)])))
    case 4: try project.append(.refused(RefusalRecord(attempt: "rule", unit: nil, code: "role")))
    case 5, 6: try draft(units)
    case 7: try publish()
    case 8, 9: try mark(pick(units))
    case 10: try calibrate(units)
    case 11 where migrates, 12 where migrates: try migrate()
    default: try settle(pick(units))
    }
  }

  private mutating func draft(_ units: [UnitID]) throws {
    let guideline = project.state().guideline
    if draw(3) == 0 {
      let id: SectionID = draw(2) == 0 ? .label(LabelID("é")) : .policy(PolicyID("skip\t"))
      let text = pick(["", "one", "two\nlines\t", "three"])
      let base = guideline.sections[id]?.seq ?? -1
      try project.append(.guideline(SectionChange(id: id, base: base, text: text, stage: stage())))
      return
    }
    let text = ClauseText(
      title: "t\(draw(9))", labels: [LabelID(pick(labels))], statement: pick(["s", "s\n\"x\""]),
      examples: draw(2) == 0 ? [ClauseExample("e", unit: pick(units))] : [])
    let known = guideline.clauses.filter { $0.value.status != .withdrawn }.keys.sorted()
    guard let id = known.isEmpty ? nil : pick(known), let clause = guideline.clauses[id],
      draw(3) > 0
    else {
      try project.append(
        .clause(ClauseChange(id: guideline.nextClause, base: -1, text: text, stage: stage())))
      return
    }
    let change =
      draw(4) == 0 && !clause.isTakenOut
      ? ClauseChange(withdrawing: id, base: clause.seq)
      : ClauseChange(id: id, base: clause.seq, text: text, stage: stage())
    try project.append(.clause(change))
  }

  private mutating func stage() -> ProposalStage {
    stages.next(below: 4) == 0 ? .draft : .review
  }

  private mutating func publish() throws {
    let guideline = project.state().guideline
    let changes = guideline.pending.map {
      PublishedChange(part: $0, seq: guideline.position(of: $0) ?? -1, kind: .semantic)
    }
    guard !changes.isEmpty else { return }
    let version = guideline.version + 1
    try project.append(
      .publish(
        Publication(
          version: version, digest: .sha256(of: "v\(version)"), changes: changes,
          inDoubt: draw(2) == 0 ? rulings() : [], waived: pick([nil, "no time"]))))
  }

  /// Some of the rulings that stand, and positions where none does.
  private mutating func rulings() -> [Int] {
    let standing = project.state().seats.values.map(\.seq).sorted()
    return [1, 4] + standing.filter { _ in draw(2) == 0 }
  }

  private mutating func mark(_ unit: UnitID) throws {
    let state = project.state()
    let base = state.gold[unit]?.seq ?? -1
    if base >= 0, draw(3) == 0 {
      try project.append(.gold(GoldChange(unmarking: unit, base: base, reason: pick([nil, "no"]))))
      return
    }
    let standing = state.seats[SeatID(unit: unit, seat: .main)]
    var mark = GoldMark(outcome: .value(.label(LabelID(pick(labels)))))
    if let standing, standing.status == .ruled, standing.outcome != .ambiguous {
      mark = GoldMark(
        outcome: standing.outcome, ruling: standing.seq, guideline: state.guidelineVersion)
    }
    try project.append(.gold(GoldChange(marking: unit, base: base, as: mark)))
  }

  private mutating func calibrate(_ units: [UnitID]) throws {
    let state = project.state()
    let open = state.calibrations.keys.sorted().last
    if let open, case .draw(let draw)? = state.calibrations[open] {
      let figure = CalibrationFigure(label: nil, units: 1, value: Number("0.5"))
      try project.append(
        .calibrate(
          .result(
            CalibrationResult(
              draw: open, parts: draw.parts, batch: project.batchCount, people: 1, answers: 1,
              figures: [figure]))))
      return
    }
    let parts = state.guideline.pending.map {
      TriedPart(part: $0, seq: state.guideline.position(of: $0) ?? -1)
    }
    try project.append(
      .calibrate(
        .draw(
          CalibrationDraw(
            question: units[0].question, size: 2, seed: 9, floor: 1, hard: 0, parts: parts,
            items: units.prefix(2).map(\.item)))))
  }

  private mutating func migrate() throws {
    let rules = [
      [("car", "van"), ("van", "car")], [("car van", "car")], [("Lkw", "bus tram")],
      [("é", "")], [("bus", "bus2"), ("bus2", "bus")], [("tram", "ö"), ("Lkw é", "Lkw")],
    ]
    let mapping = LabelMapping(
      pick(rules).map { from, to in
        LabelRule(
          from: from.split(separator: " ").map { LabelID("\($0)") },
          to: to.split(separator: " ").map { LabelID("\($0)") })
      })
    let state = project.state()
    let ended = state.seats.filter { seat, standing in
      guard seat.seat == .main, standing.status == .ruled,
        let read = state.reading.read(standing.outcome, at: standing.seq), let value = read.value
      else { return false }
      return mapping.read(value) == nil
    }
    let text = pick(["plain", "tiers", "aliased"])
    try project.append(
      .migrate(
        LabelMigration(
          mapping: mapping,
          settings: ConfigurationChange(text: text, digest: .sha256(of: text)),
          batch: project.batchCount, inDoubt: ended.values.map(\.seq))))
  }

  /// A few units, those that are ruled among them: what was drawn once need not be right for ever.
  private mutating func drawAudit(_ units: [UnitID]) throws {
    let places = drawing.permutation(of: units.count)
    let drawn = places.prefix(1 + drawing.next(below: 6)).map { units[$0] }
    try project.append(
      .audit(
        AuditDraw(
          size: 1, seed: 3, ruled: 0, open: units.count, batch: project.batchCount,
          drawn: drawn.map {
            ReleasedValue(unit: $0, value: .label(LabelID("car")), source: .majority)
          })))
  }

  private mutating func flag(_ unit: UnitID) throws {
    try project.append(.flag(Remark(unit: unit, text: "look", isRaised: draw(3) > 0)))
  }

  private mutating func settle(_ unit: UnitID) throws {
    let seat: Seat = draw(5) == 0 ? .second : .main
    let id = SeatID(unit: unit, seat: seat)
    let state = project.state()
    if let standing = state.seats[id], standing.isDecision, !mayBeRuledAgain(id, standing),
      state.doubts[id] == nil || draw(3) == 0
    {
      let body = Withdrawal(seatID: id, base: standing.seq)
      try project.append(draw(2) == 0 ? .withdraw(body) : .reopen(body))
      return
    }
    let outcome: Outcome
    switch draw(6) {
    case 0: outcome = .escalated
    case 1: outcome = .ambiguous
    default: outcome = .value(.label(LabelID(pick(labels))))
    }
    let known = project.state().guideline.clauses.keys.sorted()
    try project.append(
      decision(unit, outcome, seat: seat, cites: known.isEmpty || draw(2) == 0 ? [] : [pick(known)])
    )
  }

  /// Whether ratings that came in later may have put a ruling in doubt, as far as the log tells.
  private mutating func mayBeRuledAgain(_ seat: SeatID, _ standing: SeatStanding) -> Bool {
    guard seat.seat == .main, standing.status == .ruled, again.next(below: 3) == 0 else {
      return false
    }
    return project.log.read(from: standing.seq, limit: .max).contains { event in
      if case .imported = event.body { true } else { false }
    }
  }

  private mutating func importSome() throws {
    let at = pick(Self.moments)
    var records: [BatchRecord] = []
    for _ in 0..<(3 + draw(8)) {
      let name = "i\(draw(12))"
      if draw(4) > 0 {
        let slices = draw(2) == 0 ? [Slice(key: "lang", value: pick(["en", "de"]))] : []
        records.append(item(name, pick(["", "One text", "Another\ttext"]), slices: slices))
      }
      for _ in 0..<draw(6) {
        records.append(
          rating(
            name, pick(annotators), pick(labels), question: pick(["label", "label", "tone"]),
            origin: pick([.person, .person, .person, .person, .model, .gold, .trial]),
            round: pick([nil, nil, nil, "2", "10"]), at: pick([at, nil]),
            note: draw(9) == 0 ? "a note" : nil,
            isFlagged: draw(15) == 0))
      }
      if draw(4) == 0 { records.append(number(name)) }
    }
    let stated =
      versions.next(below: 4) == 0
      ? versions.next(below: project.state().guidelineVersion + 1) : nil
    let policy = BatchPolicy(
      repeats: pick([.first, .last]), extent: draw(4) == 0 ? .everything : .additions,
      version: stated)
    try project.importToLog(Self.grouped(numbered(records)), policy: policy)
  }

  private mutating func number(_ name: String) -> BatchRecord {
    let value = Number(pick(["1", "1.0", "2.5", "7", "-3"])).map { Value.number($0) } ?? .abstained
    return .rating(
      Rating(
        unit: unit(name, "score"), annotator: AnnotatorID("a\(draw(4))"), value: value), ordinal: 0)
  }

  /// One record an item, as importers give them.
  private static func grouped(_ records: [BatchRecord]) -> [BatchRecord] {
    var seen: Set<ItemID> = []
    return records.filter { record in
      guard case .item(let item) = record else { return true }
      return seen.insert(item.id).inserted
    }
  }

  private func knownUnits() -> [UnitID] {
    var units: Set<UnitID> = []
    for number in 1..<(project.batchCount + 1) {
      for case .rating(let rating, _) in project.batches.records(number) {
        units.insert(rating.unit)
      }
    }
    return units.sorted()
  }
}
