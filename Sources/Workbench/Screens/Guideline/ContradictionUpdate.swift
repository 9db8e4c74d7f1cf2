import Domain
import Screen

extension Model {
  /// Shows rulings on texts very alike that came out differently; where they are shown, the list again.
  mutating func turnContradictions() -> [Effect] {
    guideline.difference = nil
    guideline.plan = nil
    guideline.focus = .list
    guideline.detail = ListCursor()
    guideline.contradictions = guideline.contradictions == nil ? .init() : nil
    return readContradictions()
  }

  /// Asks for them as things stand now.
  mutating func readContradictions() -> [Effect] {
    guard let shown = guideline.contradictions else { return [] }
    guideline.contradictions?.generation += 1
    return [.report(.contradictions, generation: shown.generation + 1)]
  }

  mutating func take(_ pairs: [ContradictingPrecedents], generation: Int) -> [Effect] {
    guard let shown = guideline.contradictions, generation == shown.generation else { return [] }
    let isFirst = shown.pairs == nil
    guideline.contradictions?.pairs = Loaded(pairs, stamp: generation)
    let lines = guidelineLines
    if isFirst { guideline.detail.row = lines.firstIndex { $0.unit != nil } ?? 0 }
    guideline.detail.fit(count: lines.count, height: GuidelineLayout(size).detailRows(self))
    return []
  }

  /// Keys while they are shown; nil for those that mean the same everywhere.
  mutating func performInContradictions(_ id: CommandID) -> [Effect]? {
    guard guideline.contradictions != nil else { return nil }
    let lines = guidelineLines
    let height = GuidelineLayout(size).detailRows(self)
    if guideline.detail.move(id, count: lines.count, height: height) { return [] }
    switch id {
    case .open:
      guard lines.indices.contains(guideline.detail.row),
        let unit = lines[guideline.detail.row].unit
      else { return [] }
      return openItem(unit)
    case .contradictions: return turnContradictions()
    case .reread: return readContradictions()
    case .publish:
      guideline.contradictions = nil
      return planPublication()
    case .otherPane, .difference: return []
    default: return nil
    }
  }
}
