import Domain
import Screen

/// Draws the guideline: clauses, labels, policies and versions, one of them in full, or what changed
/// between two versions.
struct GuidelineScreen: PlaceScreen {
  private let model: Model
  private let layout: GuidelineLayout
  private let look: LabelLook
  private let page: GuidelinePage?

  init(_ model: Model) {
    self.model = model
    layout = GuidelineLayout(model.size)
    look = model.look
    page = model.guideline.page?.value
  }

  private var isDetail: Bool { model.guideline.focus == .detail }

  /// Whether something stands in the place of the list.
  private var isPage: Bool {
    model.guideline.difference != nil || model.guideline.plan != nil
      || model.guideline.contradictions != nil
  }

  var sentence: Sentence {
    guard let page else { return Sentence("Reading the guideline …") }
    let isNarrow = model.size.width < 60
    if model.guideline.plan != nil { return planned(isNarrow) }
    if let shown = model.guideline.contradictions { return contradicting(shown, isNarrow) }
    if let versions = model.guideline.difference { return difference(versions, page, isNarrow) }
    let clauses = page.guideline.clauses.values
    let inForce = clauses.count { $0.published != nil }
    let pending = page.guideline.pending.count
    let version = page.guideline.version
    guard !clauses.isEmpty || version > 0 else {
      return Sentence(
        isNarrow ? "No clauses yet." : "No clauses yet: rulings have nothing to cite.",
        isNarrow
          ? ""
          : model.size.width < 100
            ? "tiebreak guide draft" : "A ruling becomes a clause: tiebreak guide draft")
    }
    let noun = inForce == 1 ? "clause is" : "clauses are"
    let lead: SafeText =
      version == 0
      ? "No version is published yet."
      : isNarrow
        ? "v\(version): \(Figures.count(inForce)) clauses."
        : "\(Figures.count(inForce)) \(noun) in force, v\(version)."
    guard !isNarrow else { return Sentence(lead) }
    let verb = pending == 1 ? "part waits" : "parts wait"
    let what = model.size.width < 100 ? "" : " for publication"
    let wait: SafeText = pending == 0 ? "" : "\(pending) \(verb)\(what). "
    return Sentence(lead, wait + advice)
  }

  private var advice: SafeText {
    if isDetail { return "Enter on a ruling opens it." }
    return layout.list.side == nil ? "Enter shows it in full." : ""
  }

  private func planned(_ isNarrow: Bool) -> Sentence {
    guard let plan = model.guideline.plan?.page?.value else {
      return Sentence("Looking what publishing would do …")
    }
    let doubts = plan.publication.inDoubt.count
    let version = plan.publication.version
    let what: SafeText =
      doubts == 0
      ? "Publishing v\(version) puts no ruling in doubt."
      : doubts == 1
        ? "Publishing v\(version) puts 1 ruling in doubt."
        : "Publishing v\(version) puts \(Figures.count(doubts)) rulings in doubt."
    if let refusal = plan.refusal { return Sentence(what, isNarrow ? "" : "Not yet: \(refusal)") }
    return Sentence(what, isNarrow ? "" : "P publishes it as it is shown.")
  }

  private func contradicting(
    _ shown: GuidelineModel.Contradictions, _ isNarrow: Bool
  ) -> Sentence {
    guard let pairs = shown.pairs?.value else {
      return Sentence("Holding rulings on like texts beside each other …")
    }
    guard !pairs.isEmpty else {
      return Sentence(
        isNarrow
          ? "No contradictions." : "No two rulings on texts very alike came out differently.")
    }
    let count: SafeText =
      pairs.count == 1 ? "1 pair of rulings" : "\(Figures.count(pairs.count)) pairs of rulings"
    return isNarrow
      ? Sentence("\(count) differ.")
      : Sentence("\(count) on like texts came out differently.", "Enter opens one.")
  }

  private func difference(
    _ versions: GuidelineModel.Versions, _ page: GuidelinePage, _ isNarrow: Bool
  ) -> Sentence {
    let diff = GuidelineDiff(page, versions, look, width: 40)
    let to = versions.new ?? page.guideline.version + 1
    let what: SafeText = diff.changed == 1 ? "1 part" : "\(Figures.count(diff.changed)) parts"
    let lead: SafeText =
      versions.new == nil
      ? "Publishing v\(to) would change \(what)." : "v\(versions.old) → v\(to) changed \(what)."
    return Sentence(
      isNarrow ? "v\(versions.old) → v\(to): \(what)." : lead,
      "+\(diff.added) −\(diff.removed) lines.")
  }

