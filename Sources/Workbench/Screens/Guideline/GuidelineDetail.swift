import Agreement
import Domain
import Screen

/// One part of the guideline in full, line by line.
struct GuidelineDetail {
  private let page: GuidelinePage?
  private let part: GuidelineList.Part?
  private let look: LabelLook
  private let model: Model
  private let width: Int

  /// - Parameter width: cells of a line.
  init(_ model: Model, width: Int) {
    self.model = model
    page = model.guideline.page?.value
    part = model.currentPart
    look = model.look
    self.width = max(16, width)
  }

  var lines: [GuidelineLine] {
    guard let page, let part else { return [] }
    switch part {
    case .clause(let id): return clause(id, page)
    case .label(let id): return label(id, page)
    case .policy(let id):
      return section(.policy(id), "\(id.text)", page, missing: "Nothing is said of it.")
    case .pending: return pending(page)
    case .version(let number): return version(number, page)
    case .unsent(let target): return unsent(target)
    }
  }

  private func wrapped(_ text: String, role: Role = .text, indent: Int = 0) -> [GuidelineLine] {
    TextFlow.lines(of: text, width: width - 2 - indent).map {
      GuidelineLine(text: $0, role: role, indent: indent)
    }
  }

  // Clauses.

  private func clause(_ id: ClauseID, _ page: GuidelinePage) -> [GuidelineLine] {
    guard let clause = page.guideline.clauses[id] else { return [] }
    let text = clause.published ?? clause.content
    let status = GuidelineWords.status(clause)
    var lines = [
      GuidelineLine(
        text: "\(id.text)", role: .heading, right: status.text, rightRole: status.role)
    ]
    lines += TextFlow.lines(of: text.title, width: width - 2).map {
      GuidelineLine(text: $0, attributes: .bold)
    }
    lines += labels(text)
    lines += [.blank, .heading("statement")] + wrapped(text.statement)
    lines += since(id, page)
    lines += examples(text)
    lines += rulings(id, page)
    lines += past(clause, text)
    return lines
  }

  private func labels(_ text: ClauseText) -> [GuidelineLine] {
    guard !text.labels.isEmpty else {
      return [GuidelineLine(text: "concerns every label", role: .dim)]
    }
    // As many beside each other as fit.
    var lines: [GuidelineLine] = []
    var used = width
    for label in text.labels {
      let cells = look.name(label).width + 3
      if used + cells > width - 2 {
        lines.append(GuidelineLine())
        used = 0
      }
      lines[lines.count - 1].labels.append(label)
      used += cells
    }
    return lines
  }

  private func examples(_ text: ClauseText) -> [GuidelineLine] {
    var lines: [GuidelineLine] = []
    if !text.examples.isEmpty {
      lines += [.blank, .heading("examples")]
      lines += text.examples.flatMap { example($0, "+", .good) }
    }
    if !text.counterExamples.isEmpty {
      lines += [.blank, .heading("counter-examples")]
      lines += text.counterExamples.flatMap { example($0, "−", .bad) }
    }
    return lines
  }

  private func example(
    _ example: ClauseExample, _ glyph: SafeText, _ role: Role
  ) -> [GuidelineLine] {
    let item = example.unit.map { SafeText($0.item.text).clipped(to: 12) } ?? SafeText()
    let room = width - 2 - (item.isEmpty ? 0 : item.width + 2)
    return TextFlow.lines(of: example.text, width: max(8, room)).enumerated().map { index, text in
      GuidelineLine(
        glyph: index == 0 ? glyph : " ", glyphRole: role, text: text,
        right: index == 0 ? item : SafeText(),
        unit: index == 0 ? example.unit : nil)
    }
  }

  /// Whether it did what it was written for.
  private func since(_ id: ClauseID, _ page: GuidelinePage) -> [GuidelineLine] {
    guard let pairs = page.since[id], let version = pairs.first?.version else { return [] }
    return [.blank, .heading("confused before v\(version) and since")]
      + pairs.map { pair in
        let names = [pair.pair.first, pair.pair.second].map { look.name(LabelID($0)) }
        let role: Role =
          pair.isBeyondNoise && !pair.isTooFew
          ? (pair.after.value ?? 0) < (pair.before.value ?? 0) ? .good : .warn : .dim
        return GuidelineLine(
          text: "\(names[0]) ↔ \(names[1])", right: SafeText(SinceWords.figures(pair)),
          rightRole: role)
      }
  }

