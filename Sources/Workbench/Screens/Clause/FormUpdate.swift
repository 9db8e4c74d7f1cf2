import Domain
import Screen

extension Model {
  /// The guideline as far as it was read.
  var knownGuideline: Guideline? {
    let (page, rules) = (guideline.page?.value.guideline, rules?.value)
    guard let page, let rules else { return page ?? rules }
    return page.seq >= rules.seq ? page : rules
  }

  /// Opens the form of a part, as it was left where it was; of a clause with what is to be added.
  mutating func openForm(
    _ target: FormTarget, changing change: (inout FormDraft) -> Void = { _ in }
  ) -> [Effect] {
    let origin = proposal(of: target)
    var draft = forms[target] ?? origin
    change(&draft)
    let before = form
    var opened = FormModel(draft, origin: origin)
    if draft.base < origin.base { opened.newer = origin.base }
    opened.generation = before?.generation ?? 0
    let effects = place == .clause ? [] : go(to: .clause)
    form = opened
    return effects + readEvidence() + keepForm()
  }

  /// A new clause that begins with what is known; where there is one kept, beside it.
  mutating func openNewForm(_ clause: ClauseText) -> [Effect] {
    let number = (forms.keys.compactMap(\.number).max() ?? 0) + 1
    return openForm(.new(number)) { $0.clause = clause }
  }

  /// What was proposed last; of what was not, nothing.
  private func proposal(of target: FormTarget) -> FormDraft {
    switch target {
    case .new: return FormDraft(target: target, clause: .blank)
    case .part(.clause(let id)):
      guard let clause = knownGuideline?.clauses[id] else {
        return FormDraft(target: target, clause: .blank)
      }
      return FormDraft(target: target, base: clause.seq, clause: clause.content)
    case .part(.section(let id)):
      let section = knownGuideline?.sections[id]
      return FormDraft(
        target: target, base: section?.seq ?? -1, text: section?.proposed ?? "")
    }
  }

  /// Back in the form that was left for something else.
  mutating func returnToForm(_ target: FormTarget) -> [Effect] {
    guard form?.target != target else { return readEvidence() }
    return openForm(target)
  }

  /// Keeps what is written; what says nothing new is forgotten.
  mutating func keepForm() -> [Effect] {
    guard let form else { return [] }
    let kept = form.isChanged ? form.draft : nil
    guard forms[form.target] != kept else { return [] }
    forms[form.target] = kept
    return [.saveForms(forms.values.sorted { $0.target.order < $1.target.order })]
  }

  /// Asks which rulings come out as the clause says now.
  mutating func readEvidence() -> [Effect] {
    guard let form, form.target.section == nil else { return [] }
    self.form?.generation += 1
    return [
      .report(
        .evidence(form.draft.clause, form.target.clause), generation: form.generation + 1)
    ]
  }

  mutating func take(_ evidence: ClauseEvidence, generation: Int) -> [Effect] {
    guard form?.generation == generation else { return [] }
    form?.evidence = Loaded(evidence, stamp: generation)
    form?.rulings.fit(count: evidence.entries.count, height: FormLayout(size).rulingRows)
    return []
  }

  // Writing.

  /// Whether keys are text of a field.
  package var isWritingField: Bool { place == .clause && form?.editor != nil }

  /// A key while a field is written.
  mutating func typeInForm(_ key: Key) -> [Effect] {
    guard let form, var editor = form.editor else { return [] }
    switch key {
    case .escape, .control("c"), .control("g"):
      self.form?.editor = nil
      return []
    case .tab: return goToField(step: 1, isWriting: true)
    case .backtab: return goToField(step: -1, isWriting: true)
    case .enter where !form.field.hasLines:
      self.form?.editor = nil
      return []
    default: break
    }
    guard editor.handle(key, width: FormLayout(size).textWidth) else { return [] }
    return written(editor)
  }

  mutating func pasteInForm(_ text: Untrusted) -> [Effect] {
    guard var editor = form?.editor else { return [] }
    editor.insert(String(decoding: text.bytes.prefix(Adjudication.sectionLimit), as: UTF8.self))
    return written(editor)
  }

  private mutating func written(_ editor: TextEditor) -> [Effect] {
    guard let field = form?.field else { return [] }
    form?.editor = editor
    form?.set(editor.text, in: field)
    return keepForm()
  }

  private mutating func goToField(step: Int, isWriting: Bool) -> [Effect] {
    guard let form else { return [] }
    // Labels are chosen, not written: who writes on passes over them.
    let fields = form.fields.filter { !isWriting || $0 != .labels }
    let place = (fields.firstIndex(of: form.field) ?? 0) + step
    self.form?.editor = nil
    self.form?.field = fields[max(0, min(place, fields.count - 1))]
    return isWriting && fields.indices.contains(place) ? beginWriting() : []
  }

  private mutating func beginWriting() -> [Effect] {
    guard let form else { return [] }
    if form.field == .labels {
      asking = .prompt(Prompt(.clauseLabels))
      return []
    }
    self.form?.editor = TextEditor(form.text(of: form.field))
    return []
  }

  // Commands.

