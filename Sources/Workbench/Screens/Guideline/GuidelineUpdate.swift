import Domain
import Screen

extension Model {
  mutating func enterGuideline() -> [Effect] {
    guideline.generation += 1
    guideline.isLoading = true
    return [.report(.guideline, generation: guideline.generation)] + readPlan()
      + readContradictions()
  }

  mutating func take(_ page: GuidelinePage, generation: Int) -> [Effect] {
    guard generation == guideline.generation else { return [] }
    let part = currentPart
    guideline.isLoading = false
    guideline.page = Loaded(page, stamp: generation)
    let list = GuidelineList(page, forms)
    // The bar stays on its part, wherever that comes to stand now.
    if let part, let line = list.lines.firstIndex(where: { $0.part == part }) {
      guideline.cursor.row = line
    }
    fitGuideline(list, isDownwards: true)
    return []
  }

  /// What the bar stands on; nil before anything was read.
  var currentPart: GuidelineList.Part? {
    guideline.page.flatMap { GuidelineList($0.value, forms).part(at: guideline.cursor.row) }
  }

  private mutating func fitGuideline(_ list: GuidelineList, isDownwards: Bool) {
    let height = GuidelineLayout(size).rows
    guideline.cursor.row = list.landing(near: guideline.cursor.row, isDownwards: isDownwards)
    guideline.cursor.fit(count: list.lines.count, height: height)
    // The heading over the first part is worth its row.
    if guideline.cursor.row == 1 { guideline.cursor.top = 0 }
  }

  mutating func performInGuideline(_ id: CommandID, _ argument: String?) -> [Effect] {
    if let effects = performInContradictions(id) { return effects }
    if guideline.plan != nil {
      let height = GuidelineLayout(size).detailRows(self)
      if guideline.detail.move(id, count: guidelineLines.count, height: height) { return [] }
      if let effects = performInPlan(id) { return effects }
    }
    if guideline.difference != nil || guideline.focus == .detail,
      let effects = performBesideList(id)
    {
      return effects
    }
    guard let page = guideline.page?.value else {
      return id == .reread ? enterGuideline() : []
    }
    let list = GuidelineList(page, forms)
    let before = guideline.cursor.row
    if guideline.cursor.move(id, count: list.lines.count, height: GuidelineLayout(size).rows) {
      let isUpwards = id == .previous || id == .halfUp || id == .pageUp
      fitGuideline(list, isDownwards: !isUpwards)
      if guideline.cursor.row != before { guideline.detail = ListCursor() }
      return []
    }
    switch id {
    case .publish: return planPublication()
    case .contradictions: return turnContradictions()
    case .editPart: return editPart()
    case .newClause: return openNewForm(ClauseText(title: "", labels: currentLabels, statement: ""))
    case .newPolicy:
      guard let argument, !argument.isEmpty else {
        asking = .prompt(Prompt(.policyName))
        return []
      }
      return openForm(.part(.section(.policy(PolicyID(argument)))))
    case .open:
      if case .unsent? = currentPart, argument == nil { return editPart() }
      return openPart(argument, list)
    case .otherPane: enterDetail()
    case .reread: return enterGuideline()
    case .difference: showDifference(argument, page)
    case .find:
      guard let argument else {
        asking = .prompt(Prompt(.find, guideline.needle))
        return []
      }
      guideline.needle = argument
      findPart(from: guideline.cursor.row - 1, isDownwards: true)
    case .findNext: findPart(from: guideline.cursor.row, isDownwards: true)
    case .findPrevious: findPart(from: guideline.cursor.row, isDownwards: false)
    case .copy: return copyPart(page)
    case .write: return writeVersion(argument, page)
    default: break
    }
    return []
  }

  /// Keys while the bar is beside the list, or in a difference; nil for those that mean the same
  /// everywhere.
  private mutating func performBesideList(_ id: CommandID) -> [Effect]? {
    let layout = GuidelineLayout(size)
    let lines = guidelineLines
    if guideline.detail.move(id, count: lines.count, height: layout.detailRows(self)) { return [] }
    switch id {
    case .editPart where guideline.difference == nil: return editPart()
    case .publish: return planPublication()
    case .contradictions: return turnContradictions()
    case .open:
      guard lines.indices.contains(guideline.detail.row),
        let unit = lines[guideline.detail.row].unit
      else { return [] }
      return openItem(unit)
    case .otherPane:
      if guideline.difference == nil { guideline.focus = .list }
      return []
    case .difference where guideline.difference != nil:
      closeDifference()
      return []
    default: return nil
    }
  }

  /// Writes what the bar stands on.
  private mutating func editPart() -> [Effect] {
    switch currentPart {
    case .clause(let id): openForm(.part(.clause(id)))
    case .label(let id): openForm(.part(.section(.label(id))))
    case .policy(let id): openForm(.part(.section(.policy(id))))
    case .unsent(let target): openForm(target)
    case .pending, .version, nil: []
    }
  }

  /// The label under the bar: a new clause begins with it.
  private var currentLabels: [LabelID] {
    if case .label(let id)? = currentPart { [id] } else { [] }
  }

  /// Why what the bar stands on cannot be written.
  var cannotEdit: SafeText? {
    switch currentPart {
    case nil: return "there is nothing"
    case .pending, .version: return "what is published stays as it is"
    case .clause(let id):
      let status = guideline.page?.value.guideline.clauses[id]?.status
      return status == .withdrawn ? "a withdrawn clause stays so" : cannotWriteGuideline
    case .label, .policy, .unsent: return cannotWriteGuideline
    }
  }

