package import Domain

/// Something that is to be done outside: data, carried out by the runtime.
package enum Effect: Hashable, Sendable {
  /// Answered by `summaryLoaded`.
  case loadSummary
  /// The first `count` rows; answered by `pageLoaded`.
  case loadPage(QueueQuery, count: Int, generation: Int)
  /// The whole list, and where `finding` stands in it; answered by `listLoaded`.
  case loadList(QueueQuery, finding: UnitID?, generation: Int)
  /// The names of units; answered by `unitsLoaded`.
  case loadUnits([UnitHandle], generation: Int)
  /// Answered by `rowsLoaded`.
  case loadRows([UnitHandle], generation: Int)
  /// The rows of what is tagged and open; answered by `taggedLoaded`.
  case loadTagged(QueueQuery, count: Int)
  /// What any of these queries finds; answered by `found`.
  case search([QueueQuery], generation: Int)
  /// Answered by `itemOpened` or `itemMissing`. An answer to an older request of the same purpose need
  /// not be sent.
  case openItem(UnitID, purpose: OpenPurpose)
  /// Answered by `reported`, or not at all where a newer one of its kind was asked for.
  case report(ReportRequest, generation: Int)
  /// Writes a report into files, and replaces none; answered by `notice` or `storeFailed`.
  case write(ReportRequest, to: String)
  /// Nothing of this kind is wanted any more.
  case stopReport(ReportRequest.Kind)
  /// Checks the whole log; answered by `verified`, again and again, and at last by `logChecked`.
  case verifyLog
  /// Writes the lines that meet a limit to a new file; answered by `notice`, `fileExists` or
  /// `storeFailed`.
  case writeLog(EventLimit, to: String)
  /// Writes a text to a new file; answered by `notice`, `fileExists` or `storeFailed`.
  case writeText(String, to: String)
  /// Answered by `nextFound`.
  case findNext(QueueQuery, skipping: Set<UnitID>)
  /// Answered by `ownRulingFound`.
  case findOwnRuling(MemberID)
  /// Answered by `leaseAnswered`; renewed by the runtime while the item is open.
  case claimLease(UnitID, Lease.Manner)
  case releaseLease(UnitID)
  /// Answered by `recorded`, `refused` or `recordFailed`. Recordings are written in the order in which
  /// they were asked for.
  case record(Recording)
  /// What lies in the folder that a path begins with; answered by `pathsFound`.
  case completePath(String)
  case saveState(SessionState)
  /// An empty draft is forgotten.
  case saveDraft(UnitID, Draft)
  /// Keeps what is written about the guideline: all of it.
  case saveForms([FormDraft])
  /// Puts a text where the terminal's user can paste it from; answered by `notice`.
  case copy(String)
  /// Runs a command of the person's on an item; answered by `notice`.
  case pipe(ItemID, command: String)
  /// Opens `$EDITOR`; answered by `editorClosed`.
  case edit(String, EditPurpose)
  /// Answered by `progress` while it lasts, then by `notice` or `storeFailed`.
  case importFile(String)
  /// Stops imports that are under way or waiting; each says what became of it.
  case cancelWork
  case setTheme(String)
  /// Draws everything anew, whatever the terminal shows.
  case repaint
  case suspend
  case quit
}

/// What a text is edited for.
package enum EditPurpose: Hashable, Sendable {
  case rationale(UnitID)
  case form(FormTarget)
  /// `tiebreak.toml`.
  case configuration
}

/// Something that is to be written to the log. The runtime adds operation ids, the time and the actor.
package struct Recording: Hashable, Sendable {
  /// The workbench's number for the attempt; it comes back with the answer.
  package let ticket: Int
  /// One event each. More than one only for what was tagged, or is like what was ruled: then each is
  /// tried, whatever becomes of the others.
  package let commands: [Command]
  /// The list whose first unit is to come next; nil where the screen stays.
  package let next: QueueQuery?
  /// Units that are not to come next.
  package let skipping: Set<UnitID>

  package init(
    ticket: Int, commands: [Command], next: QueueQuery? = nil, skipping: Set<UnitID> = []
  ) {
    self.ticket = ticket
    self.commands = commands
    self.next = next
    self.skipping = skipping
  }
}
