import Domain
import Screen

/// Draws a part of the guideline while it is written.
struct FormScreen: PlaceScreen {
  private let model: Model
  private let form: FormModel?
  private let layout: FormLayout

  init(_ model: Model) {
    self.model = model
    form = model.form
    layout = FormLayout(model.size)
  }

  var sentence: Sentence {
    guard let form else { return Sentence("Nothing is being written.") }
    if let section = form.target.section {
      switch section {
      case .label(let label): return Sentence("What does \(model.look.name(label)) mean?", advice)
      case .policy(let policy): return Sentence("What is the policy \(policy.text)?", advice)
      }
    }
    guard let evidence = form.evidence?.value else {
      return Sentence("Looking which rulings agree …")
    }
    let isNarrow = model.size.width < 60
    switch evidence.verdict {
    case .missing:
      return Sentence(
        isNarrow ? "No ruling stands behind it." : "No ruling stands behind this clause yet.",
        isNarrow ? "" : "Its examples say how it decides.")
    case .split(let outcomes):
      let names = outcomes.map { model.look.text($0).plain }.joined(separator: ", ")
      return Sentence(
        "Its examples were ruled differently.", "\(names) equally often: which does it say?")
    case .outcome(let outcome):
      let agree: SafeText =
        "\(Figures.count(evidence.agreeing)) agree, \(Figures.count(evidence.silent)) are silent."
      let verdict = model.look.text(outcome).clipped(to: 24)
      switch evidence.contradicting {
      case 0: return Sentence("No ruling contradicts \(verdict).", agree)
      case 1: return Sentence("1 ruling contradicts \(verdict).", agree)
      default:
        return Sentence(
          "\(Figures.count(evidence.contradicting)) rulings contradict \(verdict).", agree)
      }
    }
  }

  private var advice: SafeText {
    form?.editor == nil ? "Enter writes." : ""
  }

  var unit: SafeText {
    guard let form else { return "" }
    switch form.target {
    case .new: return "new"
    case .part(.clause(let id)): return "\(id.text)"
    case .part(.section(let id)): return SafeText(id.name).clipped(to: 24)
    }
  }

  var progress: SafeText {
    guard let form else { return "" }
    if form.writing != nil { return "saving …" }
    return form.isChanged ? "not sent" : standing(form.target)
  }

  /// How the part stands that is written.
  private func standing(_ target: FormTarget) -> SafeText {
    switch target {
    case .new: return "not sent"
    case .part(.clause(let id)):
      return model.knownGuideline?.clauses[id].map { GuidelineWords.status($0).text } ?? ""
    case .part(.section(let id)):
      guard let section = model.knownGuideline?.sections[id] else { return "not written yet" }
      return section.isPending ? GuidelineWords.stage(section.stage) : "in force"
    }
  }

  var hints: [CommandID] {
    guard let form else { return [.back] }
    if form.focus == .rulings { return [.open, .example, .counterExample, .otherPane, .back] }
    if form.target.section != nil {
      return [.open, .clauseInEditor, .keepDraft, .sendForReview, .back]
    }
    return [
      .open, .sendForReview, .example, .counterExample, .keepDraft, .otherPane, .clauseLabels,
      .back,
    ]
  }

  func title(_ id: CommandID) -> SafeText? {
    switch id {
    case .open:
      form?.focus == .rulings ? "its item" : form?.field == .labels ? "choose labels" : "write"
    case .otherPane: form?.focus == .rulings ? "to the form" : "to rulings"
    default: nil
    }
  }

  var heard: String {
    guard let form else { return "" }
    if form.focus == .rulings {
      guard let ruling = form.ruling else { return "no ruling" }
      let found = ruling.found
      let stand = FormRulings.look(of: found.stand).2.plain
      return
        "\(SafeText.line(found.ruling.unit.item.text)) \(model.look.text(found.ruling.outcome).plain), "
        + "\(stand), \(SafeText.line(ruling.reading))"
    }
    let name = heardName(form.field)
    guard form.field != .labels else {
      let labels = form.draft.clause.labels.map { model.look.name($0).plain }
      return "\(name): \(labels.isEmpty ? "all" : labels.joined(separator: ", "))"
    }
    let text = form.text(of: form.field)
    return "\(name): \(text.isEmpty ? "empty" : SafeText.line(text))"
  }

  private func heardName(_ field: FormField) -> String {
    switch field {
    case .title: "title"
    case .labels: "labels"
    case .statement: "statement"
    case .text: "text"
    case .example(let index): "example \(index + 1)"
    case .counterExample(let index): "counter-example \(index + 1)"
    }
  }

  func unavailable(_ id: CommandID) -> SafeText? {
    guard let form else { return id == .back ? nil : "nothing is being written" }
    let isClause = form.target.section == nil
    switch id {
    case .open where form.focus == .rulings: return form.ruling == nil ? "there is no ruling" : nil
    case .example, .counterExample:
      if !isClause { return "that is no clause" }
      return form.focus == .rulings && form.ruling == nil ? "there is no ruling" : nil
    case .clauseLabels, .otherPane: return isClause ? nil : "that is no clause"
    case .removeField:
      switch form.field {
      case .example, .counterExample: return nil
      default: return "only examples can be taken out"
      }
    case .keepDraft, .sendForReview:
      if form.writing != nil { return "it is being saved" }
      return model.cannotWriteGuideline
    case .dropForm: return form.isChanged ? nil : "nothing was written that was not sent"
    case .copy: return form.target.clause == nil ? "it has no number yet" : nil
    default: return nil
    }
  }

  /// Fields are of several rows: a click on one would not say how many keys away it is.
  func list(_ size: Size) -> Rect { Rect(row: 0, column: 0, width: 0, height: 0) }

  func draw(in grid: inout Grid) { drawWithCursor(in: &grid) }

  /// - Returns: where the cursor stands, where a field is written.
  @discardableResult
  func drawWithCursor(in grid: inout Grid) -> Position? {
    guard let form else { return nil }
    let isClause = form.target.section == nil
    if isClause, layout.rulings == nil, form.focus == .rulings {
      FormRulings(model, form).draw(in: &grid, layout.rulingArea)
      return nil
    }
    let cursor = FormLines(model, form, layout).draw(form, in: &grid, layout)
    guard isClause, let rulings = layout.rulings else { return cursor }
    if let rule = layout.rule {
      grid.rule(column: rule, rows: rulings.row..<rulings.rows.upperBound)
    }
    FormRulings(model, form).draw(in: &grid, rulings)
    return cursor
  }
}
