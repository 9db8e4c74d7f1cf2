package import Domain
package import Screen

/// All that the workbench knows. Changed by `update` alone, drawn by `view`.
package struct Model: Hashable, Sendable {
  package let start: Start
  package var configuration: ProjectConfiguration {
    didSet { look = LabelLook(configuration) }
  }
  /// How labels read under these settings: made once, because every frame asks for it many times.
  package internal(set) var look: LabelLook
  package var members: [Member]
  package var configurationDiffers: Bool
  package var size: Size
  package var now: Instant
  package var theme: String

  package var place = Place.queue
  /// The places that `q` leads back to, the last one first.
  package var trail: [Visit] = []
  package var queue: QueueModel
  /// The item that is open or being opened.
  package var item: ItemModel?
  package var heatMap = HeatMapModel()
  package var annotators = AnnotatorsModel()
  package var log = LogModel()
  package var guideline = GuidelineModel()
  package var release = ReleaseModel()
  /// The guideline, once it was read: what can be cited, and added to.
  package var rules: Loaded<Guideline>?
  package var rulesGeneration = 0
  /// What is being written about the guideline; it stays while one looks at something else.
  package var form: FormModel?
  package var seedGeneration = 0
  /// All that was written and not sent.
  package var forms: [FormTarget: FormDraft] = [:]
  /// The version for which it was asked last without being told to.
  package var rulesAsked: Int?
  package var summary: ProjectSummary?
  package var verification = Verification.checking(0)

  /// What the last row holds instead of hints.
  package var asking = Asking.nothing
  package var overlay: Overlay?
  /// Keys of a sequence that is not finished.
  package var typed: [Key] = []
  package var notice: Notice?

  package var tags: Set<UnitID>
  package var drafts: [UnitID: Draft]
  package var skipped: Set<UnitID> = []
  package var marksDifferences = true
  /// What is like the last ruling; nil before one, and where nothing is.
  package var alike: AlikeModel?
  package var alikeGeneration = 0
  /// What the last ruling changed elsewhere; nil before one.
  package var changed: ChangedQueue?
  /// Own rulings of this session, each with those that were made in one go.
  package var undoable: [[SeatID]] = []
  /// Lines that were typed in this session, and limits of earlier ones.
  package var history: PromptHistory
  /// Commands that were run by their words in this session, the last one first.
  package var usedCommands: [CommandID] = []
  /// In byte order of their names.
  package var savedLimits: [SavedLimit]
  /// Names to complete limits with, once they were read.
  package var names: LimitNames?
  package var namesGeneration = 0
  /// Of how many batches names were asked for last.
  package var namesAsked: Int?
  /// What lies in the folder whose name is being typed.
  package var paths: PathListing?
  /// The limit that `q` dropped just now: leaving at once keeps it for the next session.
  package var dropped: String?
  /// Reasons that were given in this session.
  package var usedReasons: [String] = []
  /// Labels that were ruled in this session, the last one first.
  package var usedLabels: [LabelID] = []
  /// Commands that items were piped to, the last one first.
  package var pipes: [String] = []
  /// Writes under way, by ticket.
  package var pending: [Int: Pending] = [:]
  package var lastTicket = 0
  package var isQuitting = false
  /// A long piece of work beside the screen.
  package var work: Work?

  /// The screen whose commands apply.
  package var scope: CommandScope { place.scope }

  /// The member who sits here; somebody without roles where they are none.
  package var me: Member {
    start.me ?? Member(id: MemberID(start.user), user: start.user, roles: [])
  }

  /// Minutes since the session began.
  package var minutes: Int {
    max(0, Int((now.milliseconds - start.startedAt.milliseconds) / 60_000))
  }
}

/// What is being asked for, or told, in the last row.
package enum Asking: Hashable, Sendable {
  case nothing
  case prompt(Prompt)
  case question(Question)
  /// What happened, where, what to do; the next key closes it and does its own work too.
  case alarm(String)
}

/// A question with a safe answer and one deed.
package struct Question: Hashable, Sendable {
  package let text: String
  /// The letter that does it, and what it does in a word.
  package let letter: Character
  package let word: String
  /// What Enter does in a word.
  package let safe: String
  package let deed: Deed

  package enum Deed: Hashable, Sendable {
    case quit
    case rule([UnitID], Outcome)
    /// Rule these as what they are like was ruled.
    case ruleAlike([UnitID])
    case withdraw([SeatID])
    case takeOver(UnitID)
    /// Record what is written over what somebody proposed meanwhile.
    case send(ProposalStage)
    case dropForm
    /// Put in force what the plan shows.
    case publish
  }
}

/// What floats over a screen.
package enum Overlay: Hashable, Sendable {
  case help(find: String, page: Int)
  case votes(offset: Int)
  case history(offset: Int)
  /// The earlier rulings on the same labels, one of them under the bar.
  case precedents(place: Int)
  /// The open units like the one that was ruled last.
  case alike
  case why(offset: Int)
  /// What the last ruling changed elsewhere.
  case changed(offset: Int)
}

/// A short line beside the hints, until the next key.
package struct Notice: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Something was saved, and `z` takes it back.
    case saved
    case done
    case plain
  }

  package let text: String
  package let kind: Kind

  package init(text: String, kind: Kind) {
    self.text = text
    self.kind = kind
  }
}

/// A write that has not been acknowledged.
package struct Pending: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case rule(SeatID, Outcome)
    case bulk([SeatID], Outcome)
    case withdraw([SeatID])
    case flag(raised: Bool)
    case flags([UnitID], raised: Bool)
    case comment
    /// A part of the guideline.
    case proposal(FormTarget, ProposalStage)
    /// This version of the guideline.
    case publication(Int)
  }

  package let kind: Kind
  /// The unit that it speaks of, the first where there are several; nil where it is of none.
  package let unit: UnitID?
  /// The ruling that is written; of several, the one that they follow.
  package let decision: Decision?

  package init(kind: Kind, unit: UnitID?, decision: Decision? = nil) {
    self.kind = kind
    self.unit = unit
    self.decision = decision
  }
}
