package import Domain
import Screen

/// `precedents` and `alike` for people.
package enum PrecedentText {
  /// What a unit may be ruled like.
  package static func lines(
    _ unit: UnitDossier, names: LabelNames, now: Instant
  ) -> [String] {
    let name = Words.plain(unit.facts.id.item.text)
    guard let first = unit.precedents.first else {
      return ["Nothing was ruled on the labels of \(name) yet."]
    }
    let order =
      first.likeness == nil
      ? "latest first: the item has no words to go by" : "the most alike first"
    var lines = [
      "\(Words.count(unit.precedents.count, "earlier ruling")) on the labels of \(name), \(order)."
    ]
    if unit.precedents.haveContradiction {
      lines.append("Those very alike came out differently: see precedents --contradicting.")
    }
    return lines + [""] + table(unit.precedents, names: names, now: now)
  }

  /// Pairs of rulings, each in two lines.
  package static func lines(
    _ pairs: [ContradictingPrecedents], names: LabelNames, now: Instant
  ) -> [String] {
    guard !pairs.isEmpty else {
      return ["No two rulings on texts very alike came out differently."]
    }
    let count =
      pairs.count == 1 ? "1 pair of rulings" : "\(Figures.count(pairs.count)) pairs of rulings"
    return ["\(count) on texts very alike came out differently.", ""]
      + table(pairs.flatMap { [$0.later, $0.earlier] }, names: names, now: now, tellsWho: true)
  }

  /// Open units like one, with their first words.
  package static func lines(_ like: LikeUnits) -> [String] {
    let name = Words.plain(like.unit.item.text)
    let least = Figures.share(like.least)
    guard !like.found.isEmpty else {
      return ["Nothing that is open for you is like \(name) (from \(least) on)."]
    }
    let verb =
      like.found.count == 1 ? "1 open unit is" : "\(Figures.count(like.found.count)) open units are"
    var table = TextTable([
      .init("alike", .right), .init("item", widest: 28), .init("text", widest: 72, cut: .end),
    ])
    for unit in like.found {
      table.append([
        SafeText(Figures.share(unit.likeness)), SafeText(unit.row.unit.item.text),
        SafeText(unit.text),
      ])
    }
    return ["\(verb) like \(name) (from \(least) on).", ""] + table.lines()
  }

  private static func table(
    _ precedents: [Precedent], names: LabelNames, now: Instant, tellsWho: Bool = false
  ) -> [String] {
    var columns: [TextTable.Column] = [
      .init("alike", .right), .init("ruling", .right), .init("item", widest: 24),
      .init("ruled", widest: 20), .init("days", .right), .init("cites", widest: 16),
      .init("why", widest: 48, cut: .end),
    ]
    if tellsWho { columns.insert(.init("by", widest: 12), at: 4) }
    var table = TextTable(columns)
    for precedent in precedents {
      let ruled =
        precedent.outcome.value.map { names.short($0) }
        ?? SafeText(Words.outcome(precedent.outcome))
      var cells = [
        SafeText(precedent.likeness.map { Figures.share($0) } ?? "·"),
        SafeText(Figures.count(precedent.seq)), SafeText(precedent.unit.item.text), ruled,
        SafeText(String(max(0, now.days(since: precedent.at)))),
        SafeText(precedent.cites.map(\.text).joined(separator: ", ")),
        SafeText(
          [precedent.reason, precedent.rationale].compactMap { $0 }.joined(separator: ": ")),
      ]
      if tellsWho { cells.insert(SafeText(precedent.by.text), at: 4) }
      table.append(cells)
    }
    return table.lines()
  }
}
