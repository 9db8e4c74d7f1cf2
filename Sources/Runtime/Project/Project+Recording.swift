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
      guard !plan.drafts.isEmpty else { return try plan.outcomes([], in: self) }
      switch try append(plan.drafts, expecting: head) {
      case .conflict: continue
      case .appended(let events):
        try settle(events)
        return try plan.outcomes(events, in: self)
      case .alreadyThere(let events):
        _ = try caughtUp()
        return try plan.outcomes(events, in: self)
      }
    }
    throw .contended
  }

  /// Brings the tables up to the log's end, and says where that is.
  func caughtUp() throws(ProjectFailure) -> Head {
    do throws(IndexFailure) {
      return try index.catchUp()
    } catch {
      throw ProjectFailure(error)
    }
  }

  func append(
    _ drafts: [EventDraft], expecting head: Head
  ) throws(ProjectFailure) -> AppendResult {
    do throws(LedgerError) {
      return try log.append(drafts, expecting: head)
    } catch {
      throw .ledger(error)
    }
  }

  /// Moves the tables after an append, and what is held in memory where it changed.
  func settle(_ events: [Event]) throws(ProjectFailure) {
    do throws(IndexFailure) {
      try index.apply(events)
    } catch {
      throw ProjectFailure(error)
    }
    let changesPeople = events.contains { [.role, .config].contains($0.body.type) }
    if changesPeople { try reloadPeopleAndSettings() }
  }

  private func plan(_ requests: [RecordRequest]) throws(ProjectFailure) -> RecordPlan {
    var plan = RecordPlan()
    for request in requests {
      do throws(ReadFailure) {
        if let seq = try index.position(of: request.operation) {
          plan.entries.append(.standing(seq))
          continue
        }
        let context = DecisionContext(
          members: members, configuration: configuration,
          unit: try request.command.unit.flatMap { (unit) throws(ReadFailure) in
            try index.facts(unit)
          })
        plan.add(request, decided(request.command, context), stamp: stamp())
      } catch {
        throw .read(error)
      }
    }
    return plan
  }

  private func decided(
    _ command: Command, _ context: DecisionContext
  ) -> Result<[EventBody], Refusal> {
    do throws(Refusal) {
      return .success(try Adjudication.decide(command, by: actor, in: context))
    } catch {
      return .failure(error)
    }
  }
}

/// What several commands come to: drafts for the log, and which of them answers which request.
private struct RecordPlan {
  enum Entry {
    case draft(Int)
    case standing(Int)
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

  func outcomes(
    _ events: [Event], in project: Project
  ) throws(ProjectFailure) -> [RecordOutcome] {
    var outcomes: [RecordOutcome] = []
    for entry in entries {
      switch entry {
      case .draft(let place): outcomes.append(.recorded(events[place]))
      case .refused(let refusal): outcomes.append(.refused(refusal))
      case .standing(let seq):
        guard let event = try project.events(from: seq, count: 1).first else { continue }
        outcomes.append(.alreadyThere(event))
      }
    }
    return outcomes
  }

  private func draft(
    _ body: EventBody, _ operation: OperationID, _ stamp: EventStamp
  ) -> EventDraft {
    EventDraft(
      operation: operation, at: stamp.at, actor: stamp.actor, isSandbox: stamp.isSandbox,
      body: body)
  }
}
