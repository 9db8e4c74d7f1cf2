package import Domain

extension Words {
  /// What stands against a command, and what to do next, in one sentence or two.
  package static func sentence(_ refusal: Refusal) -> String {
    switch refusal {
    case .notAMember:
      "You are not a member of this project. A lead can add you: tiebreak member add NAME."
    case .needsRole(let role):
      "That takes the role \(role.rawValue), which you do not hold. A lead can give it."
    case .ownRating(let annotator):
      "You rated this item yourself, as \(plain(annotator.text)); somebody else must rule on it."
    case .routedElsewhere(let targets):
      "This item is routed to \(list(targets.map { plain($0.text) })), not to you."
    case .escalatedToLeads:
      "This item was escalated: a lead rules on it."
    case .unknownUnit(let unit):
      "There is no item \(plain(unit.item.text)) with the question \(plain(unit.question.text))."
    case .unknownLabel(let label, let admissible):
      "\(quoted(label.text)) is no label here. There are "
        + "\(list(admissible.map { plain($0.text) }))."
    case .wrongKind(let given, let expected):
      "This asks for a value of the kind \(expected.rawValue), not \(given.rawValue)."
    case .settledMeanwhile(let standing), .alreadySettled(let standing):
      settled(standing)
    case .ratingsChanged:
      "New ratings of this item came in while you were reading it. Look again, then decide."
    case .reasonRequired(let tier):
      "Labels of the tier \(plain(tier.text)) ask for a reason: r gives one."
    case .rationaleTooLong(let bytes, let limit):
      "The note has \(bytes) bytes; \(limit) are the most."
    case .reasonTooLong(let bytes, let limit):
      "The reason has \(bytes) bytes; \(limit) are the most. Long texts go into the note."
    case .nothingToWithdraw:
      "There is no ruling of yours to take back here."
    case .notYourRuling(let member):
      "That ruling is \(plain(member.text))'s. One takes back one's own; a lead reopens any."
    case .nothingToReopen:
      "There is no ruling here to reopen."
    case .emptyName:
      "A member needs a name."
    case .lastLead:
      "This is the last lead. Make somebody else lead first."
    case .userBoundTwice(let user, let member):
      "The user \(plain(user)) is the member \(plain(member.text)) already."
    case .unknownClause, .clauseNotInForce, .clauseWithdrawn, .wordsMissing, .wordsTooLong,
      .notARuling, .nothingChanges, .partChangedMeanwhile, .partUnfinished,
      .nothingToPublish, .publishedMeanwhile:
      guideline(refusal)
    case .goldChangedMeanwhile, .goldAlready, .notGold, .nothingRuled, .noGold, .calibrationSize,
      .notACalibration, .calibrationUnanswered, .calibrationOfOthers, .calibrationMissing,
      .calibrationBelow:
      trial(refusal)
    case .nothingToAudit, .auditSize, .auditTooLarge, .ruledMeanwhile, .labelsChanged:
      audit(refusal)
    case .mapping(let problem): sentence(problem)
    case .operationUsed(let seq):
      "The op is that of event \(seq), which says something else. Every ruling has an op of its own."
    }
  }

  private static func settled(_ standing: SeatStanding) -> String {
    let who = plain(standing.by.text)
    switch standing.status {
    case .ruled: return "\(who) ruled on it meanwhile: \(outcome(standing.outcome))."
    case .escalated: return "\(who) escalated it meanwhile."
    case .withdrawn: return "\(who) took the ruling back meanwhile. Look again, then decide."
    case .reopened: return "\(who) reopened it meanwhile. Look again, then decide."
    }
  }

  /// An outcome in a word or two.
  package static func outcome(_ outcome: Outcome) -> String {
    switch outcome {
    case .value(let value): self.value(value)
    case .noneOfThese: "none of these"
    case .ambiguous: "ambiguous"
    case .notAnnotatable: "not annotatable"
    case .outsideGuideline: "outside the guideline"
    case .escalated: "escalated"
    }
  }

  /// A value in a word or two.
  package static func value(_ value: Value) -> String {
    switch value {
    case .label(let label): plain(label.text)
    case .labels(let labels):
      labels.isEmpty ? "no label" : labels.map { plain($0.text) }.joined(separator: ", ")
    case .number(let number): plain(number.source)
    case .ranking(let groups):
      groups.map { $0.map { plain($0.text) }.joined(separator: " = ") }.joined(separator: " > ")
    case .spans(let spans): count(spans.count, "span")
    case .boxes(let boxes): count(boxes.count, "box", plural: "boxes")
    case .text(let text): quoted(text, limit: 40)
    case .abstained: "abstained"
    }
  }
}
