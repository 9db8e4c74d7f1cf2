import Domain
import Screen

/// The check under the bar in words, with the numbers behind it.
struct ReleaseSide {
  private let check: GateCheck
  private let figures: ReleaseFigures
  private let look: LabelLook

  init(_ check: GateCheck, _ figures: ReleaseFigures, _ look: LabelLook) {
    self.check = check
    self.figures = figures
    self.look = look
  }

  private struct Fact {
    let name: SafeText
    let value: SafeText
    var role = Role.text
  }

  func draw(in grid: inout Grid, _ area: Rect) {
    let words = GateWords(check, look)
    let end = area.columns.upperBound
    let used = grid.putRight(words.figure, row: area.row, end: end, role: figureRole)
    grid.put(
      words.name, at: Position(row: area.row, column: area.column), width: area.width - used - 2,
      role: .heading)
    var row = area.row + 2
    let lines = TextFlow.lines(of: words.explanation(figures), width: min(72, area.width))
    for line in lines where row < area.rows.upperBound {
      grid.put(line, at: Position(row: row, column: area.column))
      row += 1
    }
    row += 1
    for (title, facts) in sections where row + 1 < area.rows.upperBound && !facts.isEmpty {
      grid.put(title, at: Position(row: row, column: area.column), role: .heading)
      row += 1
      for fact in facts where row < area.rows.upperBound {
        let used = grid.putRight(fact.value, row: row, end: end, role: fact.role)
        grid.put(
          fact.name, at: Position(row: row, column: area.column), width: area.width - used - 2,
          role: .dim)
        row += 1
      }
      row += 1
    }
  }

  private var figureRole: Role {
    switch check.state {
    case .fails: .bad
    case .close: .warn
    default: .text
    }
  }

  private var sections: [(SafeText, [Fact])] {
    switch check.kind {
    case .tierSettled(let tier): return [("still open", tierFacts(tier))]
    case .open, .escalated: return [("by tier", openByTier)]
    case .ruledByOne: return [("who ruled", rulers)]
    case .alpha, .lowestLabel: return [("by question", questions)]
    default: return []
    }
  }

  private func tierFacts(_ tier: TierID) -> [Fact] {
    guard let standing = figures.tiers.first(where: { $0.tier == tier }) else { return [] }
    return [
      fact("waiting for anyone", standing.open), fact("handed to a lead", standing.escalated),
      fact("over due", standing.overdue, warns: true),
    ]
  }

  private var openByTier: [Fact] {
    figures.tiers.map { standing in
      fact(
        SafeText(standing.tier.text),
        check.kind == .escalated ? standing.escalated : standing.open)
    }
  }

  private var rulers: [Fact] {
    figures.rulers.prefix(12).map { fact(SafeText($0.member.text), $0.rulings) }
  }

  private var questions: [Fact] {
    figures.agreement.map { agreement in
      let isLowest = check.kind == .lowestLabel
      let coefficient = isLowest ? agreement.lowestAlpha : agreement.alpha
      var name = SafeText(agreement.question.text)
      if isLowest, let value = agreement.lowest { name = "\(name), \(look.text(value))" }
      guard let value = coefficient.value else { return Fact(name: name, value: "·", role: .faint) }
      var text = SafeText(Figures.share(value))
      if let low = coefficient.low, let high = coefficient.high {
        text.append("  \(Figures.share(low)) to \(Figures.share(high))")
      }
      return Fact(name: name, value: text)
    }
  }

  private func fact(_ name: SafeText, _ count: Int, warns: Bool = false) -> Fact {
    Fact(
      name: name, value: SafeText(Figures.count(count)),
      role: warns && count > 0 ? .warn : count == 0 ? .faint : .text)
  }
}
