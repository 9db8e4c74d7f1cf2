/// All that `decide` may look at: the project's people and settings, and the unit in question.
public struct DecisionContext: Sendable {
  public let members: [Member]
  public let configuration: ProjectConfiguration
  /// nil where the command speaks of no unit, or of one that does not exist.
  public let unit: UnitFacts?
  public let guideline: Guideline
  /// Which of the positions and units that the command speaks of are rulings, and exist.
  public let evidence: Evidence

  public init(
    members: [Member], configuration: ProjectConfiguration, unit: UnitFacts?,
    guideline: Guideline = Guideline(), evidence: Evidence = Evidence()
  ) {
    self.members = members
    self.configuration = configuration
    self.unit = unit
    self.guideline = guideline
    self.evidence = evidence
  }

  public func member(_ id: MemberID) -> Member? {
    members.first { $0.id == id }
  }
}

/// What is known of a unit when something is decided about it.
public struct UnitFacts: Hashable, Sendable {
  public let id: UnitID
  /// Number of the newest batch that touched this item.
  public let newestBatch: Int
  /// Who rated any unit of the item.
  public let raters: [AnnotatorID]
  /// The kind of the values in force; nil without ratings.
  public let kind: ValueKind?
  /// Labels that occur in ratings of this question: what is admissible where no set is declared.
  public let labelsInUse: [LabelID]
  /// The route that sends it, if one.
  public let route: Route?
  public let seats: [Seat: SeatStanding]
  /// What puts the ruling at the main seat in doubt; nil where nothing does.
  public let doubt: DoubtCause?
  /// What the last `gold` event made of it; nil where there was none.
  public let gold: GoldStanding?
  /// Whether a value came in as gold from elsewhere.
  public let hasImportedGold: Bool
  /// Position of the audit that drew it and waits for its ruling; nil where none does.
  public let audit: Int?

  public init(
    id: UnitID, newestBatch: Int, raters: [AnnotatorID], kind: ValueKind?,
    labelsInUse: [LabelID], route: Route?, seats: [Seat: SeatStanding], doubt: DoubtCause? = nil,
    gold: GoldStanding? = nil, hasImportedGold: Bool = false, audit: Int? = nil
  ) {
    self.id = id
    self.newestBatch = newestBatch
    self.raters = raters
    self.kind = kind
    self.labelsInUse = labelsInUse
    self.route = route
    self.seats = seats
    self.doubt = doubt
    self.gold = gold
    self.hasImportedGold = hasImportedGold
    self.audit = audit
  }

  /// Whether the ruling at a seat holds and is in no doubt: then only a lead may reopen it.
  public func isSettled(_ seat: Seat) -> Bool {
    seats[seat]?.status == .ruled && !(seat == .main && doubt != nil)
  }

  /// Whether it is gold now: its last mark says so, or else a value from elsewhere.
  public var isGold: Bool {
    gold.map { $0.mark != nil } ?? hasImportedGold
  }
}
