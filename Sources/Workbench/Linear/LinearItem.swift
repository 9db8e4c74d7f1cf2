import Domain
import Screen

/// An item as somebody hears it: its text, the values that compete, the evidence.
struct LinearItem {
  private let model: Model
  private let look: LabelLook

  init(_ model: Model) {
    self.model = model
    look = model.look
  }

  func fill(_ page: inout LinearPage) {
    guard let item = model.item, item.opened != nil, let unit = item.dossier else {
      page.isPassing = true
      return
    }
    if unit.row.isFlagged { page.states.append("flagged") }
    if model.tags.contains(item.unit) { page.states.append("tagged") }
    page.passage = passage(item)
    page.parts = contest(item) + evidence(item, unit)
    if !model.queue.handles.isEmpty, model.queue.current?.unit == item.unit {
      page.position =
        "item \(Figures.count(model.queue.cursor + 1)) of \(Figures.count(model.queue.total))"
    }
  }

  private func passage(_ item: ItemModel) -> LinearPage.Passage {
    let height = ItemLayout(model).reading.height
    let lines = ItemReading(model).lines(item.offset..<item.offset + height + 1)
    let spoken = lines.prefix(height).map { line in
      if line.isHeading { return Spoken.list([line.text.plain, Spoken.line(line.right)]) + ":" }
      return line.margin.isEmpty ? line.text.plain : "\(line.margin.plain): \(line.text.plain)"
    }
    let key = model.start.keymap.name(for: .scrollDown) ?? ":half-down"
    return LinearPage.Passage(
      start: item.offset, lines: spoken,
      more: lines.count > height ? "\(key) reads on" : nil)
  }

  private func contest(_ item: ItemModel) -> [String] {
    let isHidden = model.hidesVotes
    guard !item.contest.entries.isEmpty else { return ["nobody gave a value"] }
    guard !isHidden || item.contest.kind != .number else { return ["numbers are hidden"] }
    var lines: [String] = []
    var others: [String] = []
    for (index, entry) in item.contest.entries.enumerated() {
      let digit = index < 9 && item.contest.kind != .number ? "\(index + 1) " : ""
      var words = [digit + look.text(entry.value).plain]
      if case .label(let label) = entry.value, item.draft.chosen.contains(label) {
        words.append("chosen")
      }
      if item.draft.first?.value == entry.value { words.append("your first verdict") }
      if entry.voters.isEmpty || isHidden, words.count == 1 {
        others.append(words[0])
        continue
      }
      if !isHidden {
        words.append(entry.votes == 1 ? "1 vote" : "\(entry.votes) votes")
        words.append(entry.voters.map { Spoken.line(SafeText($0)) }.joined(separator: " "))
      }
      lines.append(Spoken.list(words))
    }
    guard !others.isEmpty else { return lines }
    return lines + [(isHidden ? "values: " : "without votes: ") + Spoken.list(others)]
  }

  private func evidence(_ item: ItemModel, _ unit: UnitDossier) -> [String] {
    var lines: [String] = []
    if !model.hidesVotes, !item.contest.abstained.isEmpty {
      lines.append("abstained: " + item.contest.abstained.joined(separator: " "))
    }
    let facts = AuditMark.facts(unit.row, model).map {
      Spoken.line($0.name) + " " + Spoken.line($0.value)
    }
    lines.append("why here: " + facts.joined(separator: ", "))
    if !model.hidesVotes {
      if unit.precedents.haveContradiction {
        lines.append("precedents very alike came out differently")
      }
      lines += unit.precedents.map { precedent in
        "precedent \(SafeText.line(precedent.unit.item.text)): "
          + "\(look.text(precedent.outcome).plain), "
          + (precedent.likeness.map { "alike \(Figures.share($0)), " } ?? "")
          + "\(max(0, model.now.days(since: precedent.at))) d ago"
      }
    }
    if let reason = item.draft.reason { lines.append("your reason: \(SafeText.line(reason))") }
    if !item.draft.cites.isEmpty {
      lines.append(
        "you cite " + item.draft.cites.map { SafeText.line($0.text) }.joined(separator: ", "))
    }
    if let note = item.draft.rationale { lines.append("your note: \(SafeText.line(note))") }
    return lines
  }
}
