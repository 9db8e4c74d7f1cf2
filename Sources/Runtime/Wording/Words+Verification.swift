import Domain
package import Ledger

extension Words {
  /// What is wrong with a line of the log.
  package static func sentence(_ problem: VerificationProblem) -> String {
    switch problem {
    case .unterminated(let bytes):
      "the last line is not finished: \(count(bytes, "byte")) without a line break."
    case .tooLong: "the line is longer than a line can be."
    case .shape: "the line does not have the shape of an event."
    case .hash: "the hash does not fit the line: it was changed."
    case .notCanonical(let offset):
      "the line is not in the one form that is hashed (byte \(offset))."
    case .nulCharacter(let offset): "a text holds the character U+0000 (byte \(offset))."
    case .version: "the version is not known to this program."
    case .type: "the type is not known to this program."
    case .unknownMember(let name): "the member \(quoted(name)) does not belong there."
    case .missingMember(let name): "the member \(quoted(name)) is missing."
    case .form(let name): "the member \(quoted(name)) has the wrong form."
    case .sequence(let found): "event \(found) stands there: events are missing or out of order."
    case .previous: "it does not follow from the event before: one was dropped, added or changed."
    case .operationRepeated(let seq): "the same operation stands at event \(seq) already."
    case .rule(let breach): sentence(breach)
    case .attachmentMissing(let digest): "the attachment \(digest.hex.prefix(16)) is missing."
    case .attachmentDiffers(let digest): "the attachment \(digest.hex.prefix(16)) was changed."
    case .endsBefore(let head):
      "the log ends here, but event \(head.seq) was seen: it was cut, or is an old copy."
    case .differs(let head):
      "event \(head.seq) is not the one that was seen: the log was rewritten."
    }
  }

  private static func sentence(_ breach: RuleBreach) -> String {
    switch breach {
    case .genesisMisplaced: "a log begins with its genesis, and has one."
    case .notAMember: "whoever acted was no member."
    case .lacksRole(let role): "whoever acted did not hold the role \(role.rawValue)."
    case .foundingByOther: "the project was founded by somebody else."
    case .lastLead: "it took the role from the last lead."
    case .userBoundTwice: "one user was bound to two members."
    case .base(let expected, let found): "it builds on event \(found), but \(expected) stood."
    case .alreadySettled: "the unit was settled already."
    case .nothingStands: "there was nothing to take back."
    case .notTheirs: "it took back somebody else's ruling."
    case .batchNotYetImported: "it names a batch that was not imported yet."
    case .batchOutOfOrder: "batches are out of order."
    case .precedentNotYetMade: "it names a precedent that did not stand yet."
    case .rulingNotYetMade: "it names a ruling that did not stand yet."
    case .clauseWithdrawn: "it proposes a clause that was withdrawn."
    case .versionOutOfOrder: "versions of the guideline are out of order."
    case .nothingToPublish: "it publishes what is not the last proposal, or was published before."
    case .partUnfinished: "it publishes what was still being written."
    case .versionNotYetPublished: "it names a version of the guideline that was not published yet."
    case .rulingNotStanding: "it makes gold of a ruling that did not stand."
    case .calibrationNotMade: "it names a calibration that was not made yet."
    case .calibrationOfOthers: "it rests on a calibration of other drafts."
    case .borderMisplaced: "it names another batch than the newest as the last before it."
    case .notDrawn: "it names an audit that is not the last one, or that did not draw its unit."
    case .sandboxMixed: "events of a sandbox and others are mixed."
    }
  }
}
