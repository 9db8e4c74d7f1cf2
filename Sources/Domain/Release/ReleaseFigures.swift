/// What a project would release as it stands now, counted from sums: no rating is looked at.
public struct ReleaseFigures: Hashable, Sendable {
  /// Units by where they stand.
  public var statuses: [UnitStatus: Int] = [:]
  public var tiers: [TierStanding] = []
  /// What would go out by value, in the order of the labels.
  public var gold: [GoldCount] = []
  /// Rulings that stand and say no value, and those that say one, by kind.
  public var outcomes: [OutcomeKind: Int] = [:]
  /// Who made the rulings that stand, most first.
  public var rulers: [RulerCount] = []
  public var flagged = 0
  /// By question, as far as there is agreement to speak of.
  public var agreement: [QuestionAgreement] = []
  /// Contested units that go out all the same, as the settings choose: with what the models of
  /// annotators say, or with what most ratings do.
  public var unruled = 0
  public var choice = ReleaseChoice.settled
  /// Whose figures order the queue, and what further rulings would bring; nil without models.
  public var learning = QueueLearning.votes(.unfitted)
  public var outlook: ReleaseOutlook?
  /// What the newest audit says; nil before the first.
  public var audit: AuditStanding?
  /// Position of the last event that the figures know.
  public var head = -1

  public init() {}

  /// Units of one tier.
  public struct TierStanding: Hashable, Sendable {
    public let tier: TierID
    public let units: Int
    public let open: Int
    public let escalated: Int
    public let overdue: Int

    public init(tier: TierID, units: Int, open: Int, escalated: Int, overdue: Int) {
      self.tier = tier
      self.units = units
      self.open = open
      self.escalated = escalated
      self.overdue = overdue
    }

    /// Units that are in nobody's queue any more.
    public var settled: Int { units - open - escalated }
  }

  /// How often a value would go out, and on whose word.
  public struct GoldCount: Hashable, Sendable {
    public let value: Value
    public var unanimous = 0
    public var majority = 0
    public var single = 0
    public var ruled = 0

    public init(value: Value) {
      self.value = value
    }

    public var total: Int { unanimous + majority + single + ruled }
  }

  public struct RulerCount: Hashable, Sendable {
    public let member: MemberID
    public let rulings: Int

    public init(member: MemberID, rulings: Int) {
      self.member = member
      self.rulings = rulings
    }
  }

  /// A coefficient with its interval, or why there is none.
  public struct Coefficient: Hashable, Sendable {
    public let value: Double?
    public let low: Double?
    public let high: Double?
    /// Why there is no value.
    public let reason: String?

    public init(value: Double?, low: Double? = nil, high: Double? = nil, reason: String? = nil) {
      self.value = value
      self.low = low
      self.high = high
      self.reason = reason
    }
  }

  /// Agreement about one question.
  public struct QuestionAgreement: Hashable, Sendable {
    public let question: QuestionID
    public let alpha: Coefficient
    /// The label that is agreed on least, and how.
    public let lowest: Value?
    public let lowestAlpha: Coefficient

    public init(
      question: QuestionID, alpha: Coefficient, lowest: Value?, lowestAlpha: Coefficient
    ) {
      self.question = question
      self.alpha = alpha
      self.lowest = lowest
      self.lowestAlpha = lowestAlpha
    }
  }

  public var units: Int { statuses.values.reduce(0, +) }
  public var open: Int { statuses[.open] ?? 0 }
  public var escalated: Int { statuses[.escalated] ?? 0 }
  public var doubted: Int { statuses[.doubted] ?? 0 }
  public var unanimous: Int { gold.reduce(0) { $0 + $1.unanimous } }
  public var majority: Int { gold.reduce(0) { $0 + $1.majority } }
  public var single: Int { gold.reduce(0) { $0 + $1.single } }
  public var ruled: Int { gold.reduce(0) { $0 + $1.ruled } }
  /// Kept with the distribution of their ratings.
  public var ambiguous: Int { outcomes[.ambiguous] ?? 0 }
  /// Ruled to have no value: none of these, not annotatable, outside the guideline.
  public var withoutValue: Int {
    [OutcomeKind.noneOfThese, .notAnnotatable, .outsideGuideline].reduce(0) {
      $0 + (outcomes[$1] ?? 0)
    }
  }
  public var rulings: Int { rulers.reduce(0) { $0 + $1.rulings } }
  /// Units whose row has something to say.
  public var released: Int {
    unanimous + majority + single + ruled + ambiguous + withoutValue + unruled
  }
  /// Units that would be left out.
  public var leftOut: Int { max(0, units - released) }
}