  var unit: SafeText {
    if model.guideline.plan != nil, let page {
      let version = page.guideline.version
      return "v\(version) → v\(version + 1)"
    }
    if model.guideline.contradictions != nil { return "contradictions" }
    guard let versions = model.guideline.difference, let page else { return "" }
    return "v\(versions.old) → v\(versions.new ?? page.guideline.version + 1)"
  }

  var progress: SafeText {
    guard let page else { return "…" }
    let count = page.guideline.clauses.count
    return count == 1 ? "1 clause" : "\(Figures.count(count)) clauses"
  }

  var hints: [CommandID] {
    if model.guideline.plan != nil {
      return [.publish, .changeKind, .leaveOut, .spareLabels, .open, .pageDown, .back]
    }
    if model.guideline.contradictions != nil { return [.open, .next, .previous, .reread, .back] }
    if model.guideline.difference != nil { return [.pageDown, .difference, .back] }
    if case .unsent? = model.currentPart { return [.editPart, .newClause, .back] }
    return isDetail
      ? [.open, .otherPane, .difference, .back]
      : [
        .open, .editPart, .newClause, .publish, .difference, .find, .write, .back, .contradictions,
      ]
  }

  func title(_ id: CommandID) -> SafeText? {
    switch id {
    case .open where model.guideline.plan != nil || model.guideline.contradictions != nil:
      "its item"
    case .publish: model.guideline.plan == nil ? "to publish" : "publish"
    case .open: isDetail ? "its item" : layout.list.side == nil ? "in full" : "read"
    case .otherPane: "list"
    case .spareLabels:
      model.guideline.plan?.wish.sparing.contains(.labels) == true ? "doubt them too" : "spare"
    case .difference: model.guideline.difference == nil ? "diff" : "close"
    case .write: "write markdown"
    default: nil
    }
  }

