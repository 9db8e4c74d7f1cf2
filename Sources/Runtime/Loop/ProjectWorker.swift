import Dispatch
package import Domain
import Ledger
import Store
import Synchronization
import TeamStore
package import Workbench

/// Carries out the effects that touch a project, one after another, off the thread that paints.
package final class ProjectWorker: EffectWorker {
  private let project: Project
  private let mailbox: Mailbox
  private let queue: DispatchQueue
  private let imports: ImportDesk
  private let leases: LeaseKeeper
  private let place: PlaceKeeper
  private let reports: ReportDesk
  private let learner: QueueLearner
  private let drafts: Mutex<[UnitID: Draft]>
  private let told: Mutex<Told>

  /// What the workbench knows by now.
  private struct Told {
    var head: Int
    var configuration: ProjectConfiguration
    var members: [Member]
    var differs: Bool
    var summary = ProjectSummary()
  }

  package init(project: Project, mailbox: Mailbox, drafts: [UnitID: Draft]) {
    let queue = DispatchQueue(label: "tiebreak.project", qos: .userInitiated)
    self.project = project
    self.mailbox = mailbox
    self.queue = queue
    self.drafts = Mutex(drafts)
    leases = LeaseKeeper(
      leases: project.leases, queue: queue, now: { project.now },
      lost: { mailbox.post(.leaseAnswered($0, $1)) })
    place = PlaceKeeper(
      personal: project.personal,
      failed: { mailbox.post(.storeFailed(Words.sentence(ProjectFailure.ledger($0)))) })
    imports = ImportDesk(project: project, mailbox: mailbox)
    reports = ReportDesk(project: project, mailbox: mailbox)
    learner = QueueLearner(index: project.index, queue: queue) { mailbox.post(.learned) }
    learner.begin(ratings: (try? project.index.summary(now: project.now).ratings) ?? 0)
    told = Mutex(
      Told(
        head: (try? project.index.head().seq) ?? -1, configuration: project.configuration,
        members: project.members, differs: project.settingsDiffer()))
  }

  package func perform(_ effect: Effect) {
    switch effect {
    case .importFile(let path): imports.ask(path)
    case .cancelWork: imports.stop()
    case .saveState(let state): place.keep(state)
    case .saveForms(let forms): place.keep(forms)
    case .report(let request, let generation): reports.ask(request, generation: generation)
    case .write(let request, let path): reports.write(request, to: path)
    case .stopReport(let kind): reports.stop(kind)
    case .writeLog(let limit, let path): reports.writeLog(limit, to: path)
    case .writeText(let text, let path): reports.writeText(text, to: path)
    default: queue.async { self.carryOut(effect) }
    }
  }

  package func finish() {
    imports.finish()
    queue.sync {}
    learner.finish()
    reports.finish()
    place.finish()
    leases.releaseAll()
    project.leave()
  }

  /// Somebody wrote to the log, perhaps we ourselves: looks, and says so only where it was others.
  package func look() {
    queue.async {
      do throws(ProjectFailure) {
        guard self.isNew(try self.project.caughtUp().seq) else { return }
        self.learner.follow()
        self.mailbox.post(.othersAppended)
      } catch {
        // A log that was cut or exchanged under our hands is not to wait for the next ruling.
        guard case .ledger(.broken(_)) = error else { return }
        self.mailbox.post(.storeFailed(Words.sentence(error)))
      }
    }
  }

  /// Somebody claimed or gave back an item, perhaps we ourselves: looks whether it is one of ours.
  package func lookAtLeases() {
    queue.async { self.leases.look() }
  }

  /// Whether the log is longer than the workbench knows; it knows from then on.
  private func isNew(_ head: Int) -> Bool {
    told.withLock { told in
      defer { told.head = max(told.head, head) }
      return head > told.head
    }
  }

  /// Tells what took effect since, and whether `tiebreak.toml` says something else by now.
  private func tellSettings() {
    project.followSettings()
    let configuration = project.configuration
    let members = project.members
    let differs = project.settingsDiffer()
    let isNew = told.withLock { told in
      let isKnown =
        told.configuration == configuration && told.members == members && told.differs == differs
      told.configuration = configuration
      told.members = members
      told.differs = differs
      return !isKnown
    }
    guard isNew else { return }
    mailbox.post(.configurationChanged(configuration, members: members, differs: differs))
  }

  private func summary() throws(ReadFailure) -> ProjectSummary {
    let summary = try project.index.summary(now: project.now)
    told.withLock { $0.summary = summary }
    return summary
  }

  private func carryOut(_ effect: Effect) {
    do throws(ProjectFailure) {
      switch effect {
      case .record(let recording): record(recording)
      case .claimLease, .releaseLease: try lease(effect)
      case .completePath(let text): mailbox.post(.pathsFound(PathListing(completing: text)))
      case .saveDraft(let unit, let draft): try save(draft, of: unit)
      case .saveState, .saveForms, .importFile, .cancelWork, .writeLog, .writeText, .verifyLog,
        .report,
        .stopReport, .copy, .edit, .pipe, .setTheme, .repaint, .suspend, .quit:
        break
      default: try read(effect)
      }
    } catch {
      mailbox.post(.storeFailed(Words.sentence(error)))
    }
  }

  private func read(_ effect: Effect) throws(ProjectFailure) {
    let index = project.index
    do throws(ReadFailure) {
      switch effect {
      case .loadSummary:
        mailbox.post(.summaryLoaded(try summary()))
        tellSettings()
      case .loadPage(let query, let count, let generation):
        let page = try index.page(query, offset: 0, count: count)
        mailbox.post(.pageLoaded(page, generation: generation))
      case .loadList(let query, let unit, let generation):
        let list = try index.list(query)
        let place = try unit.flatMap { (unit) throws(ReadFailure) in
          try index.row(unit, now: project.now).flatMap { list.handles.firstIndex(of: $0.handle) }
        }
        mailbox.post(.listLoaded(list, cursor: place, generation: generation))
      case .loadUnits(let handles, let generation):
        mailbox.post(.unitsLoaded(try index.units(handles), generation: generation))
      case .loadRows(let handles, let generation):
        let rows = try index.rows(handles, now: project.now)
        mailbox.post(.rowsLoaded(rows, generation: generation))
      case .loadTagged(let query, let count):
        mailbox.post(.taggedLoaded(try index.page(query, offset: 0, count: count).rows))
      case .search(let queries, let generation):
        var found: Set<UnitHandle> = []
        for query in queries { found.formUnion(try index.handles(query)) }
        mailbox.post(
          .found(found.sorted { $0.raw < $1.raw }, generation: generation))
      case .openItem(let unit, let purpose):
        if let opened = try opened(unit) {
          mailbox.post(.itemOpened(opened, purpose: purpose))
        } else {
          mailbox.post(.itemMissing(unit.item))
        }
      case .findOwnRuling(let member):
        mailbox.post(.ownRulingFound(try index.lastRuling(by: member)))
      case .findNext(let query, let skipped):
        mailbox.post(.nextFound(try next(query, skipped)))
      default: break
      }
    } catch {
      throw .read(error)
    }
  }

  private func opened(_ unit: UnitID) throws(ReadFailure) -> OpenedItem? {
    let head = (try? project.index.head().seq) ?? -1
    guard let dossier = try project.index.dossier(unit.item, now: project.now) else { return nil }
    return OpenedItem(dossier: dossier, question: unit.question, head: head)
  }

  private func next(
    _ query: QueueQuery, _ skipped: Set<UnitID>
  ) throws(ReadFailure) -> OpenedItem? {
    var query = query
    query.now = project.now
    if let row = try project.index.next(query, skipping: skipped) { return try opened(row.unit) }
    guard query.group != nil else { return nil }
    // The group is done: on with the whole list.
    query.group = nil
    return try next(query, skipped)
  }

  private func record(_ recording: Recording) {
    let requests = recording.commands.map {
      RecordRequest(operation: project.surroundings.newOperation(), command: $0)
    }
    do throws(ProjectFailure) {
      answer(recording, try outcomes(of: requests))
    } catch {
      mailbox.post(.recordFailed(ticket: recording.ticket, sentence: Words.sentence(error)))
      return
    }
    project.rememberHead()
  }

  /// Tried again with the same ids: where the first attempt had reached the log after all, the second
  /// finds it there.
  private func outcomes(of requests: [RecordRequest]) throws(ProjectFailure) -> [RecordOutcome] {
    do throws(ProjectFailure) {
      return try project.record(requests)
    } catch {
      switch error {
      case .ledger(.busy(_, _)): break
      // It may have been recorded all the same: then the log has it under these ids.
      case .ledger(.server(let failure)) where failure.isPassing: break
      default: throw error
      }
      return try project.record(requests)
    }
  }

  /// Says what became of a recording. What the log took is said to be saved, even where the tables
  /// cannot be read to show what comes of it.
  private func answer(_ recording: Recording, _ outcomes: [RecordOutcome]) {
    let head = outcomes.reduce((try? project.index.head().seq) ?? -1) { head, outcome in
      if case .recorded(let event) = outcome { max(head, event.seq) } else { head }
    }
    _ = isNew(head)
    // Before anything is read, refused or not: others may have written, too.
    let effect = learner.follow()
    let refusals = refusals(of: recording, outcomes)
    if recording.commands.count == 1, let refused = refusals.first {
      mailbox.post(.refused(refused))
      return
    }
    let proposal = outcomes.first.flatMap { Self.proposal($0) }
    do throws(ReadFailure) {
      var rows: [QueueRow] = []
      for unit in recording.commands.compactMap(\.unit) {
        if let row = try row(unit) { rows.append(row) }
      }
      let next = try recording.next.flatMap { (query) throws(ReadFailure) in
        try self.next(query, recording.skipping)
      }
      mailbox.post(
        .recorded(
          Recorded(
            ticket: recording.ticket, head: head, rows: rows, summary: try summary(), next: next,
            refusals: refusals, proposal: proposal, effect: effect)))
    } catch {
      mailbox.post(
        .recorded(
          Recorded(
            ticket: recording.ticket, head: head, rows: [],
            summary: told.withLock { $0.summary }, refusals: refusals, proposal: proposal)))
      mailbox.post(.storeFailed(Words.sentence(error)))
    }
  }

  /// The part of the guideline that an event proposed.
  private static func proposal(_ outcome: RecordOutcome) -> RecordedProposal? {
    switch outcome {
    case .refused: return nil
    case .recorded(let event), .alreadyThere(let event):
      switch event.body {
      case .clause(let change): return RecordedProposal(part: .clause(change.id), seq: event.seq)
      case .guideline(let change):
        return RecordedProposal(part: .section(change.id), seq: event.seq)
      default: return nil
      }
    }
  }

  private func refusals(of recording: Recording, _ outcomes: [RecordOutcome]) -> [Refused] {
    zip(recording.commands, outcomes).compactMap { command, outcome in
      guard case .refused(let refusal) = outcome else { return nil }
      return Refused(
        ticket: recording.ticket, unit: command.unit, refusal: refusal,
        sentence: Words.sentence(refusal), row: command.unit.flatMap { (try? row($0)) ?? nil })
    }
  }

  private func row(_ unit: UnitID) throws(ReadFailure) -> QueueRow? {
    try project.index.row(unit, now: project.now)
  }

  private func lease(_ effect: Effect) throws(ProjectFailure) {
    guard let me = project.me else { return }
    do throws(IndexFailure) {
      switch effect {
      case .claimLease(let unit, let manner):
        let claim = try leases.claim(unit, by: me.id, manner: manner)
        mailbox.post(.leaseAnswered(unit, claim))
      case .releaseLease(let unit):
        try leases.release(unit, by: me.id)
      default: break
      }
    } catch {
      throw ProjectFailure(error)
    }
  }

  private func save(_ draft: Draft, of unit: UnitID) throws(ProjectFailure) {
    let all = drafts.withLock { drafts in
      drafts[unit] = draft.isEmpty ? nil : draft
      return drafts
    }
    do throws(LedgerError) {
      try project.personal.save(all)
    } catch {
      throw .ledger(error)
    }
  }
}
