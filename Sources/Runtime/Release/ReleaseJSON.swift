import Domain
package import Interchange

/// `release --json`: the sentence, the checks, what would go out. Numbers are not rounded.
package enum ReleaseJSON {
  package static func json(_ standing: ReleaseStanding) -> JSONText {
    let figures = standing.figures
    return .object([
      .init("sentence", .string(ReleaseText.sentence(standing))),
      .init("ready", .boolean(standing.isReady)), .init("head", .integer(figures.head)),
      .init("units", .integer(figures.units)),
      .init("checks", .array(standing.gate.checks.map(json))),
      .init(
        "would_go_out",
        .object([
          .init("unanimous", .integer(figures.unanimous)),
          .init("majority", .integer(figures.majority)), .init("ruled", .integer(figures.ruled)),
          .init("ambiguous", .integer(figures.ambiguous)),
          .init("no_value", .integer(figures.withoutValue)),
          .init("single", .integer(figures.single)),
          .init("unruled", .integer(figures.unruled)), .init("left_out", .integer(figures.leftOut)),
        ])),
      .init("gold", .array(figures.gold.map(json))),
      .init("choice", .string(figures.choice.rawValue)),
      .init("learning", QueueJSON.json(figures.learning)),
      .init("outlook", figures.outlook.map { ForecastJSON.json($0) } ?? nil),
    ])
  }

  private static func json(_ check: GateCheck) -> JSONText {
    var members: [JSONText.Member] = [
      .init("check", .string(name(check.kind))), .init("state", .string(check.state.rawValue)),
    ]
    if case .tierSettled(let tier) = check.kind {
      members.append(.init("tier", .string(tier.text)))
    }
    switch check.figure {
    case .share(let value): members.append(.init("is", .real(value)))
    case .coefficient(let value, let low):
      members += [.init("is", .real(value)), .init("ci95_low", ValueJSON.real(low))]
    case .count(let count): members.append(.init("is", .integer(count)))
    case .holds(let holds): members.append(.init("is", .boolean(holds)))
    case .undefined(let reason):
      members += [.init("is", nil), .init("explanation", .string(reason))]
    }
    switch check.bar {
    case .atLeast(let value): members.append(.init("at_least", .real(value)))
    case .atMost(let value): members.append(.init("at_most", .real(value)))
    case .must: members.append(.init("must", .boolean(true)))
    case nil: break
    }
    switch check.subject {
    case .value(let value): members.append(.init("value", ValueJSON.json(value)))
    case .member(let member): members.append(.init("member", .string(member.text)))
    case .question(let question): members.append(.init("question", .string(question.text)))
    case nil: break
    }
    if let units = check.units { members.append(.init("units", .integer(units))) }
    if let limit = check.limit { members.append(.init("limit", .string(limit.text))) }
    return .object(members)
  }

  private static func name(_ kind: GateCheck.Kind) -> String {
    switch kind {
    case .tierSettled: "tier_settled"
    case .open: "open"
    case .escalated: "escalated"
    case .doubted: "doubted"
    case .flagged: "flagged"
    case .alpha: "alpha"
    case .lowestLabel: "label_alpha"
    case .ruledByOne: "ruled_by_one"
    case .ambiguous: "ambiguous"
    case .single: "single"
    case .audit: "audit_accuracy"
    case .log: "log_verified"
    case .settings: "settings_applied"
    case .identity: "known_identities"
    }
  }

  private static func json(_ count: ReleaseFigures.GoldCount) -> JSONText {
    .object([
      .init("value", ValueJSON.json(count.value)), .init("rows", .integer(count.total)),
      .init("unanimous", .integer(count.unanimous)), .init("majority", .integer(count.majority)),
      .init("ruled", .integer(count.ruled)), .init("single", .integer(count.single)),
    ])
  }
}
