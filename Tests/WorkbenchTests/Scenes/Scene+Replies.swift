import Domain
import Workbench

extension Scene {
  /// What a runtime would answer to an effect. Rulings change the rows, so that histories are played
  /// as they would be.
  mutating func replies(to effect: Effect) -> [Message] {
    switch effect {
    case .loadSummary: return [.summaryLoaded(summary)]
    case .loadPage(let query, let count, let generation):
      let found = grouped(list(query), by: query.grouping)
      return [
        .pageLoaded(
          QueuePage(
            rows: Array(found.rows.prefix(count)), total: found.rows.count, overdue: 0,
            groups: found.groups), generation: generation)
      ]
    case .loadList(let query, let unit, let generation):
      let found = grouped(list(query), by: query.grouping)
      return [
        .listLoaded(
          QueueList(handles: found.rows.map(\.handle), groups: found.groups),
          cursor: found.rows.firstIndex { $0.unit == unit }, generation: generation)
      ]
    case .loadUnits(let handles, let generation):
      return [
        .unitsLoaded(
          rows.filter { handles.contains($0.handle) }.map(\.unit), generation: generation)
      ]
    case .loadRows(let handles, let generation):
      return [.rowsLoaded(rows.filter { handles.contains($0.handle) }, generation: generation)]
    case .loadTagged(let query, _):
      return [.taggedLoaded(list(query).filter { query.tagged.contains($0.unit) })]
    case .search(_, let generation):
      return [.found(rows.prefix(3).map(\.handle), generation: generation)]
    case .openItem(let unit, let purpose):
      guard let dossier = dossiers[unit.item] else { return [.itemMissing(unit.item)] }
      return [.itemOpened(opened(dossier, unit.question), purpose: purpose)]
    case .findNext(let query, let skipped): return [.nextFound(next(query, skipped))]
    case .claimLease(let unit, _):
      let lease = Lease(unit: unit, holder: me.id, until: moment(minutes: 60), fence: 0)
      return [.leaseAnswered(unit, .granted(lease, tookOver: nil))]
    case .report(.log(let request), let generation):
      return [.reported(.log(replies(to: request)), generation: generation)]
    case .report(.release, let generation):
      return [.reported(.release(releaseFigures), generation: generation)]
    case .report(.guideline, let generation):
      return [.reported(.guideline(guideline), generation: generation)]
    case .report(.rules, let generation):
      return [.reported(.rules(guideline.guideline), generation: generation)]
    case .report(.evidence(let text, let id), let generation):
      return [.reported(.evidence(evidence(of: text, id)), generation: generation)]
    case .report(.seeds(let source), let generation):
      return [.reported(.seeds(seeds(from: source)), generation: generation)]
    case .report(.publication(let wish), let generation):
      return [.reported(.publication(publishPage(wish)), generation: generation)]
    case .report(.contradictions, let generation):
      return [.reported(.contradictions(contradicting), generation: generation)]
    case .record(let recording): return [decideOnGuideline(recording) ?? record(recording)]
    default: return []
    }
  }

  private func list(_ query: QueueQuery) -> [QueueRow] {
    rows.filter { $0.status == .open || $0.status == .escalated }
  }

  private func next(_ query: QueueQuery, _ skipped: Set<UnitID>) -> OpenedItem? {
    guard let row = list(query).first(where: { !skipped.contains($0.unit) }),
      let dossier = dossiers[row.unit.item]
    else { return nil }
    return opened(dossier, row.unit.question)
  }

  private mutating func record(_ recording: Recording) -> Message {
    var touched: [QueueRow] = []
    var refusals: [Refused] = []
    for command in recording.commands {
      guard let unit = command.unit, let index = rows.firstIndex(where: { $0.unit == unit }),
        let facts = dossiers[unit.item]?.unit(unit.question)?.facts
      else { continue }
      let context = DecisionContext(
        members: [me], configuration: configuration, unit: facts)
      do {
        for body in try Adjudication.decide(command, by: me.id, in: context) {
          summary.head += 1
          apply(body, to: index)
        }
        touched.append(rows[index])
      } catch {
        let refused = Refused(
          ticket: recording.ticket, unit: unit, refusal: error, sentence: error.code)
        if recording.commands.count == 1 { return .refused(refused) }
        refusals.append(refused)
      }
    }
    summary.statuses[.open] = rows.count { $0.status == .open }
    return .recorded(
      Recorded(
        ticket: recording.ticket, head: summary.head, rows: touched, summary: summary,
        next: recording.next.flatMap { next($0, recording.skipping) }, refusals: refusals,
        effect: effect))
  }

  private mutating func apply(_ body: EventBody, to index: Int) {
    var row = rows[index]
    switch body {
    case .decision(let decision):
      let isEscalated = decision.outcome == .escalated
      row.status = isEscalated ? .escalated : .ruled
      row.standing = SeatStanding(
        status: isEscalated ? .escalated : .ruled, seq: summary.head, by: me.id,
        outcome: decision.outcome)
    case .withdraw:
      row.status = .open
      row.standing = row.standing.map {
        SeatStanding(status: .withdrawn, seq: summary.head, by: me.id, outcome: $0.outcome)
      }
    case .flag(let remark): row.isFlagged = remark.isRaised
    default: break
    }
    rows[index] = row
    guard let dossier = dossiers[row.unit.item] else { return }
    let units = dossier.units.map { unit -> UnitDossier in
      guard unit.facts.id == row.unit else { return unit }
      let facts = UnitFacts(
        id: unit.facts.id, newestBatch: unit.facts.newestBatch, raters: unit.facts.raters,
        kind: unit.facts.kind, labelsInUse: unit.facts.labelsInUse, route: unit.facts.route,
        seats: row.standing.map { [.main: $0] } ?? [:])
      return UnitDossier(
        facts: facts, row: row, rank: unit.rank, ratings: unit.ratings, history: unit.history,
        precedents: unit.precedents)
    }
    dossiers[row.unit.item] = Dossier(item: dossier.item, units: units)
  }

  /// Tells a model what happened, and then all that follows from it.
  mutating func tell(_ model: inout Model, _ message: Message) {
    var waiting = [message]
    while !waiting.isEmpty {
      let effects = update(&model, waiting.removeFirst())
      for effect in effects { waiting += replies(to: effect) }
    }
  }
}
