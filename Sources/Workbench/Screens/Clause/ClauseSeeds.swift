package import Domain
import Screen

/// Where rulings come from that a clause is to be made from.
package enum SeedSource: Hashable, Sendable {
  /// The units that meet a limit and were ruled on.
  case limit(Limit)
  case units([UnitID])

  /// The labels that a limit speaks of: those of a cell of the heat map.
  package var labels: [LabelID] {
    guard case .limit(let limit) = self else { return [] }
    let named = limit.terms.filter { !$0.isNegated }.flatMap { term -> [LabelID] in
      switch term.condition {
      case .pair(let one, let other): [one, other]
      case .label(let label), .value(let label), .twice(let label), .said(_, let label): [label]
      default: []
      }
    }
    return Set(named).sorted()
  }
}

/// Rulings that a clause is to be made from, as they stand.
package struct ClauseSeeds: Hashable, Sendable {
  package let source: SeedSource
  /// The latest first.
  package let seeds: [ClauseSeed]

  package init(source: SeedSource, seeds: [ClauseSeed]) {
    self.source = source
    self.seeds = seeds
  }
}

extension Model {
  /// Asks for the rulings behind what was chosen; the form opens when they are there.
  mutating func draftClause(from source: SeedSource) -> [Effect] {
    seedGeneration += 1
    return [.report(.seeds(source), generation: seedGeneration)]
  }

  mutating func take(_ found: ClauseSeeds, generation: Int) -> [Effect] {
    guard generation == seedGeneration else { return [] }
    guard !found.seeds.isEmpty else {
      notice = Notice(text: "nothing there was ruled yet; rulings come first", kind: .plain)
      return []
    }
    var clause = ClauseText(labels: found.source.labels, from: found.seeds)
    let labels = clause.labels.sorted { look.place($0) < look.place($1) }.prefix(3)
    clause.title = labels.map { look.name($0).plain }.joined(separator: " or ")
    return openNewForm(clause)
  }
}
