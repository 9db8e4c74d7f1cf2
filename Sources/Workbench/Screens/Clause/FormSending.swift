import Domain
import Screen

/// What becomes of a form: it is sent, kept, dropped, or written in an editor.
extension Model {
  /// Records what was written, as a draft or for review.
  ///
  /// - Parameter over: whether what somebody else proposed meanwhile is to be replaced.
  mutating func send(_ stage: ProposalStage, over isOver: Bool = false) -> [Effect] {
    guard var form, form.writing == nil else { return [] }
    if let newer = form.newer, !isOver {
      let what = SafeText.line(form.target.words)
      asking = .question(
        Question(
          text: "\(what) was changed by event \(newer) since you began. Put yours in its place?",
          letter: "y", word: "replace", safe: "keep writing", deed: .send(stage)))
      return []
    }
    if let newer = form.newer { form.draft.base = newer }
    // An example that nobody wrote is no example.
    form.draft.clause.examples.removeAll { $0.isEmpty }
    form.draft.clause.counterExamples.removeAll { $0.isEmpty }
    let command: Command
    switch form.target {
    case .new:
      command = .clause(ClauseProposal(id: nil, text: tidied(form.draft.clause), stage: stage))
    case .part(.clause(let id)):
      command = .clause(
        ClauseProposal(
          id: id, base: form.draft.base, text: tidied(form.draft.clause), stage: stage))
    case .part(.section(let id)):
      let text = GuidelineWriting.trimmed(form.draft.text)
      command = .section(
        SectionProposal(id: id, base: form.draft.base, text: text, stage: stage))
    }
    lastTicket += 1
    form.writing = lastTicket
    form.field = form.fields.contains(form.field) ? form.field : form.fields[0]
    self.form = form
    pending[lastTicket] = Pending(kind: .proposal(form.target, stage), unit: nil)
    return [.record(Recording(ticket: lastTicket, commands: [command]))]
  }

  private func tidied(_ clause: ClauseText) -> ClauseText {
    var clause = clause
    clause.title = GuidelineWriting.trimmed(clause.title)
    clause.statement = GuidelineWriting.trimmed(clause.statement)
    return clause
  }

  /// What was written is in the log: sent for review the form closes, kept as a draft it stays.
  mutating func takeProposal(
    _ target: FormTarget, _ stage: ProposalStage, _ proposal: RecordedProposal?
  ) -> [Effect] {
    forms[target] = nil
    var effects: [Effect] = [
      .saveForms(forms.values.sorted { $0.target.order < $1.target.order })
    ]
    effects += readRules()
    let name = SafeText.line((proposal.map { FormTarget.part($0.part) } ?? target).words)
    let done: String
    switch stage {
    case .draft: done = "kept as a draft"
    case .review: done = "sent for review"
    }
    notice = Notice(text: "✓ \(name) \(done)", kind: .done)
    guard form?.target == target else { return effects }
    form?.writing = nil
    guard stage == .draft, let proposal, var draft = form?.draft else {
      return effects + closeForm()
    }
    draft.target = .part(proposal.part)
    draft.base = proposal.seq
    form?.draft = draft
    form?.origin = draft
    form?.newer = nil
    trail = trail.map { $0.renamed(from: target, to: draft.target) }
    return effects + readEvidence()
  }

  /// A rule stands against what was sent: it stays in the form.
  mutating func takeFormRefusal(_ refused: Refused) {
    guard form?.writing == refused.ticket else { return }
    form?.writing = nil
    if case .partChangedMeanwhile(_, let seq) = refused.refusal { form?.newer = seq }
  }

  /// Leaves the form and everything that leads back to it.
  mutating func closeForm() -> [Effect] {
    guard let target = form?.target else { return [] }
    let isHere = place == .clause
    form = nil
    trail.removeAll { $0.form == target }
    guard isHere else { return [] }
    return goBackOnTrail() ?? go(to: .guideline)
  }

  /// `q`: from the rulings to the fields, from these to where one came from; what was written stays.
  mutating func goBackInForm() -> [Effect]? {
    if form?.focus == .rulings {
      form?.focus = .fields
      return []
    }
    let isKept = form?.isChanged == true
    let effects = keepForm() + closeForm()
    if isKept { notice = Notice(text: "what you wrote is kept", kind: .plain) }
    return effects
  }

  mutating func dropForm() -> [Effect] {
    guard let form else { return [] }
    forms[form.target] = nil
    return [.saveForms(forms.values.sorted { $0.target.order < $1.target.order })] + closeForm()
  }

  func document(of form: FormModel) -> String {
    var shown = form.draft.clause
    if shown.title.isEmpty { shown.title = GuidelineWriting.titleWanted }
    if shown.statement.isEmpty { shown.statement = GuidelineWriting.statementWanted }
    return GuidelineMarkdown.text(of: shown, id: form.target.clause)
  }

  mutating func takeWritten(_ document: String?, for target: FormTarget) -> [Effect] {
    guard let document, form?.target == target else { return [] }
    guard target.section == nil else {
      form?.draft.text = GuidelineWriting.trimmed(document)
      return keepForm()
    }
    do {
      var text = try GuidelineMarkdown.clause(of: GuidelineWriting.tidied(document)).text
      if text.title == GuidelineWriting.titleWanted { text.title = "" }
      if text.statement == GuidelineWriting.statementWanted { text.statement = "" }
      form?.unreadable = nil
      return changeClause { $0 = text }
    } catch {
      form?.unreadable = document
      let key = start.keymap.name(for: .clauseInEditor) ?? ":editor"
      asking = .alarm(
        "Line \(error.line) is not spelled as a clause is. Nothing was taken; \(key) opens what you "
          + "wrote again.")
      return []
    }
  }
}

extension ClauseExample {
  fileprivate var isEmpty: Bool { GuidelineWriting.trimmed(text).isEmpty }
}