  private func rulings(_ id: ClauseID, _ page: GuidelinePage) -> [GuidelineLine] {
    let citations = (page.citations[id] ?? []).sorted { $0.seq > $1.seq }
    let count = Figures.count(citations.count)
    guard !citations.isEmpty else {
      return [.blank, .heading("rulings that cite it", "none")]
    }
    return [.blank, .heading("rulings that cite it", "\(count)")]
      + citations.map { citation in
        let outcome = citation.standing.outcome
        var line = GuidelineLine(
          glyph: LabelLook.glyph(outcome), glyphRole: .good,
          text: SafeText(citation.unit.item.text), right: "\(citation.standing.by.text)",
          unit: citation.unit, isCitation: true)
        if case .value(.label(let label)) = outcome {
          line.labels = [label]
        } else {
          line.text = "\(line.text)  \(look.text(outcome))"
        }
        return line
      }
  }

  private func past(_ clause: Clause, _ text: ClauseText) -> [GuidelineLine] {
    var lines: [GuidelineLine] = []
    if !text.bornFrom.isEmpty {
      let events = text.bornFrom.map { Figures.count($0) }.joined(separator: ", ")
      lines += [.blank, .heading("born from the rulings at")] + wrapped(events, role: .dim)
    }
    lines += [.blank, .heading("what became of it")]
    if clause.isPending {
      let what =
        clause.isTakenOut
        ? "is to be withdrawn" : clause.isUnfinished ? "being written" : "sent for review"
      lines.append(
        GuidelineLine(
          text: "\(what) by \(clause.by.text)", role: .warn,
          right: GuidelineWords.day(clause.at)))
      if clause.published != nil {
        lines += wrapped("d shows what publishing it would change.", role: .dim)
      }
    }
    let first = clause.since
    for revision in clause.revisions.reversed() {
      let what: SafeText =
        revision.content == nil ? "withdrawn" : revision.version == first ? "published" : "changed"
      let at = page?.guideline.versions.first { $0.number == revision.version }?.at
      lines.append(
        GuidelineLine(
          text: "v\(revision.version) \(what)", role: .dim,
          right: at.map { GuidelineWords.day($0) } ?? SafeText()))
    }
    return lines
  }

  private func unsent(_ target: FormTarget) -> [GuidelineLine] {
    guard let text = model.forms[target]?.clause else { return [] }
    let title = text.title.isEmpty ? "a clause without a title" : text.title
    var lines = [GuidelineLine(text: "new", role: .heading, right: "only you see it")]
    lines += wrapped(title)
    lines += labels(text)
    if !text.statement.isEmpty {
      lines += [.blank, .heading("statement")] + wrapped(text.statement)
    }
    return lines + examples(text)
  }

  // Labels and policies.

  private func label(_ id: LabelID, _ page: GuidelinePage) -> [GuidelineLine] {
    let isNamed = look.name(id).plain != SafeText(id.text).plain
    var lines = [GuidelineLine(labels: [id], right: isNamed ? "\(id.text)" : SafeText())]
    if let label = page.labels.first(where: { $0.definition.id == id }) {
      lines += known(label)
    }
    lines.append(.blank)
    lines += section(
      .label(id), "what it means", page,
      missing: "Nobody has written down what it means. Define it: tiebreak guide define")
    let clauses = page.guideline.clauses.filter { $0.value.content.labels.contains(id) }
      .sorted { ($0.key.number ?? .max, $0.key) < ($1.key.number ?? .max, $1.key) }
    lines += [.blank, .heading("clauses", SafeText(Figures.count(clauses.count)))]
    guard !clauses.isEmpty else {
      return lines
        + wrapped(
          "No clause speaks of it. A ruling becomes one: tiebreak guide draft --label "
            + SafeText.line(id.text), role: .dim)
    }
    return lines
      + clauses.map { id, clause in
        let status = GuidelineWords.status(clause)
        return GuidelineLine(
          text: "\(id.text)  \(clause.content.title)", right: status.text,
          rightRole: status.role)
      }
  }

