import Domain
import Screen

extension Model {
  /// Asks for the figures as they stand now; what is on screen stays until they are there.
  mutating func enterRelease() -> [Effect] {
    release.generation += 1
    release.isLoading = true
    return [.report(.release, generation: release.generation)]
  }

  mutating func take(_ figures: ReleaseFigures, generation: Int) -> [Effect] {
    guard generation == release.generation else { return [] }
    release.isLoading = false
    let kind = currentCheck?.kind
    release.figures = figures
    // The bar stays on its check, wherever that comes to stand now.
    if let kind, let row = releaseGate?.checks.firstIndex(where: { $0.kind == kind }) {
      release.cursor.row = row
    }
    fitRelease()
    return []
  }

  mutating func fitRelease() {
    release.cursor.fit(
      count: releaseGate?.checks.count ?? 0, height: ListLayout(size, previewHeight: 0).list.height)
  }

  /// The figures held against the bars in force; nil before there are figures.
  var releaseGate: ReleaseGate? {
    guard let figures = release.figures else { return nil }
    let log: ReleaseGate.LogStanding =
      switch verification {
      case .checking(let seq): .checking(seq)
      case .good(let seq): .verified(events: seq + 1)
      case .damaged(let seq): .damaged(seq)
      }
    return ReleaseGate(
      figures, configuration, log: log, settingsDiffer: configurationDiffers,
      isSandbox: start.isSandbox)
  }

  /// The check under the bar.
  var currentCheck: GateCheck? {
    guard let checks = releaseGate?.checks, checks.indices.contains(release.cursor.row) else {
      return nil
    }
    return checks[release.cursor.row]
  }

  mutating func performInRelease(_ id: CommandID, _ argument: String?) -> [Effect] {
    let count = releaseGate?.checks.count ?? 0
    let height = ListLayout(size, previewHeight: 0).list.height
    if release.cursor.move(id, count: count, height: height) { return [] }
    switch id {
    case .open:
      guard let limit = currentCheck?.limit else { return [] }
      return showUnits(LimitState(text: limit.text, limit: limit))
    case .reread: return [.loadSummary] + enterRelease()
    case .copy:
      guard let check = currentCheck else { return [] }
      let words = GateWords(check, self.look)
      return [.copy("\(words.name.plain): \(words.figure.plain), \(words.bar.plain)")]
    default: return []
    }
  }
}
