import Domain
import Screen

/// The first row: where one is at the left, how things stand at the right.
struct TitleBar {
  private struct Part {
    let text: SafeText
    let role: Role
    /// What gives way first has the largest number; nothing may take the place of 0.
    let rank: Int
  }

  private let model: Model

  init(_ model: Model) {
    self.model = model
  }

  func draw(in grid: inout Grid) {
    let width = grid.size.width
    grid.fill(Rect(row: 0, column: 0, width: width, height: 1), ground: .title)
    let project = SafeText(model.configuration.name).clipped(to: max(8, width / 3))
    let place = placeName
    var parts = rightParts
    var question = questionName
    let fixed = 1 + project.width + 3 + place.width
    while fixed + (question.isEmpty ? 0 : question.width + 2) + 2 + rightWidth(parts) + 1 > width {
      if let weakest = parts.map(\.rank).max(), weakest > 1 {
        parts.removeAll { $0.rank == weakest }
      } else if !question.isEmpty {
        question = SafeText()
      } else {
        break
      }
    }
    let start = width - 1 - rightWidth(parts)
    drawLeft(project, place, question, end: start - 2, in: &grid)
    var column = start
    for (index, part) in parts.enumerated() {
      if index > 0 {
        column += grid.put(" · ", at: Position(row: 0, column: column), role: .faint)
      }
      column += grid.put(part.text, at: Position(row: 0, column: column), role: part.role)
    }
  }

  private func drawLeft(
    _ project: SafeText, _ place: SafeText, _ question: SafeText, end: Int, in grid: inout Grid
  ) {
    // Where both do not fit, the place stays: the project is known.
    let room = max(0, end - 1 - place.width - 3)
    var column = 1
    if room >= 4 {
      column += grid.put(
        project, at: Position(row: 0, column: column), width: room, role: .dim)
      column += grid.put(" › ", at: Position(row: 0, column: column), role: .faint)
    }
    column += grid.put(
      place, at: Position(row: 0, column: column), width: max(0, end - column), attributes: .bold)
    guard !question.isEmpty else { return }
    grid.put(
      question, at: Position(row: 0, column: column + 2), width: max(0, end - column - 2),
      role: .dim)
  }

  private var placeName: SafeText {
    guard model.place == .item, let unit = model.item?.unit else {
      return SafeText(model.place.rawValue)
    }
    return "item \(SafeText(unit.item.text).clipped(to: 32))"
  }

  private var questionName: SafeText {
    if let screen = model.placeScreen { return screen.unit }
    guard model.place == .item, let item = model.item, item.questions.count > 1,
      let place = item.questions.firstIndex(of: item.unit.question)
    else { return SafeText() }
    let name = SafeText(item.unit.question.text).clipped(to: 20)
    return "\(name) \(place + 1) of \(item.questions.count)"
  }

  private var rightParts: [Part] {
    let isWide = model.size.width >= 100
    let isNarrow = model.size.width < 60
    var parts = [Part(text: progress, role: model.isEmptyProject ? .info : .text, rank: 0)]
    if !isNarrow {
      if model.start.isSandbox { parts.append(Part(text: "sandbox", role: .warn, rank: 1)) }
      if model.start.readOnly != nil { parts.append(Part(text: "read only", role: .bad, rank: 1)) }
      let version = model.summary?.guidelineVersion ?? 0
      if version > 0 {
        parts.append(
          Part(text: isWide ? "guideline v\(version)" : "v\(version)", role: .dim, rank: 2))
      }
      parts.append(Part(text: who(isWide), role: .dim, rank: 3))
      parts.append(
        Part(
          text: SafeText(Figures.clock(minutes: model.minutes)),
          role: model.minutes >= 90 ? .warn : .dim, rank: 4))
    }
    parts.append(mark(isNarrow))
    return parts
  }

  private func who(_ isWide: Bool) -> SafeText {
    let name = SafeText(model.me.id.text).clipped(to: 16)
    guard isWide else { return name }
    let role =
      [MemberRole.lead, .adjudicator, .reviewer, .observer].first { model.me.holds($0) }
    return "\(name), \(role?.rawValue ?? "reader")"
  }

  private var progress: SafeText {
    if model.isEmptyProject { return "new" }
    if let screen = model.placeScreen { return screen.progress }
    if model.place == .item, model.queue.total > 0, !model.queue.handles.isEmpty {
      return
        "\(Figures.count(model.queue.cursor + 1)) of \(Figures.count(model.queue.total))"
    }
    guard let summary = model.summary else { return "…" }
    return "\(Figures.count(summary.open)) open"
  }

  private func mark(_ isNarrow: Bool) -> Part {
    switch model.verification {
    case .checking(let seq):
      Part(text: isNarrow ? "…" : "… \(Figures.count(seq))", role: .dim, rank: 0)
    case .good(let seq):
      Part(text: isNarrow ? "✓" : "✓ \(Figures.count(seq))", role: .good, rank: 0)
    case .damaged(let seq):
      Part(text: isNarrow ? "×" : "× \(Figures.count(seq))", role: .bad, rank: 0)
    }
  }

  private func rightWidth(_ parts: [Part]) -> Int {
    parts.reduce(0) { $0 + $1.text.width } + 3 * max(0, parts.count - 1)
  }
}