  /// What stands beside the list, or in its place.
  var guidelineLines: [GuidelineLine] {
    let layout = GuidelineLayout(size)
    let width = layout.detailWidth(self)
    if let plan = guideline.plan {
      guard let planned = plan.page?.value, let page = guideline.page?.value else { return [] }
      return PublishLines(planned, self, page, width: width, hasSide: layout.doubts != nil).lines
    }
    if let shown = guideline.contradictions {
      return ContradictionLines(shown.pairs?.value ?? [], self.look, width: width).lines
    }
    if let difference = guideline.difference, let page = guideline.page?.value {
      return GuidelineDiff(page, difference, self.look, width: width).lines
    }
    return GuidelineDetail(self, width: width).lines
  }

  private mutating func openPart(_ argument: String?, _ list: GuidelineList) -> [Effect] {
    if let argument, !argument.isEmpty {
      let id = ClauseID(argument)
      guard let line = list.lines.firstIndex(where: { $0.part == .clause(id) }) else {
        notice = Notice(text: "there is no clause \(SafeText.line(argument))", kind: .plain)
        return []
      }
      guideline.cursor.row = line
      fitGuideline(list, isDownwards: true)
    }
    enterDetail()
    return []
  }

  /// To the first ruling that cites it, where one does; else to the first line.
  private mutating func enterDetail() {
    guideline.focus = .detail
    let lines = guidelineLines
    guideline.detail = ListCursor()
    guideline.detail.row = lines.firstIndex { $0.unit != nil && $0.isCitation } ?? 0
    guideline.detail.fit(count: lines.count, height: GuidelineLayout(size).detailRows(self))
  }

  /// One level back within the guideline; nil where that leaves it.
  mutating func goBackInGuideline() -> [Effect]? {
    if guideline.plan != nil || guideline.contradictions != nil {
      guideline.plan = nil
      guideline.contradictions = nil
      guideline.detail = ListCursor()
      return []
    }
    if guideline.difference != nil {
      closeDifference()
      return []
    }
    guard guideline.focus == .detail else { return nil }
    guideline.focus = .list
    return []
  }

  private mutating func closeDifference() {
    guideline.difference = nil
    guideline.detail = ListCursor()
  }

  /// `:diff 1 3`; without a word what the version under the bar changed, or what a draft would.
  private mutating func showDifference(_ argument: String?, _ page: GuidelinePage) {
    let last = page.guideline.version
    let words = (argument ?? "").split { $0 == " " || $0 == "→" }
    let numbers = words.compactMap { Int($0.hasPrefix("v") ? $0.dropFirst() : $0) }
    guard numbers.count == words.count, numbers.count < 3,
      numbers.allSatisfy({ (0...last).contains($0) })
    else {
      notice = Notice(text: "two versions from 0 to \(last), as in :diff 1 2", kind: .plain)
      return
    }
    let isPending = !page.guideline.pending.isEmpty
    switch (numbers.first, numbers.dropFirst().first) {
    case (let old?, let new?): guideline.difference = .init(old: old, new: new)
    case (let new?, nil): guideline.difference = .init(old: max(0, new - 1), new: new)
    case (nil, _):
      if case .version(let number)? = currentPart {
        guideline.difference = .init(old: number - 1, new: number)
      } else {
        guideline.difference = .init(
          old: isPending ? last : max(0, last - 1), new: isPending ? nil : last)
      }
    }
    guideline.detail = ListCursor()
  }

  /// Moves the bar to the next part whose id, title or words have the needle.
  private mutating func findPart(from line: Int, isDownwards: Bool) {
    guard let page = guideline.page?.value, !guideline.needle.isEmpty else { return }
    let list = GuidelineList(page, forms)
    let needle = guideline.needle.lowercased()
    let found = list.lines.indices.filter { index in
      list.lines[index].part.map {
        GuidelineSearch.text(of: $0, page).lowercased().contains(needle)
      } ?? false
    }
    let next =
      isDownwards
      ? found.first { $0 > line } ?? found.first : found.last { $0 < line } ?? found.last
    guard let next else {
      notice = Notice(text: "nothing here has \(SafeText.line(guideline.needle))", kind: .plain)
      return
    }
    let place = (found.firstIndex(of: next) ?? 0) + 1
    notice = Notice(text: "match \(place) of \(found.count)", kind: .plain)
    guideline.cursor.row = next
    guideline.detail = ListCursor()
    fitGuideline(list, isDownwards: isDownwards)
  }

  private func copyPart(_ page: GuidelinePage) -> [Effect] {
    switch currentPart {
    case .clause(let id): [.copy(id.text)]
    case .label(let id): [.copy(id.text)]
    case .policy(let id): [.copy(id.text)]
    case .version(let number): [.copy(page.markdown(of: number))]
    case .pending, .unsent, nil: []
    }
  }

  private mutating func writeVersion(_ argument: String?, _ page: GuidelinePage) -> [Effect] {
    var number = page.guideline.version
    if case .version(let chosen)? = currentPart { number = chosen }
    guard let argument, !argument.isEmpty else {
      let name = FileNames.proposal(configuration.name, "guideline-v\(number).md")
      asking = .prompt(Prompt(.write, name))
      return []
    }
    return [.writeText(page.markdown(of: number), to: argument)]
  }
}
