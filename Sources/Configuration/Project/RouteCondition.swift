import Domain

/// A route's `when`: a limit, and what a limit must not be there.
enum RouteCondition {
  /// - Returns: nil where the text is no limit; that and every unsuited term have been reported.
  static func read(
    _ text: Located<String>, _ known: KnownNames, problems: ProblemCollector
  ) -> Limit? {
    let limit: Limit
    do {
      limit = try LimitParser.parse(text.content)
    } catch {
      let before = text.content.utf8.prefix(error.offset).count { $0 & 0xC0 != 0x80 }
      problems.report(
        "when, character \(before + 1): \(LimitWords.words(for: error.problem))", at: text.offset)
      return nil
    }
    for (index, term) in limit.terms.enumerated() {
      guard let message = objection(to: term.condition, known) else { continue }
      problems.report("when, term \(index + 1): \(message)", at: text.offset)
    }
    return limit
  }

  /// Why a condition cannot stand in a route.
  private static func objection(to condition: Limit.Condition, _ known: KnownNames) -> String? {
    switch condition {
    case .age: return moving("age", by: "changes with time")
    case .gain: return moving("gain", by: "changes with every ruling")
    case .status, .anyStatus: return moving("status", by: "changes with every ruling")
    case .doubt: return moving("doubt", by: "changes with every version and import")
    case .ruled: return moving("ruled", by: "changes with every ruling")
    case .tag: return moving("tag", by: "is personal")
    case .drawn: return moving("audit", by: "changes with every ruling")
    case .route: return moving("route", by: "is what routes decide")
    case .tier(let tier): return known.contains(tier) ? nil : known.unknownTier(tier)
    case .label(let label): return known.admits(label) ? nil : known.unknownLabel(label)
    case .pair(let first, let second):
      return [first, second].first { !known.admits($0) }.map { known.unknownLabel($0) }
    case .agreement, .ratings, .slice, .note, .by, .question, .item, .flag, .text, .value, .twice,
      .said,
      .disagree, .alone, .batch, .week, .version:
      return nil
    }
  }

  private static func moving(_ key: String, by reason: String) -> String {
    "\(key) \(reason), so a route cannot ask for it; take the term out"
  }
}