  mutating func performInForm(_ id: CommandID, _ argument: String?) -> [Effect] {
    guard let form else { return [] }
    self.form?.editor = nil
    if form.focus == .rulings, let effects = performInRulings(id, form) { return effects }
    switch id {
    case .open: return beginWriting()
    case .next, .halfDown, .pageDown: return goToField(step: 1, isWriting: false)
    case .previous, .halfUp, .pageUp: return goToField(step: -1, isWriting: false)
    case .first: self.form?.field = form.fields[0]
    case .last: self.form?.field = form.fields[form.fields.count - 1]
    case .otherPane: self.form?.focus = form.focus == .fields ? .rulings : .fields
    case .reread: return readEvidence()
    case .clauseLabels:
      if let argument, !argument.isEmpty { return turnLabel(named: argument) }
      asking = .prompt(Prompt(.clauseLabels))
    case .example: return addExample(to: .example(0))
    case .counterExample: return addExample(to: .counterExample(0))
    case .removeField: return removeField()
    case .clauseInEditor:
      let shown = form.target.section == nil ? document(of: form) : form.draft.text
      return [.edit(form.unreadable ?? shown, .form(form.target))]
    case .keepDraft: return send(.draft)
    case .sendForReview: return send(.review)
    case .dropForm:
      asking = .question(
        Question(
          text: "Drop what you wrote? What was sent before stays.", letter: "y", word: "drop",
          safe: "keep writing", deed: .dropForm))
    case .copy: return form.target.clause.map { [.copy($0.text)] } ?? []
    default: break
    }
    return []
  }

  private mutating func performInRulings(_ id: CommandID, _ form: FormModel) -> [Effect]? {
    let count = form.evidence?.value.entries.count ?? 0
    if self.form?.rulings.move(id, count: count, height: FormLayout(size).rulingRows) == true {
      return []
    }
    switch id {
    case .open:
      guard let ruling = form.ruling else { return [] }
      return openItem(ruling.found.ruling.unit)
    case .example, .counterExample:
      guard let ruling = form.ruling else { return [] }
      let unit = ruling.found.ruling.unit
      let example = ClauseExample(reading: ruling.reading, of: unit)
      return changeClause { clause in
        clause.examples.removeAll { $0.unit == unit }
        clause.counterExamples.removeAll { $0.unit == unit }
        if id == .example {
          clause.examples.append(example)
        } else {
          clause.counterExamples.append(example)
        }
      }
    default: return nil
    }
  }

  /// Changes the clause that is written, keeps it, and looks what that does to the rulings.
  mutating func changeClause(_ change: (inout ClauseText) -> Void) -> [Effect] {
    guard var clause = form?.draft.clause else { return [] }
    change(&clause)
    form?.draft.clause = clause
    if let fields = form?.fields, let field = form?.field, !fields.contains(field) {
      form?.field = fields[fields.count - 1]
    }
    return keepForm() + readEvidence()
  }

  /// Takes a label into the clause, or out of it.
  mutating func turn(_ label: LabelID) -> [Effect] {
    changeClause { clause in
      let isIn = clause.labels.contains(label)
      clause = clause.concerning(
        isIn ? clause.labels.filter { $0 != label } : clause.labels + [label])
    }
  }

  private mutating func turnLabel(named text: String) -> [Effect] {
    let wanted = text.lowercased()
    guard
      let label = formLabels.first(where: {
        $0.text == text || look.name($0).plain.lowercased() == wanted
      })
    else {
      notice = Notice(text: "there is no label \(SafeText.line(text))", kind: .plain)
      return []
    }
    return turn(label)
  }

  /// The labels that a clause may concern: those that are declared, else those in use.
  var formLabels: [LabelID] {
    let declared = configuration.labels.map(\.id)
    guard declared.isEmpty else { return declared }
    return guideline.page?.value.labels.map(\.definition.id)
      ?? item?.dossier?.facts.labelsInUse ?? form?.draft.clause.labels ?? []
  }

  /// A further example at the end of its list, ready to be written.
  private mutating func addExample(to field: FormField) -> [Effect] {
    guard var form else { return [] }
    if case .example = field {
      form.draft.clause.examples.append(ClauseExample(""))
      form.field = .example(form.draft.clause.examples.count - 1)
    } else {
      form.draft.clause.counterExamples.append(ClauseExample(""))
      form.field = .counterExample(form.draft.clause.counterExamples.count - 1)
    }
    self.form = form
    return beginWriting()
  }

  private mutating func removeField() -> [Effect] {
    guard let field = form?.field else { return [] }
    return changeClause { clause in
      switch field {
      case .example(let index): clause.examples.remove(at: index)
      case .counterExample(let index): clause.counterExamples.remove(at: index)
      case .title, .labels, .statement, .text: break
      }
    }
  }
}

extension FormTarget {
  fileprivate var number: Int? {
    if case .new(let number) = self { number } else { nil }
  }

  /// New ones first, then parts by their keys.
  package var order: String {
    switch self {
    case .new(let number):
      "0" + String(repeating: "0", count: max(0, 6 - String(number).count)) + "\(number)"
    case .part(let part): "1" + part.key
    }
  }

  /// `R-0042`, `refund`, `A new clause`.
  package var words: String {
    switch self {
    case .new: "the new clause"
    case .part(.clause(let id)): id.text
    case .part(.section(let id)): id.name
    }
  }
}
