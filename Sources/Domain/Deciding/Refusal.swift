/// Why a command was not carried out. Nothing is recorded but, for want of a role, the attempt.
public enum Refusal: Error, Hashable, Sendable {
  case notAMember
  case needsRole(MemberRole)
  /// The adjudicator rated the same item, under this name.
  case ownRating(AnnotatorID)
  /// The route gives the unit to others.
  case routedElsewhere([RouteTarget])
  /// Escalated units are for leads.
  case escalatedToLeads
  case unknownUnit(UnitID)
  case unknownLabel(LabelID, admissible: [LabelID])
  case wrongKind(given: ValueKind, expected: ValueKind)
  /// Somebody settled the seat since it was read.
  case settledMeanwhile(SeatStanding)
  /// It was settled already and its ruling stands; a lead may reopen it.
  case alreadySettled(SeatStanding)
  /// Ratings of the item arrived since it was read.
  case ratingsChanged(batch: Int)
  /// The tier of one of the labels asks for a reason.
  case reasonRequired(TierID)
  case rationaleTooLong(bytes: Int, limit: Int)
  case reasonTooLong(bytes: Int, limit: Int)
  case nothingToWithdraw
  /// One takes back one's own rulings only.
  case notYourRuling(MemberID)
  case nothingToReopen
  case emptyName
  /// Without a lead nobody could give roles again.
  case lastLead
  case userBoundTwice(user: String, to: MemberID)
  /// The clause was never drafted.
  case unknownClause(ClauseID)
  /// It is in no version in force: a draft, or withdrawn.
  case clauseNotInForce(ClauseID)
  /// A withdrawn clause stays so; its number is not used again.
  case clauseWithdrawn(ClauseID)
  /// A clause without a title or without a statement, a policy without a name.
  case wordsMissing(GuidelineWords)
  case wordsTooLong(GuidelineWords, bytes: Int, limit: Int)
  /// Nothing stands at this position that could be evidence: no ruling.
  case notARuling(seq: Int)
  /// The draft says what stands there already.
  case nothingChanges(GuidelinePart)
  /// Somebody changed the part since it was read.
  case partChangedMeanwhile(GuidelinePart, seq: Int)
  /// The part's last proposal is still being written.
  case partUnfinished(GuidelinePart)
  /// Nothing waits for publication, or nothing was chosen.
  case nothingToPublish
  /// Somebody published since it was read; this version is in force.
  case publishedMeanwhile(version: Int)
  /// Somebody marked the unit, or took its mark away, since it was read.
  case goldChangedMeanwhile(seq: Int)
  /// The unit is gold already, with this value.
  case goldAlready
  /// The unit is no gold that could be taken away.
  case notGold
  /// No ruling stands that gold could be made from.
  case nothingRuled
  /// Such an outcome says nothing that annotators could be held against.
  case noGold(OutcomeKind)
  /// A draw has items, and not too many.
  case calibrationSize(Int, limit: Int)
  /// No draw, or no result, stands at this position.
  case notACalibration(seq: Int)
  /// Nobody has answered the draw at this position.
  case calibrationUnanswered(seq: Int)
  /// The calibration tried other drafts than are to be published.
  case calibrationOfOthers(seq: Int)
  /// The project asks for a calibration before the meaning of the guideline changes.
  case calibrationMissing(target: Number)
  /// Annotators agreed less than the project asks for.
  case calibrationBelow(seq: Int, target: Number)
  /// Nothing would be released without a ruling.
  case nothingToAudit
  /// An audit draws some of the units that would be released without a ruling, and not more.
  case auditSize(Int, open: Int)
  case auditTooLarge(Int, limit: Int)
  /// Somebody ruled on a unit since it was drawn.
  case ruledMeanwhile(UnitID)
  /// Labels were migrated since they were read.
  case labelsChanged
  /// The mapping does not lead from the labels in force to those of the new settings.
  case mapping(MappingProblem)
  /// The id of the attempt is that of something else, at this position of the log.
  case operationUsed(seq: Int)

  /// Whether it was for want of a right: then the attempt is recorded, and the exit code is 5.
  public var isAboutRights: Bool {
    switch self {
    case .notAMember, .needsRole, .ownRating, .routedElsewhere, .escalatedToLeads, .notYourRuling:
      true
    default: false
    }
  }

  /// A word for scripts.
  public var code: String {
    switch self {
    case .notAMember: "not_a_member"
    case .needsRole: "needs_role"
    case .ownRating: "own_rating"
    case .routedElsewhere: "routed_elsewhere"
    case .escalatedToLeads: "escalated_to_leads"
    case .unknownUnit: "unknown_unit"
    case .unknownLabel: "unknown_label"
    case .wrongKind: "wrong_kind"
    case .settledMeanwhile: "settled_meanwhile"
    case .alreadySettled: "already_settled"
    case .ratingsChanged: "ratings_changed"
    case .reasonRequired: "reason_required"
    case .rationaleTooLong: "rationale_too_long"
    case .reasonTooLong: "reason_too_long"
    case .nothingToWithdraw: "nothing_to_withdraw"
    case .notYourRuling: "not_your_ruling"
    case .nothingToReopen: "nothing_to_reopen"
    case .emptyName: "empty_name"
    case .lastLead: "last_lead"
    case .userBoundTwice: "user_bound_twice"
    case .unknownClause: "unknown_clause"
    case .clauseNotInForce: "clause_not_in_force"
    case .clauseWithdrawn: "clause_withdrawn"
    case .wordsMissing: "words_missing"
    case .wordsTooLong: "words_too_long"
    case .notARuling: "not_a_ruling"
    case .nothingChanges: "nothing_changes"
    case .partChangedMeanwhile: "part_changed_meanwhile"
    case .partUnfinished: "part_unfinished"
    case .nothingToPublish: "nothing_to_publish"
    case .publishedMeanwhile: "published_meanwhile"
    case .goldChangedMeanwhile: "gold_changed_meanwhile"
    case .goldAlready: "gold_already"
    case .notGold: "not_gold"
    case .nothingRuled: "nothing_ruled"
    case .noGold: "no_gold"
    case .calibrationSize: "calibration_size"
    case .notACalibration: "not_a_calibration"
    case .calibrationUnanswered: "calibration_unanswered"
    case .calibrationOfOthers: "calibration_of_others"
    case .calibrationMissing: "calibration_missing"
    case .calibrationBelow: "calibration_below"
    case .nothingToAudit: "nothing_to_audit"
    case .auditSize: "audit_size"
    case .auditTooLarge: "audit_too_large"
    case .ruledMeanwhile: "ruled_meanwhile"
    case .labelsChanged: "labels_changed"
    case .mapping(let problem): problem.code
    case .operationUsed: "operation_used"
    }
  }
}
