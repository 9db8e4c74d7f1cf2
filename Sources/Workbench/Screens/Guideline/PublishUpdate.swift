package import Domain
import Screen

extension Model {
  /// Shows what publishing all that waits would do.
  mutating func planPublication() -> [Effect] {
    guideline.difference = nil
    guideline.focus = .list
    guideline.detail = ListCursor()
    guideline.plan = PublishModel()
    return readPlan()
  }

  /// Asks for the plan as things stand now.
  mutating func readPlan() -> [Effect] {
    guard let plan = guideline.plan else { return [] }
    guideline.plan?.generation += 1
    return [.report(.publication(plan.wish), generation: plan.generation + 1)]
  }

  mutating func take(_ page: PublishPage, generation: Int) -> [Effect] {
    guard guideline.plan?.generation == generation else { return [] }
    guideline.plan?.page = Loaded(page, stamp: generation)
    guideline.detail.fit(
      count: guidelineLines.count, height: GuidelineLayout(size).detailRows(self))
    return []
  }

  /// Keys while the plan is shown; nil for those that mean the same everywhere.
  mutating func performInPlan(_ id: CommandID) -> [Effect]? {
    guard let plan = guideline.plan else { return nil }
    switch id {
    case .changeKind:
      guard let part = plannedPart else { return [] }
      guideline.plan?.wish.editorial.formSymmetricDifference([part])
      return readPlan()
    case .leaveOut:
      guard let part = plannedPart else { return [] }
      guideline.plan?.wish.leftOut.formSymmetricDifference([part])
      return readPlan()
    case .spareLabels:
      guideline.plan?.wish.sparing.formSymmetricDifference([.labels])
      return readPlan()
    case .publish:
      guard let page = plan.page?.value else { return [] }
      let parts = page.publication.changes.count
      let doubts = page.publication.inDoubt.count
      let what = parts == 1 ? "1 part changes" : "\(Figures.count(parts)) parts change"
      let back =
        doubts == 0
        ? "no ruling is put in doubt"
        : doubts == 1
          ? "1 ruling is put in doubt" : "\(Figures.count(doubts)) rulings are put in doubt"
      asking = .question(
        Question(
          text: "Publish v\(page.publication.version)? \(what), \(back).", letter: "y",
          word: "publish", safe: "not yet", deed: .publish))
      return []
    case .reread: return readPlan()
    case .open:
      let lines = guidelineLines
      guard lines.indices.contains(guideline.detail.row),
        let unit = lines[guideline.detail.row].unit
      else { return [] }
      return openItem(unit)
    case .contradictions: return turnContradictions()
    case .otherPane, .difference: return []
    default: return nil
    }
  }

  /// The part that the line under the bar speaks of.
  package var plannedPart: GuidelinePart? {
    let lines = guidelineLines
    return lines.indices.contains(guideline.detail.row) ? lines[guideline.detail.row].part : nil
  }

  /// Puts what is shown in force, exactly as it is shown.
  mutating func publish() -> [Effect] {
    guard let plan = guideline.plan, plan.writing == nil, let page = plan.page?.value else {
      return []
    }
    lastTicket += 1
    guideline.plan?.writing = lastTicket
    pending[lastTicket] = Pending(kind: .publication(page.publication.version), unit: nil)
    return [
      .record(Recording(ticket: lastTicket, commands: [.publish(page.publication)]))
    ]
  }

  mutating func takePublication(_ version: Int) -> [Effect] {
    guideline.plan = nil
    guideline.detail = ListCursor()
    notice = Notice(text: "✓ v\(version) is in force", kind: .done)
    return readRules() + (place == .guideline ? enterGuideline() : [])
  }

  /// A rule stands against it: the plan is made anew, as things stand now.
  mutating func takePlanRefusal(_ refused: Refused) -> [Effect] {
    guard guideline.plan?.writing == refused.ticket else { return [] }
    guideline.plan?.writing = nil
    return enterGuideline()
  }
}
