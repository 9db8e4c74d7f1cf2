package import Domain
import Ledger
import Store

/// What became of one command among several.
package enum RecordOutcome: Sendable {
  case recorded(Event)
  /// The operation was in the log already, from an earlier attempt.
  case alreadyThere(Event)
  case refused(Refusal)
}

/// A command with the id of the attempt.
package struct RecordRequest: Hashable, Sendable {
  package let operation: OperationID
  package let command: Command

  package init(operation: OperationID, command: Command) {
    self.operation = operation
    self.command = command
  }
}

extension Project {
  /// How often a decision is made anew because others were faster, before giving up.
  private static let patience = 50

  /// Decides on a command, appends its event, and moves the tables. When it returns the event is on
  /// disk.
  @discardableResult
  package func record(
    _ command: Command, operation: OperationID? = nil
  ) throws(ProjectFailure) -> Event {
    let request = RecordRequest(
      operation: operation ?? surroundings.newOperation(), command: command)
    switch try record([request])[0] {
    case .recorded(let event), .alreadyThere(let event): return event
    case .refused(let refusal): throw .refusal(refusal)
    }
  }

  /// Tries each command; those that are accepted are appended together, with one sync.
  ///
  /// - Returns: one outcome a request, in their order.
  package func record(_ requests: [RecordRequest]) throws(ProjectFailure) -> [RecordOutcome] {
    for _ in 0..<Self.patience {
      let head = try caughtUp()
      let plan = try plan(requests)
      guard !plan.drafts.isEmpty else { return plan.outcomes([]) }
      switch try append(plan.drafts, expecting: head) {
      case .conflict: continue
      case .appended(let events):
        settle(events)
        return plan.outcomes(events)
      case .alreadyThere(let events):
        _ = try caughtUp()
        return plan.outcomes(events)
      }
    }
    throw .contended
  }

  /// Brings the tables up to the log's end, and says where that is. Rights and settings that others
  /// changed meanwhile are known from then on: rulings are held against them.
  func caughtUp() throws(ProjectFailure) -> Head {
    let head: Head
    do throws(IndexFailure) {
      head = try index.catchUp()
    } catch {
      throw ProjectFailure(error)
    }
    if !isCurrent(at: head.seq) { try reloadPeopleAndSettings() }
    return head
  }

  func append(
    _ drafts: [EventDraft], expecting head: Head
  ) throws(ProjectFailure) -> AppendResult {
    do throws(LedgerError) {
      let result = try log.append(drafts, expecting: head)
      if case .appended = result { noteRecorded() }
      return result
    } catch {
      throw .ledger(error)
    }
  }

  /// Moves the tables after an append, and what is held in memory where it changed.
  ///
  /// The events are on disk whatever becomes of the tables, so nothing that fails here may look like
  /// a failure to record: tables that stayed behind catch up before the next decision, and trouble
  /// that lasts is told then.
  private func settle(_ events: [Event]) {
    guard let first = events.first, let last = events.last else { return }
    let inForce: Set<EventType> = [.role, .config, .migrate, .clause, .guideline, .publish]
    let changesInForce = events.contains { inForce.contains($0.body.type) }
    guard (try? index.apply(events)) != nil else { return }
    defer { sealIfDue(after: events) }
    if changesInForce {
      try? reloadPeopleAndSettings()
      // What is missing is written when the project is next opened, or asked for.
      try? writeMissingVersions()
    } else {
      remainsCurrent(from: first.seq - 1, to: last.seq)
    }
  }

  private func plan(_ requests: [RecordRequest]) throws(ProjectFailure) -> RecordPlan {
    var plan = RecordPlan()
    for request in requests {
      do throws(ReadFailure) {
        if let seq = try index.position(of: request.operation) {
          try plan.entries.append(standing(at: seq, for: request.command))
          continue
        }
        let context = DecisionContext(
          members: members, configuration: configuration,
          unit: try request.command.unit.flatMap { (unit) throws(ReadFailure) in
            try index.facts(unit)
          }, guideline: guideline, evidence: try evidence(for: request.command))
        plan.add(request, decided(request.command, context), stamp: stamp())
      } catch {
        throw .read(error)
      }
    }
    return plan
  }

  func evidence(for command: Command) throws(ReadFailure) -> Evidence {
    let (positions, units) = (command.positions, command.namedUnits)
    let calibrations = command.calibrationPositions
    var evidence = Evidence()
    if !positions.isEmpty || !units.isEmpty || !calibrations.isEmpty {
      evidence = try index.evidence(
        positions: positions, units: units, calibrations: calibrations)
    }
    if case .migrate(let proposal) = command {
      evidence.migration = try index.migrationFacts(proposal.mapping)
    }
    if case .drawAudit = command { evidence.audit = try index.auditFacts(units) }
    return evidence
  }