  var heard: String {
    guard isDetail || isPage else {
      return ""
    }
    let lines = model.guidelineLines
    guard lines.indices.contains(model.guideline.detail.row) else { return "" }
    let line = lines[model.guideline.detail.row]
    let labels = line.labels.map { look.name($0).plain }.joined(separator: ", ")
    return [line.glyph.plain, line.text.plain, labels, line.right.plain].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  func unavailable(_ id: CommandID) -> SafeText? {
    guard let page else {
      let needsPage: Set<CommandID> = [
        .open, .otherPane, .difference, .editPart, .newClause, .newPolicy, .publish, .changeKind,
        .leaveOut, .write, .copy, .find,
        .findNext, .findPrevious,
      ]
      return needsPage.contains(id) ? "it is still being read" : nil
    }
    switch id {
    case .publish: return cannotPublish(page)
    case .spareLabels:
      guard let plan = model.guideline.plan else { return "publish shows the rulings first" }
      guard let shown = plan.page?.value else { return "it is still being read" }
      let isLeft = plan.wish.sparing.contains(.labels)
      return isLeft || shown.doubts.contains { $0.reason == .labels }
        ? nil : "no ruling is in doubt for its labels alone"
    case .changeKind, .leaveOut:
      if model.guideline.plan == nil { return "publish shows the changes first" }
      guard let part = model.plannedPart else { return "this line is of no change" }
      let isOut = model.guideline.plan?.wish.leftOut.contains(part) == true
      return id == .changeKind && isOut ? "it is left out" : nil
    case .open where isDetail || isPage:
      let lines = model.guidelineLines
      let row = model.guideline.detail.row
      return lines.indices.contains(row) && lines[row].unit != nil
        ? nil : "there is no item on this line"
    case .editPart where model.guideline.contradictions != nil: return "the list has the parts"
    case .editPart: return model.cannotEdit
    case .newClause, .newPolicy: return model.cannotWriteGuideline
    case .open, .otherPane: return model.currentPart == nil ? "there is nothing" : nil
    case .difference:
      return page.guideline.versions.isEmpty && page.guideline.pending.isEmpty
        ? "nothing was written yet" : nil
    case .write:
      return page.guideline.versions.isEmpty ? "no version is published yet" : nil
    case .copy:
      if model.currentPart == .pending { return "it is not published" }
      return model.currentPart == nil ? "there is nothing" : nil
    case .findNext, .findPrevious:
      return model.guideline.needle.isEmpty ? "nothing was searched for" : nil
    default: return nil
    }
  }

  /// Everybody may look what publishing would do; only a lead does it.
  private func cannotPublish(_ page: GuidelinePage) -> SafeText? {
    guard let plan = model.guideline.plan else {
      let waits = !page.guideline.pending.isEmpty
      if waits { return nil }
      return page.guideline.unfinished.isEmpty
        ? "nothing waits to be published" : "what there is are drafts; send them for review first"
    }
    if plan.writing != nil { return "it is being published" }
    if !model.me.holds(.lead) { return "for leads" }
    if let reason = model.start.readOnly { return SafeText(reason) }
    guard let planned = plan.page?.value else { return "it is still being read" }
    if planned.publication.changes.isEmpty { return "nothing is chosen" }
    return nil
  }

  func draw(in grid: inout Grid) {
    guard let page else { return }
    if model.guideline.plan != nil { return drawPlan(page, in: &grid) }
    if isPage || (isDetail && layout.list.side == nil) {
      draw(model.guidelineLines, isFocused: true, in: &grid, layout.page)
      return
    }
    drawList(page, in: &grid)
    if let preview = layout.list.preview {
      let lines = GuidelineDetail(model, width: layout.page.width - 4).lines
      GuidelineLine.draw(
        lines, current: nil, look: look, in: &grid,
        Rect(row: preview.row, column: 0, width: preview.width, height: preview.height))
    }
    guard let side = layout.list.side, let rule = layout.list.rule else { return }
    grid.rule(column: rule, rows: layout.list.headingRow..<grid.size.height - 2)
    let area = Rect(
      row: side.row, column: side.column - 1, width: side.width + 1, height: side.height)
    draw(model.guidelineLines, isFocused: isDetail, in: &grid, area)
  }

  private func draw(
    _ lines: [GuidelineLine], isFocused: Bool, in grid: inout Grid, _ area: Rect
  ) {
    let cursor = model.guideline.detail
    let top = isFocused ? min(cursor.top, max(0, lines.count - 1)) : 0
    GuidelineLine.draw(
      lines.dropFirst(top), current: isFocused ? cursor.row - top : nil, look: look, in: &grid,
      area)
  }

  private func drawPlan(_ page: GuidelinePage, in grid: inout Grid) {
    guard let planned = model.guideline.plan?.page?.value else { return }
    guard let side = layout.doubts else {
      return draw(model.guidelineLines, isFocused: true, in: &grid, layout.page)
    }
    var area = layout.page
    area = Rect(row: area.row, column: area.column, width: 72, height: area.height)
    draw(model.guidelineLines, isFocused: true, in: &grid, area)
    grid.rule(column: 73, rows: side.row..<grid.size.height - 2)
    let lines = PublishLines(planned, model, page, width: side.width, hasSide: true)
    GuidelineLine.draw(lines.doubts, current: nil, look: look, in: &grid, side)
  }

  private func drawList(_ page: GuidelinePage, in grid: inout Grid) {
    let list = GuidelineList(page, model.forms)
    let area = layout.area
    for offset in 0..<area.height {
      let index = model.guideline.cursor.top + offset
      guard list.lines.indices.contains(index) else { break }
      let line = list.lines[index]
      let row = area.row + offset
      guard let part = line.part else {
        grid.put(line.heading, at: Position(row: row, column: 1), role: .heading)
        grid.putRight(line.right, row: row, end: area.width - 2, role: .dim)
        continue
      }
      if index == model.guideline.cursor.row {
        let isFocused = !isDetail
        grid.fill(
          Rect(row: row, column: 0, width: area.width, height: 1),
          ground: isFocused ? .selection : .selectionOff)
        if isFocused { grid.put("▌", at: Position(row: row, column: 0), role: .accent) }
      }
      GuidelineRow(part, page, model).draw(in: &grid, row: row, width: area.width)
    }
  }
}