  private func known(_ label: GuidelineLabel) -> [GuidelineLine] {
    var facts: [(SafeText, SafeText)] = []
    if let tier = label.definition.tier { facts.append(("tier", "\(tier.text)")) }
    if let parent = label.definition.parent { facts.append(("under", look.name(parent))) }
    facts.append(
      ("ruled", label.use.rulings == 1 ? "once" : "\(Figures.count(label.use.rulings)) times"))
    var lines = facts.map { GuidelineLine(text: $0.0, role: .dim, right: $0.1, rightRole: .text) }
    guard !label.use.rivals.isEmpty else { return lines }
    lines += [.blank, .heading("stands open against", "units")]
    lines += label.use.rivals.map { rival in
      GuidelineLine(
        labels: [rival.label], right: SafeText(Figures.count(rival.units)), rightRole: .text)
    }
    return lines
  }

  private func section(
    _ id: SectionID, _ title: SafeText, _ page: GuidelinePage, missing: String
  ) -> [GuidelineLine] {
    guard let section = page.guideline.sections[id] else {
      return [.heading(title)] + wrapped(missing, role: .dim)
    }
    let state: SafeText =
      !section.isPending
      ? ""
      : section.published == nil
        ? GuidelineWords.stage(section.stage)
        : section.isUnfinished ? "a newer draft" : "newer words in review"
    return [GuidelineLine(text: title, role: .heading, right: state, rightRole: .warn)]
      + wrapped(section.published ?? section.content)
  }

  // Versions.

  private func pending(_ page: GuidelinePage) -> [GuidelineLine] {
    let next = page.guideline.version + 1
    let parts = page.guideline.pending
    var lines: [GuidelineLine] = [
      GuidelineLine(text: "v\(next)", role: .heading, right: "not published", rightRole: .warn)
    ]
    lines += wrapped(
      "A lead publishes it: tiebreak guide publish. Until then rulings go by what is in force.",
      role: .dim)
    lines += [.blank, .heading("waits for it", SafeText(Figures.count(parts.count)))]
    return lines + parts.map { part in GuidelineLine(text: GuidelineWords.title(part, page)) }
  }

  private func version(_ number: Int, _ page: GuidelinePage) -> [GuidelineLine] {
    guard let version = page.guideline.versions.first(where: { $0.number == number }) else {
      return []
    }
    let isInForce = number == page.guideline.version
    var lines = [
      GuidelineLine(
        text: "v\(number)", role: .heading, right: isInForce ? "in force" : "",
        rightRole: .good)
    ]
    let contents = page.guideline.contents(of: number)
    lines += [
      GuidelineLine(
        text: "published by", role: .dim, right: "\(version.by.text)", rightRole: .text),
      GuidelineLine(
        text: "on", role: .dim, right: GuidelineWords.day(version.at), rightRole: .text),
      GuidelineLine(
        text: "clauses", role: .dim, right: SafeText(Figures.count(contents.clauses.count)),
        rightRole: .text),
      GuidelineLine(
        text: "rulings put in doubt", role: .dim,
        right: SafeText(Figures.count(version.publication.inDoubt.count)), rightRole: .text),
    ]
    let fates = page.fates[.version(number)] ?? DoubtFates()
    lines += DoubtFates.Fate.allCases.filter { fates[$0] > 0 }.map { fate in
      GuidelineLine(
        text: "  \(GuidelineWords.word(fate))", role: .dim,
        right: SafeText(Figures.count(fates[fate])), rightRole: fate == .waiting ? .info : .text)
    }
    if let waived = version.publication.waived {
      lines += [.blank, .heading("not calibrated")] + wrapped(waived, role: .warn)
    }
    let changes = version.publication.changes
    lines += [.blank, .heading("changes", SafeText(Figures.count(changes.count)))]
    lines += changes.map { change in
      GuidelineLine(
        text: GuidelineWords.title(change.part, page), right: "\(change.kind.rawValue)",
        rightRole: change.kind == .semantic ? .warn : .dim)
    }
    lines += [.blank, .heading("SHA-256 of its document")]
    return lines
      + SafeText(version.digest.hex).chunks(of: width - 2).map {
        GuidelineLine(text: $0, role: .dim)
      }
  }
}
