/// The settings that decide: they take effect through a `config` event, never by editing alone.
public struct ProjectConfiguration: Hashable, Sendable {
  public var name: String
  public var task: TaskKind
  public var blind: Blinding
  /// Where the log lives when not in the folder: a PostgreSQL address.
  public var store: String?
  /// In the order of `tiebreak.toml`, which is the order of colours. Empty: any label is admissible.
  public var labels: [LabelDefinition]
  public var tiers: [Tier]
  public var queue: QueueSettings
  /// The first route that matches wins.
  public var routes: [Route]
  public var members: [MemberSettings]
  public var aliases: [AnnotatorAlias]
  public var sources: [SourceSettings]
  public var gate = GateSettings()
  public var guideline = GuidelineSettings()
  /// Whose signatures on checkpoints count. The first whose private half is at hand signs.
  public var logKeys: [LogKey] = []

  public init(name: String, task: TaskKind = .label, labels: [LabelDefinition] = []) {
    self.name = name
    self.task = task
    self.labels = labels
    blind = .names
    store = nil
    tiers = []
    queue = QueueSettings()
    routes = []
    members = []
    aliases = []
    sources = []
  }

  public func label(_ id: LabelID) -> LabelDefinition? {
    labels.first { $0.id == id }
  }

  public func tier(_ id: TierID) -> Tier? {
    tiers.first { $0.id == id }
  }

  /// The scale of the label set, or of the numbers.
  public var scale: Scale {
    if let scale = labels.first(where: { $0.scale != nil })?.scale { return scale }
    switch task {
    case .label: return .nominal
    case .labels: return .set
    case .number: return .interval
    case .preference: return .ordinal
    }
  }
}

/// What annotators are asked for.
public enum TaskKind: String, Sendable, CaseIterable {
  case label
  case labels
  case number
  /// One of two responses, on a scale from the first to the second.
  case preference
}

/// What an adjudicator may see before deciding.
public enum Blinding: String, Sendable, CaseIterable {
  /// Annotators appear as letters that change from item to item.
  case names
  /// Also the counts wait until the first verdict.
  case votes
  case off
}

/// One admissible label.
public struct LabelDefinition: Hashable, Sendable {
  public let id: LabelID
  /// What people read; the id where none is given.
  public let name: String
  public let scale: Scale?
  public let tier: TierID?
  public let parent: LabelID?

  public init(
    id: LabelID, name: String? = nil, scale: Scale? = nil, tier: TierID? = nil,
    parent: LabelID? = nil
  ) {
    self.id = id
    self.name = name ?? id.text
    self.scale = scale
    self.tier = tier
    self.parent = parent
  }
}

/// How much a wrong label of this tier costs, and by when it is due.
public struct Tier: Hashable, Sendable {
  public let id: TierID
  /// In units of one ordinary wrong label.
  public let cost: Number
  public let dueDays: Int?
  public let reason: ReasonRule

  public init(id: TierID, cost: Number, dueDays: Int? = nil, reason: ReasonRule = .optional) {
    self.id = id
    self.cost = cost
    self.dueDays = dueDays
    self.reason = reason
  }
}

/// Whether a ruling must say why.
public enum ReasonRule: String, Sendable, CaseIterable {
  case optional
  case required
}

/// Which units stand in the queue, and in which order.
public struct QueueSettings: Hashable, Sendable {
  /// Pairable units whose agreement is below this stand in the queue.
  public var below: Number
  public var policy: QueuePolicy
  /// What goes out for units that nobody ruled on.
  public var release: ReleaseChoice

  public init(
    below: Number = Number(1), policy: QueuePolicy = .gain, release: ReleaseChoice = .model
  ) {
    self.below = below
    self.policy = policy
    self.release = release
  }
}

/// A person as `tiebreak.toml` proposes them.
public struct MemberSettings: Hashable, Sendable {
  public let id: MemberID
  public let user: String?
  public let annotators: [AnnotatorID]

  public init(id: MemberID, user: String?, annotators: [AnnotatorID]) {
    self.id = id
    self.user = user
    self.annotators = annotators
  }
}

/// Two names of one annotator.
public struct AnnotatorAlias: Hashable, Sendable {
  /// The name in an export.
  public let written: AnnotatorID
  /// Whom it means.
  public let alias: AnnotatorID

  public init(written: AnnotatorID, alias: AnnotatorID) {
    self.written = written
    self.alias = alias
  }
}

/// How items of one source get their ids.
public struct SourceSettings: Hashable, Sendable {
  public let name: String
  /// The field that holds the id; nil: the source's name and the id in the export.
  public let item: String?

  public init(name: String, item: String?) {
    self.name = name
    self.item = item
  }
}
