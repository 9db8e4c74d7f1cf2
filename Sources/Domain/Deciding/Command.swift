/// What somebody wants to be recorded.
public enum Command: Hashable, Sendable {
  /// Settle a seat. `decision.base` and `.batch` say what the person saw.
  case rule(Decision)
  /// Take back one's own ruling.
  case withdraw(SeatID)
  /// Put a settled unit back into the queue.
  case reopen(SeatID, reason: String?)
  /// Add a member, or change their roles.
  case member(Member)
  /// Make settings take effect.
  case apply(ConfigurationChange)
  case flag(Remark)
  case comment(Remark)
  case recordImport(ImportRecord)
  /// Draft a clause, change one, or have it withdrawn.
  case clause(ClauseProposal)
  /// Say what a label means, or a policy.
  case section(SectionProposal)
  /// Put drafts in force as a new version.
  case publish(Publication)
  /// Make a new label set take effect.
  case migrate(MigrationProposal)
  /// Mark a unit as gold, or take the mark away.
  case gold(GoldProposal)
  /// Remember which items a calibration has annotators answer.
  case drawCalibration(CalibrationDraw)
  /// Keep what came of a calibration.
  case recordCalibration(CalibrationResult)
  /// Draw units that are to show how right the release is.
  case drawAudit(AuditProposal)

  /// The word for the attempt in a `refused` event.
  public var name: String {
    switch self {
    case .rule: "rule"
    case .withdraw: "withdraw"
    case .reopen: "reopen"
    case .member: "member"
    case .apply: "apply"
    case .flag: "flag"
    case .comment: "comment"
    case .recordImport: "import"
    case .clause: "clause"
    case .section: "guideline"
    case .publish: "publish"
    case .migrate: "migrate"
    case .gold: "gold"
    case .drawCalibration, .recordCalibration: "calibrate"
    case .drawAudit: "audit"
    }
  }

  /// The unit it speaks of, if one.
  public var unit: UnitID? {
    switch self {
    case .rule(let decision): decision.seatID.unit
    case .withdraw(let seat), .reopen(let seat, _): seat.unit
    case .flag(let remark), .comment(let remark): remark.unit
    case .gold(let proposal): proposal.unit
    case .member, .apply, .recordImport, .clause, .section, .publish, .migrate: nil
    case .drawCalibration, .recordCalibration, .drawAudit: nil
    }
  }
}