  /// The event that carries the id of an attempt: the answer, where it says what is asked for now.
  private func standing(
    at seq: Int, for command: Command
  ) throws(ReadFailure) -> RecordPlan.Entry {
    let event: Event?
    do throws(LedgerError) {
      event = try log.read(from: seq, limit: 1).first
    } catch {
      throw .failed(Words.sentence(error))
    }
    guard let event else { throw .stale("the log ends before position \(seq)") }
    return event.body.carriesOut(command) ? .standing(event) : .refused(.operationUsed(seq: seq))
  }

  func decided(
    _ command: Command, _ context: DecisionContext
  ) -> Result<[EventBody], Refusal> {
    // Not `actor`: the name of a user who is no member may be the id of a member who is another user.
    guard let me else { return .failure(.notAMember) }
    do throws(Refusal) {
      return .success(try Adjudication.decide(command, by: me.id, in: context))
    } catch {
      return .failure(error)
    }
  }
}

/// What several commands come to: drafts for the log, and which of them answers which request.
private struct RecordPlan {
  enum Entry {
    case draft(Int)
    case standing(Event)
    case refused(Refusal)
  }

  var entries: [Entry] = []
  private(set) var drafts: [EventDraft] = []

  mutating func add(
    _ request: RecordRequest, _ decided: Result<[EventBody], Refusal>, stamp: EventStamp
  ) {
    switch decided {
    case .success(let bodies):
      precondition(bodies.count == 1, "a command is one event")
      entries.append(.draft(drafts.count))
      drafts.append(draft(bodies[0], request.operation, stamp))
    case .failure(let refusal):
      entries.append(.refused(refusal))
      // Attempts that rights forbade can be read later.
      guard refusal.isAboutRights else { return }
      let record = RefusalRecord(
        attempt: request.command.name, unit: request.command.unit, code: refusal.code)
      drafts.append(draft(.refused(record), stamp.operation, stamp))
    }
  }

  /// One outcome a request; `events` are those of the drafts, in their order.
  func outcomes(_ events: [Event]) -> [RecordOutcome] {
    entries.map { entry in
      switch entry {
      case .draft(let place): .recorded(events[place])
      case .standing(let event): .alreadyThere(event)
      case .refused(let refusal): .refused(refusal)
      }
    }
  }

  private func draft(
    _ body: EventBody, _ operation: OperationID, _ stamp: EventStamp
  ) -> EventDraft {
    EventDraft(
      operation: operation, at: stamp.at, actor: stamp.actor, isSandbox: stamp.isSandbox,
      body: body)
  }
}

extension EventBody {
  /// Whether the event is what came of a command, as far as that can be told from both.
  fileprivate func carriesOut(_ command: Command) -> Bool {
    switch (self, command) {
    case (.decision(let made), .rule(let asked)):
      made.seatID == asked.seatID && made.outcome == asked.outcome
    case (.withdraw(let made), .withdraw(let seat)): made.seatID == seat
    case (.reopen(let made), .reopen(let seat, _)): made.seatID == seat
    case (.role(let made), .member(let asked)): made == asked
    case (.config(let made), .apply(let asked)): made == asked
    case (.flag(let made), .flag(let asked)): made == asked
    case (.comment(let made), .comment(let asked)): made == asked
    case (.clause(let made), .clause(let asked)):
      made.text == asked.text && (asked.id ?? made.id) == made.id
    case (.guideline(let made), .section(let asked)):
      made.id == asked.id && made.text == asked.text
    case (.publish(let made), .publish(let asked)): made == asked
    case (.gold(let made), .gold(let asked)): made.carriesOut(asked)
    case (.migrate(let made), .migrate(let asked)):
      made.mapping == asked.mapping && made.settings == asked.settings
    case (.audit(let made), .drawAudit(let asked)):
      made.drawn == asked.draw.drawn && made.seed == asked.draw.seed
    case (.calibrate(.draw(let made)), .drawCalibration(let asked)):
      made.items == asked.items && made.parts == asked.parts && made.seed == asked.seed
    case (.calibrate(.result(let made)), .recordCalibration(let asked)):
      made.draw == asked.draw && made.figures == asked.figures
    default: false
    }
  }
}

extension GoldChange {
  fileprivate func carriesOut(_ asked: GoldProposal) -> Bool {
    guard unit == asked.unit else { return false }
    return switch asked.wish {
    case .outcome(let outcome): mark?.outcome == outcome && mark?.ruling == nil
    case .ruling: mark?.ruling != nil
    case .none: mark == nil
    }
  }
}
