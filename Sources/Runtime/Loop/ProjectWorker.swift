import Dispatch
package import Domain
import Interchange
import Ledger
import Store
import Synchronization
package import Workbench

/// Carries out the effects that touch a project, one after another, off the thread that paints.
package final class ProjectWorker: EffectWorker {
  private let project: Project
  private let mailbox: Mailbox
  private let queue = DispatchQueue(label: "tiebreak.project", qos: .userInitiated)
  private let drafts: Mutex<[UnitID: Draft]>
  private let lastSeen: Mutex<Int>

  package init(project: Project, mailbox: Mailbox, drafts: [UnitID: Draft]) {
    self.project = project
    self.mailbox = mailbox
    self.drafts = Mutex(drafts)
    lastSeen = Mutex(-1)
  }

  package func perform(_ effect: Effect) {
    queue.async { self.carryOut(effect) }
  }

  package func finish() {
    queue.sync {}
    project.rememberHead()
  }

  /// Somebody wrote to the log, perhaps we ourselves: looks, and says so only where it was others.
  package func look() {
    queue.async {
      guard let head = try? self.project.caughtUp().seq else { return }
      let known = self.lastSeen.withLock { seen in
        defer { seen = max(seen, head) }
        return seen
      }
      if known >= 0, head > known { self.mailbox.post(.othersAppended) }
    }
  }

  private func carryOut(_ effect: Effect) {
    do throws(ProjectFailure) {
      switch effect {
      case .record(let recording): try record(recording)
      case .claimLease, .releaseLease: try lease(effect)
      case .saveState, .saveDraft: try save(effect)
      case .importFile(let path): try importFile(path)
      case .copy, .edit, .setTheme, .repaint, .suspend, .quit: break
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
      case .loadSummary: mailbox.post(.summaryLoaded(try index.summary(now: project.now)))
      case .loadPage(let query, let count, let generation):
        let page = try index.page(query, offset: 0, count: count)
        mailbox.post(.pageLoaded(page, generation: generation))
      case .loadHandles(let query, let unit, let generation):
        let handles = try index.handles(query)
        let place = try unit.flatMap { (unit) throws(ReadFailure) in
          try index.row(unit, now: project.now).flatMap { handles.firstIndex(of: $0.handle) }
        }
        mailbox.post(.handlesLoaded(handles, cursor: place, generation: generation))
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
    guard let row = try project.index.next(query, skipping: skipped) else { return nil }
    return try opened(row.unit)
  }

  private func record(_ recording: Recording) throws(ProjectFailure) {
    let requests = recording.commands.map {
      RecordRequest(operation: project.surroundings.newOperation(), command: $0)
    }
    do throws(ProjectFailure) {
      // Tried again with the same ids: where the first attempt had reached the log after all, the
      // second finds it there.
      let outcomes: [RecordOutcome]
      do throws(ProjectFailure) {
        outcomes = try project.record(requests)
      } catch {
        guard case .ledger(.busy(_, _)) = error else { throw error }
        outcomes = try project.record(requests)
      }
      try answer(recording, outcomes)
    } catch {
      mailbox.post(.recordFailed(ticket: recording.ticket, sentence: Words.sentence(error)))
      return
    }
    project.rememberHead()
  }

  private func answer(
    _ recording: Recording, _ outcomes: [RecordOutcome]
  ) throws(ProjectFailure) {
    do throws(ReadFailure) {
      var refusals: [Refused] = []
      var units: [UnitID] = []
      for (command, outcome) in zip(recording.commands, outcomes) {
        guard let unit = command.unit else { continue }
        units.append(unit)
        guard case .refused(let refusal) = outcome else { continue }
        refusals.append(
          Refused(
            ticket: recording.ticket, unit: unit, refusal: refusal,
            sentence: Words.sentence(refusal), row: try row(unit)))
      }
      if recording.commands.count == 1, let refused = refusals.first {
        mailbox.post(.refused(refused))
        return
      }
      let head = (try? project.index.head().seq) ?? -1
      lastSeen.withLock { $0 = max($0, head) }
      var rows: [QueueRow] = []
      for unit in units {
        if let row = try row(unit) { rows.append(row) }
      }
      let next = try recording.next.flatMap { (query) throws(ReadFailure) in
        try self.next(query, recording.skipping)
      }
      mailbox.post(
        .recorded(
          Recorded(
            ticket: recording.ticket, head: head, rows: rows,
            summary: try project.index.summary(now: project.now), next: next,
            refusals: refusals)))
    } catch {
      throw .read(error)
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
        let claim = try project.leases.claim(unit, by: me.id, at: project.now, manner: manner)
        mailbox.post(.leaseAnswered(unit, claim))
      case .releaseLease(let unit):
        try project.leases.release(unit, by: me.id, at: project.now)
      default: break
      }
    } catch {
      throw ProjectFailure(error)
    }
  }

  private func save(_ effect: Effect) throws(ProjectFailure) {
    do {
      switch effect {
      case .saveState(let state): try project.personal.save(state)
      case .saveDraft(let unit, let draft):
        let all = drafts.withLock { drafts in
          drafts[unit] = draft.isEmpty ? nil : draft
          return drafts
        }
        try project.personal.save(all)
      default: break
      }
    } catch {
      throw .ledger(error)
    }
  }

  private func importFile(_ path: String) throws(ProjectFailure) {
    let mapping = ImportMapping(mapping: .init(), isEverything: false)
    let outcome = try project.importFile(ImportRequest(path: path, mapping: mapping))
    mailbox.post(.notice(ImportReports.lines(outcome).first ?? ""))
    try read(.loadSummary)
    mailbox.post(.othersAppended)
  }
}
