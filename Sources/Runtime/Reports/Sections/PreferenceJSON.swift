package import Agreement
package import Interchange

/// Preferences for scripts.
package enum PreferenceJSON {
  package static func json(_ report: PreferenceReport) -> JSONText {
    var members: [JSONText.Member] = []
    if let dimension = report.dimension { members.append(.init("dimension", .string(dimension))) }
    members += [
      .init("units", .integer(report.units)), .init("votes", json(report.counts)),
      .init("agreement", json(report.agreement)), .init("position", json(report.position)),
      .init("swaps", json(report.swaps)), .init("prompt_cycles", json(report.promptCycles)),
      .init("by_annotator", .array(report.annotators.map { json($0) })),
    ]
    guard report.hasSystems else {
      members.append(.init("systems", nil))
      members.append(.init("reason", "unknown_systems"))
      members.append(
        .init("explanation", "The items do not say whose answers are compared."))
      return .object(members)
    }
    members += [
      .init("ties", .string(report.ties.rawValue)),
      .init("pseudo_count", .real(report.pseudoCount)),
      .init("systems", .array(report.systems.map { json($0) })),
      .init("tie_rate", EstimateJSON.real(report.tieRate)),
      .init("order_effect", report.orderEffect.map { EstimateJSON.json($0) } ?? nil),
      .init("cycles", json(report.cycles, report.worstCycles)),
      .init("by_margin", .array(report.byMargin.map { json($0) })),
    ]
    return .object(members)
  }

  private static func json(_ counts: PreferenceCounts) -> JSONText {
    [
      "first": .integer(counts.first), "tie": .integer(counts.tied),
      "second": .integer(counts.second), "neither": .integer(counts.neither),
    ]
  }

  private static func json(_ agreement: PreferenceAgreement) -> JSONText {
    var members: [JSONText.Member] = [
      .init("percent_agreement", EstimateJSON.json(agreement.percentAgreement)),
      .init("krippendorff_alpha_nominal", EstimateJSON.json(agreement.alphaNominal)),
      .init("krippendorff_alpha_ordinal", EstimateJSON.json(agreement.alphaOrdinal)),
      .init("fleiss_kappa", EstimateJSON.json(agreement.fleissKappa)),
      .init("gwet_ac1", EstimateJSON.json(agreement.gwetAC1)),
      .init("side_agreement", EstimateJSON.json(agreement.sideAgreement)),
    ]
    if let strength = agreement.alphaStrength {
      members.append(.init("krippendorff_alpha_strength", EstimateJSON.json(strength)))
    }
    return .object(members)
  }

  private static func json(_ position: PositionBias) -> JSONText {
    [
      "share_first": EstimateJSON.json(position.share),
      "share_first_over_units": EstimateJSON.json(position.shareOverUnits),
      "units_for_first": .integer(position.unitsForFirst),
      "units_for_second": .integer(position.unitsForSecond),
      "p": EstimateJSON.real(position.p),
    ]
  }

  private static func json(_ swaps: SwapConsistency) -> JSONText {
    [
      "repeats": .integer(swaps.repeats), "consistent": EstimateJSON.json(swaps.consistent),
      "always_first": .integer(swaps.alwaysFirst), "always_second": .integer(swaps.alwaysSecond),
      "p": EstimateJSON.real(swaps.p),
    ]
  }

  private static func json(_ cycles: PromptCycles) -> JSONText {
    [
      "triads": .integer(cycles.triads), "cyclic": .integer(cycles.cyclic),
      "share": EstimateJSON.json(cycles.share),
    ]
  }

  private static func json(_ cycles: PreferenceCycles?, _ worst: [[String]]) -> JSONText {
    guard let cycles else { return nil }
    return [
      "triads": .integer(cycles.triads), "cyclic": .integer(cycles.cyclic),
      "share": EstimateJSON.json(cycles.share),
      "consistence": EstimateJSON.real(cycles.consistence),
      "worst": .array(
        zip(cycles.worst, worst).map { triad, names in
          ["systems": .array(names.map { .string($0) }), "margin": .integer(triad.margin)]
        }),
    ]
  }

  private static func json(_ annotator: PreferenceAnnotator) -> JSONText {
    [
      "annotator": .string(annotator.name), "votes": json(annotator.counts),
      "tie_share": EstimateJSON.json(annotator.tieShare),
      "mean_strength": EstimateJSON.real(annotator.meanStrength),
      "with_others": EstimateJSON.json(annotator.withOthers),
      "position": json(annotator.position), "swaps": json(annotator.swaps),
      "prompt_cycles": json(annotator.cycles),
    ]
  }

  private static func json(_ system: SystemStrength) -> JSONText {
    [
      "system": .string(system.system), "strength": EstimateJSON.json(system.strength),
      "wins": .integer(system.wins), "ties": .integer(system.ties),
      "losses": .integer(system.losses),
      "mean_win_share": EstimateJSON.real(system.meanWinShare),
    ]
  }

  private static func json(_ row: MarginAgreement) -> JSONText {
    [
      "from": .real(row.lower), "below": .real(row.upper), "units": .integer(row.units),
      "agreement": EstimateJSON.json(row.agreement),
      "for_stronger": EstimateJSON.json(row.forStronger),
      "expected_for_stronger": EstimateJSON.real(row.expectedForStronger),
    ]
  }
}
