/// What happened.
public enum EventBody: Hashable, Sendable {
  case genesis(Genesis)
  case config(ConfigurationChange)
  case role(Member)
  case imported(ImportRecord)
  case decision(Decision)
  case withdraw(Withdrawal)
  case reopen(Withdrawal)
  case comment(Remark)
  case flag(Remark)
  case clause(ClauseChange)
  case guideline(SectionChange)
  case publish(Publication)
  case calibrate(Calibration)
  case gold(GoldChange)
  case migrate(LabelMigration)
  case audit(AuditDraw)
  case refused(RefusalRecord)
  case recovered(Recovery)

  /// The word for the event in the log.
  public var type: EventType {
    switch self {
    case .genesis: .genesis
    case .config: .config
    case .role: .role
    case .imported: .imported
    case .decision: .decision
    case .withdraw: .withdraw
    case .reopen: .reopen
    case .comment: .comment
    case .flag: .flag
    case .clause: .clause
    case .guideline: .guideline
    case .publish: .publish
    case .calibrate: .calibrate
    case .gold: .gold
    case .migrate: .migrate
    case .audit: .audit
    case .refused: .refused
    case .recovered: .recovered
    }
  }

  /// The settings that take effect with it, if any do.
  public var settings: ConfigurationChange? {
    switch self {
    case .config(let change): change
    case .migrate(let migration): migration.settings
    default: nil
    }
  }
}

/// The types of event that this version reads and writes. A reader stops at any other.
public enum EventType: String, Sendable, CaseIterable {
  case genesis
  case config
  case role
  case imported = "import"
  case decision
  case withdraw
  case reopen
  case comment
  case flag
  case clause
  case guideline
  case publish
  case calibrate
  case gold
  case migrate
  case audit
  case refused
  case recovered

  /// What people call it, on screens and in limits of the log.
  public var word: String {
    switch self {
    case .genesis: "project"
    case .config: "settings"
    case .role: "role"
    case .imported: "import"
    case .decision: "ruling"
    case .withdraw: "withdrawn"
    case .reopen: "reopened"
    case .comment: "comment"
    case .flag: "flag"
    case .clause: "clause"
    case .guideline: "section"
    case .publish: "published"
    case .calibrate: "calibration"
    case .gold: "gold"
    case .migrate: "migration"
    case .audit: "audit"
    case .refused: "refused"
    case .recovered: "recovered"
    }
  }
}

/// The first event of a log.
public struct Genesis: Hashable, Sendable {
  /// 32 lower-case hex digits, drawn when the project was made.
  public let project: OperationID
  public let name: String

  public init(project: OperationID, name: String) {
    self.project = project
    self.name = name
  }
}

/// Settings that took effect.
public struct ConfigurationChange: Hashable, Sendable {
  /// The whole of `tiebreak.toml` as it was applied.
  public let text: String
  /// SHA-256 of the text's UTF-8.
  public let digest: Digest

  public init(text: String, digest: Digest) {
    self.text = text
    self.digest = digest
  }
}

/// A withdrawal of one's own ruling, or a lead's reopening of any.
public struct Withdrawal: Hashable, Sendable {
  public let seatID: SeatID
  /// Position of the decision that no longer holds.
  public let base: Int
  public let reason: String?

  public init(seatID: SeatID, base: Int, reason: String? = nil) {
    self.seatID = seatID
    self.base = base
    self.reason = reason
  }
}

/// Something said about a unit: a comment, or a flag raised (with or without words) or lowered.
public struct Remark: Hashable, Sendable {
  public let unit: UnitID
  public let text: String
  /// For flags: whether it is raised. Comments are always raised.
  public let isRaised: Bool

  public init(unit: UnitID, text: String, isRaised: Bool = true) {
    self.unit = unit
    self.text = text
    self.isRaised = isRaised
  }
}

/// An attempt that roles forbade.
public struct RefusalRecord: Hashable, Sendable {
  /// What was tried: the name of a command.
  public let attempt: String
  public let unit: UnitID?
  /// The refusal's code.
  public let code: String

  public init(attempt: String, unit: UnitID?, code: String) {
    self.attempt = attempt
    self.unit = unit
    self.code = code
  }
}

/// A torn tail that was cut off when the log was opened.
public struct Recovery: Hashable, Sendable {
  public let bytes: Int
  /// SHA-256 of what was cut; the bytes lie under this name in the log's quarantine.
  public let digest: Digest

  public init(bytes: Int, digest: Digest) {
    self.bytes = bytes
    self.digest = digest
  }
}
