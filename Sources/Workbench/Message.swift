package import Domain
package import Screen

/// Something that happened, told to `update`.
package enum Message: Hashable, Sendable {
  /// A key was pressed at this moment; verdicts are timed by it.
  case keyPressed(Key, Instant)
  /// Text was pasted: it goes into what is being typed, and is never read as commands.
  case pasted(Untrusted)
  case mouse(MouseEvent, Instant)
  case resized(Size)
  /// The model as it is now was shown. Sent after each paint, and no reason to paint again: only from
  /// then on are verdicts taken, so that nobody rules on what they have not seen.
  case painted(Instant)
  /// Time went by: sent once a minute at most.
  case clockTicked(Instant)

  case summaryLoaded(ProjectSummary)
  /// The first rows of the list that `generation` asked for.
  case pageLoaded(QueuePage, generation: Int)
  /// The whole list; `cursor` is the place of the unit that was looked for, where it is in it.
  case listLoaded(QueueList, cursor: Int?, generation: Int)
  /// The names of what is to be tagged.
  case unitsLoaded([UnitID], generation: Int)
  case rowsLoaded([QueueRow], generation: Int)
  /// The rows of what is tagged, as they stand now.
  case taggedLoaded([QueueRow])
  case reported(Report, generation: Int)
  /// What a search found, in any order.
  case found([UnitHandle], generation: Int)
  case itemOpened(OpenedItem, purpose: OpenPurpose)
  /// There is no such item.
  case itemMissing(ItemID)
  /// The unit that comes next by the project's policy; nil where nothing is left.
  case nextFound(OpenedItem?)
  /// The last own ruling that stands; nil where none does.
  case ownRulingFound(OwnRuling?)
  case leaseAnswered(UnitID, Lease.Claim)

  /// The log holds it and the disk has it.
  case recorded(Recorded)
  /// A rule stands against it: nothing was written.
  case refused(Refused)
  /// A write failed; whether it happened is not known, and the runtime has tried again.
  case recordFailed(ticket: Int, sentence: String)
  /// Something could not be read.
  case storeFailed(String)
  case verified(Verification)
  /// A check of the whole log came to its end; nil where it could not be made.
  case logChecked(LogFinding?)
  /// Nothing was written: there is a file at that path.
  case fileExists(String)
  /// Others wrote to the log.
  case othersAppended
  /// Models of annotators were fitted: from now on they order the queue by gain.
  case learned
  /// Settings took effect, or `tiebreak.toml` was changed on disk.
  case configurationChanged(ProjectConfiguration, members: [Member], differs: Bool)
  case editorClosed(String?, EditPurpose)
  case pathsFound(PathListing)
  /// A long piece of work goes on; nil where it has ended.
  case progress(Work?)
  /// Something worth a short line: a file was written, an import has ended.
  case notice(String)
}

/// An item as it was read for somebody who wants to see it.
package struct OpenedItem: Hashable, Sendable {
  package let dossier: Dossier
  /// The question that is to stand in front; the first where the item has no such question.
  package let question: QuestionID
  /// Position of the last event that the dossier knows.
  package let head: Int

  package init(dossier: Dossier, question: QuestionID, head: Int) {
    self.dossier = dossier
    self.question = question
    self.head = head
  }
}

/// What an item is read for.
package enum OpenPurpose: Hashable, Sendable {
  /// To be shown in full.
  case show
  /// For the preview beside the queue.
  case preview
  /// To see what others did to it while it is shown.
  case refresh
}

/// A write that was acknowledged.
package struct Recorded: Hashable, Sendable {
  package let ticket: Int
  /// Where the log ends now.
  package let head: Int
  /// The rows of the units that were written to, as they stand now.
  package let rows: [QueueRow]
  /// The sums as they stand now.
  package let summary: ProjectSummary
  /// The next unresolved unit, computed after the write, where the recording asked for one.
  package let next: OpenedItem?
  /// Those of a bulk that were not written, each with its reason.
  package let refusals: [Refused]
  /// The part of the guideline that was proposed, where one was.
  package let proposal: RecordedProposal?
  /// What it changed in the queue elsewhere; nil where the models of annotators were not asked.
  package let effect: QueueEffect?

  package init(
    ticket: Int, head: Int, rows: [QueueRow], summary: ProjectSummary, next: OpenedItem? = nil,
    refusals: [Refused] = [], proposal: RecordedProposal? = nil, effect: QueueEffect? = nil
  ) {
    self.effect = effect
    self.ticket = ticket
    self.head = head
    self.rows = rows
    self.summary = summary
    self.next = next
    self.refusals = refusals
    self.proposal = proposal
  }
}

/// A part of the guideline as it stands in the log now.
package struct RecordedProposal: Hashable, Sendable {
  package let part: GuidelinePart
  /// Position of the proposal.
  package let seq: Int

  package init(part: GuidelinePart, seq: Int) {
    self.part = part
    self.seq = seq
  }
}

/// A command that a rule stood against.
package struct Refused: Hashable, Sendable {
  package let ticket: Int
  /// nil where it was about no unit.
  package let unit: UnitID?
  package let refusal: Refusal
  /// What stands against it, and what to do next.
  package let sentence: String
  /// The unit's row as it stands now, where there is one.
  package let row: QueueRow?

  package init(
    ticket: Int, unit: UnitID?, refusal: Refusal, sentence: String, row: QueueRow? = nil
  ) {
    self.ticket = ticket
    self.unit = unit
    self.refusal = refusal
    self.sentence = sentence
    self.row = row
  }
}

/// How far the chain of the log was checked.
package enum Verification: Hashable, Sendable {
  /// Not yet to the head; the position reached.
  case checking(Int)
  /// Good to this position.
  case good(Int)
  /// Damaged at this position.
  case damaged(Int)
}
