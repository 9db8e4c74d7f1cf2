import Domain
package import Screen

extension Model {
  /// Why a command cannot be used now, in a few words; nil where it can.
  package func unavailable(_ id: CommandID) -> SafeText? {
    switch id {
    case .undo: return cannotWrite
    case .stop: return work == nil ? "nothing is under way" : nil
    case .lastRuled: return undoable.isEmpty ? "nothing was ruled yet" : nil
    case .alike: return noAlike
    case .changed: return changed == nil ? "nothing was ruled yet" : nil
    default: break
    }
    if let screen = placeScreen { return screen.unavailable(id) }
    return place == .queue ? unavailableInQueue(id) : unavailableInItem(id)
  }

  private func unavailableInQueue(_ id: CommandID) -> SafeText? {
    switch id {
    case .open, .tag: return queue.handles.isEmpty ? "the list is empty" : nil
    case .copy: return queue.current == nil ? "there is no row" : nil
    case .tagAll, .group: return queue.handles.isEmpty ? "the list is empty" : nil
    case .fold, .foldAll: return queue.groups.isEmpty ? "the list is not grouped" : nil
    case .flag: return queue.current == nil ? "there is no row" : cannotWrite
    case .find, .order, .next, .previous, .first, .last, .halfDown, .halfUp, .pageDown, .pageUp:
      return queue.handles.isEmpty ? "the list is empty" : nil
    case .findNext, .findPrevious:
      return queue.matches.isEmpty ? "nothing was searched for" : nil
    case .apply:
      return tags.isEmpty
        ? "nothing is tagged" : cannotWriteGuideline == nil ? nil : cannotRule
    case .saveLimit: return queue.limitText.isEmpty ? "there is no limit" : nil
    case .forgetLimit: return savedLimits.isEmpty ? "no limit was saved" : nil
    case .untag: return tags.isEmpty ? "nothing is tagged" : nil
    case .importFile: return cannotWrite ?? lacks(.lead)
    default: return nil
    }
  }

  private func unavailableInItem(_ id: CommandID) -> SafeText? {
    switch id {
    case .adopt, .another, .noneOfThese, .ambiguous, .notAnnotatable, .outsideGuideline, .escalate:
      return cannotSettle(id)
    case .confirm: return nothingToConfirm ?? cannotSettle(id)
    case .reason, .note, .noteInEditor: return isSettled ?? cannotSettle(.adopt)
    case .cite: return isSettled ?? cannotSettle(.adopt) ?? nothingToCite
    case .clauseFrom:
      if hidesVotes { return "hidden until your first verdict" }
      return item?.dossier == nil ? "the item is still being read" : cannotWriteGuideline
    case .comment, .flagItem: return cannotWrite
    case .reopen: return cannotWrite ?? nothingToReopen ?? lacks(.lead)
    case .votes: return hidesVotes ? "hidden until your first verdict" : nil
    case .differences:
      return item?.comparison == nil ? "there are no two texts to compare" : nil
    case .nextQuestion, .previousQuestion:
      return (item?.questions.count ?? 1) > 1 ? nil : "the item has one question"
    case .swap:
      if case .pair = item?.opened?.dossier.item.payload { return nil }
      return "there are no two answers"
    case .followPrecedent, .distinguish: return noPrecedent ?? isSettled ?? cannotSettle(.adopt)
    case .precedents: return noPrecedent
    case .pipe: return hidesVotes ? "hidden until your first verdict" : nil
    case .nextPart, .previousPart: return item?.opened == nil ? "the item is still being read" : nil
    case .skip: return isSettled
    default: return nil
    }
  }

  private var cannotWrite: SafeText? {
    if let reason = start.readOnly { return SafeText(reason) }
    return start.me == nil ? "you are not a member of this project" : nil
  }

  /// Why this member may not propose anything for the guideline.
  var cannotWriteGuideline: SafeText? {
    cannotWrite
      ?? (me.holds(.reviewer) || me.holds(.lead) ? nil : "for reviewers and leads")
  }

  private func lacks(_ role: MemberRole) -> SafeText? {
    me.holds(role) ? nil : "for \(role.rawValue)s"
  }

  /// Why this member may not rule on anything.
  var cannotRule: SafeText? {
    cannotWrite ?? (me.holds(.adjudicator) || me.holds(.lead) ? nil : "for adjudicators")
  }

  private var isSettled: SafeText? {
    guard let facts = item?.dossier?.facts, facts.isSettled(.main),
      let standing = facts.seats[.main]
    else { return nil }
    return standing.by == start.me?.id
      ? "you ruled on it; z takes it back" : "\(standing.by.text) ruled on it"
  }

  private var noPrecedent: SafeText? {
    if hidesVotes { return "hidden until your first verdict" }
    return precedents.isEmpty ? "nothing was ruled on these labels yet" : nil
  }

  private var nothingToReopen: SafeText? {
    guard let facts = item?.dossier?.facts else { return "the item is still being read" }
    return facts.seats[.main]?.isDecision == true ? nil : "no ruling stands"
  }

  private var nothingToCite: SafeText? {
    guard let rules = rules?.value else {
      return summary?.guidelineVersion == 0
        ? "no clause is in force" : "the guideline is still being read"
    }
    let hasClause = rules.clauses.values.contains { $0.published != nil }
    return hasClause || item?.draft.cites.isEmpty == false ? nil : "no clause is in force"
  }

  private var nothingToConfirm: SafeText? {
    guard let item else { return "there is no item" }
    if item.dossier?.doubt?.isKeepable == true { return nil }
    if item.contest.kind == .number, item.draft.first == nil {
      if hidesVotes { return "votes are hidden until your first verdict" }
      return item.contest.typedMedian == nil ? "nobody gave a number" : nil
    }
    if item.contest.kind == .labels {
      return item.draft.chosen.isEmpty && item.draft.first == nil ? "no label is chosen" : nil
    }
    return item.draft.first == nil ? "a digit adopts at once" : nil
  }

  /// Why the open unit cannot be ruled on by this member: the same rules as where events are written.
  private func cannotSettle(_ id: CommandID) -> SafeText? {
    if let reason = cannotRule ?? isSettled { return reason }
    guard let item, let facts = item.dossier?.facts else { return "the item is still being read" }
    if case .heldBy(let member, _) = item.lease {
      return "\(member.text) is looking at it; Enter takes it over"
    }
    if let own = me.annotators.first(where: { facts.raters.contains($0) }) {
      return "you rated it, as \(own.text)"
    }
    if let route = facts.route, !route.to.isEmpty, !route.names(me), !me.holds(.lead) {
      return "routed to others"
    }
    guard facts.seats[.main]?.status == .escalated else { return nil }
    if !me.holds(.lead) { return "escalated: for leads" }
    return id == .escalate ? "it was escalated already" : nil
  }
}
