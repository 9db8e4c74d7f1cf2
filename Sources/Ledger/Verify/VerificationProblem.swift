public import Domain

/// What is wrong with a line, or with the log as a whole.
public enum VerificationProblem: Error, Hashable, Sendable {
  /// The file ends in bytes without an LF: a write that did not come to its end.
  case unterminated(bytes: Int)
  /// The line, or its payload, is longer than any may be.
  case tooLong
  /// The line does not end in `,"hash":"…"}` and LF.
  case shape
  /// The hash is not that of the payload.
  case hash
  /// The payload is not the canonical spelling of an object; `offset` counts bytes of the line.
  case notCanonical(offset: Int)
  /// U+0000 stands in a string.
  case nulCharacter(offset: Int)
  case version
  case type
  case unknownMember(String)
  case missingMember(String)
  /// The member is not of the form that the type asks for.
  case form(String)
  /// The position does not follow that of the line before.
  case sequence(found: Int)
  /// `prev` is not the hash of the line before.
  case previous
  /// The operation was recorded before, at this position.
  case operationRepeated(at: Int)
  case rule(RuleBreach)
  case attachmentMissing(Digest)
  case attachmentDiffers(Digest)
  /// The log does not reach a head that was seen.
  case endsBefore(Head)
  /// The log has another line at the position of a head that was seen.
  case differs(from: Head)
}

/// A rule of who may record what, and when, that an event breaks.
public enum RuleBreach: Hashable, Sendable {
  /// `genesis` stands first and nowhere else.
  case genesisMisplaced
  case notAMember
  case lacksRole(MemberRole)
  /// The first member makes themselves a lead.
  case foundingByOther
  /// No lead would be left.
  case lastLead
  case userBoundTwice
  /// `base` is not the last decision, withdrawal or reopening at the seat, not the last proposal of
  /// the guideline's part, or not the unit's last mark.
  case base(expected: Int, found: Int)
  /// The seat has a ruling that stands.
  case alreadySettled
  /// Nothing stands that could be withdrawn or reopened: no ruling, no clause.
  case nothingStands
  /// Somebody else's ruling was withdrawn.
  case notTheirs
  /// The decision names a batch that was not imported yet.
  case batchNotYetImported
  /// Batches are numbered upwards.
  case batchOutOfOrder
  /// A precedent that stands later, or at the event itself.
  case precedentNotYetMade
  /// A ruling, as evidence or in doubt, that stands later, or at the event itself.
  case rulingNotYetMade
  /// A withdrawn clause was proposed again.
  case clauseWithdrawn
  /// Versions of the guideline are numbered upwards, without gaps.
  case versionOutOfOrder
  /// A version names a proposal that is not the last of its part, or that a version took before.
  case nothingToPublish
  /// A version puts words in force that were still being written.
  case partUnfinished
  /// The decision names a version of the guideline that was not published yet.
  case versionNotYetPublished
  /// Gold is made from a ruling that does not stand there.
  case rulingNotStanding
  /// A result names no draw before it, or a version no result before it.
  case calibrationNotMade
  /// A result, or a version, rests on a calibration of other drafts.
  case calibrationOfOthers
  /// A migration names another batch than the newest as the last before it.
  case borderMisplaced
  /// The ruling names an audit that is not the last, or that did not draw its unit.
  case notDrawn
  /// Events of a sandbox and others in one log.
  case sandboxMixed
}
