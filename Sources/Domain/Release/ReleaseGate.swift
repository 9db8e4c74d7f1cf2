/// Holds figures against the bars of a project. Pure, so that screen and command cannot disagree.
public struct ReleaseGate: Hashable, Sendable {
  /// What is known of the log.
  public enum LogStanding: Hashable, Sendable {
    case verified(events: Int)
    /// Being checked, and how far that came.
    case checking(Int)
    case damaged(Int)
  }

  /// What fails first, then what passes narrowly, what passes, and what nobody asked for.
  public let checks: [GateCheck]

  public init(
    _ figures: ReleaseFigures, _ configuration: ProjectConfiguration, log: LogStanding,
    settingsDiffer: Bool, isSandbox: Bool
  ) {
    let gate = configuration.gate
    var checks = Self.tiers(configuration).compactMap { tier -> GateCheck? in
      guard let standing = figures.tiers.first(where: { $0.tier == tier }), standing.units > 0
      else { return nil }
      let wanted = gate.tierSettled.first { $0.tier == tier }
      return GateCheck(
        .tierSettled(tier), .share(Double(standing.settled) / Double(standing.units)),
        wanted.map { .atLeast($0.share.double) }, units: standing.units - standing.settled)
    }
    checks += [
      GateCheck(
        .open, .count(figures.open), gate.open.map { .atMost(Double($0)) }, units: figures.open),
      GateCheck(
        .escalated, .count(figures.escalated), gate.escalated.map { .atMost(Double($0)) },
        units: figures.escalated),
      GateCheck(
        .flagged, .count(figures.flagged), gate.flagged.map { .atMost(Double($0)) },
        units: figures.flagged),
    ]
    if figures.doubted > 0 {
      // A ruling that a version puts in doubt holds things up as an open unit does.
      checks.append(
        GateCheck(
          .doubted, .count(figures.doubted), gate.open.map { .atMost(Double($0)) },
          units: figures.doubted))
    }
    checks += Self.agreement(figures, gate)
    checks += Self.shares(figures, gate)
    if let audit = Self.audit(figures, gate) { checks.append(audit) }
    switch log {
    case .verified: checks.append(GateCheck(.log, .holds(true), .must))
    case .checking: checks.append(GateCheck(.log, .undefined("it is being checked"), .must))
    case .damaged: checks.append(GateCheck(.log, .holds(false), .must))
    }
    checks.append(GateCheck(.settings, .holds(!settingsDiffer), .must))
    checks.append(GateCheck(.identity, .holds(!isSandbox), .must))
    let order: [GateCheck.State] = [.fails, .close, .passes, .noBar]
    self.checks = order.flatMap { state in checks.filter { $0.state == state } }
  }

  public var failing: [GateCheck] { checks.filter { $0.state == .fails } }
  /// Those that something is asked of.
  public var barred: [GateCheck] { checks.filter { $0.bar != nil } }

  /// Those that a bar names, those whose rulings must say why, and the costliest.
  private static func tiers(_ configuration: ProjectConfiguration) -> [TierID] {
    let highest = configuration.tiers.map(\.cost).max()
    return configuration.tiers.filter { tier in
      tier.reason == .required || tier.cost == highest
        || configuration.gate.tierSettled.contains { $0.tier == tier.id }
    }.map(\.id)
  }

  private static func agreement(
    _ figures: ReleaseFigures, _ gate: GateSettings
  ) -> [GateCheck] {
    let isOne = figures.agreement.count == 1
    let order = { (a: Double?, b: Double?) in (a ?? .infinity) < (b ?? .infinity) }
    var checks: [GateCheck] = []
    if let worst = figures.agreement.min(by: { order($0.alpha.value, $1.alpha.value) }) {
      checks.append(
        GateCheck(
          .alpha, figure(worst.alpha), gate.alpha.map { .atLeast($0.double) },
          subject: isOne ? nil : .question(worst.question)))
    }
    let labelled = figures.agreement.filter { $0.lowest != nil }
    let least = labelled.min { order($0.lowestAlpha.value, $1.lowestAlpha.value) }
    if let least {
      checks.append(
        GateCheck(
          .lowestLabel, figure(least.lowestAlpha), gate.labelAlpha.map { .atLeast($0.double) },
          subject: least.lowest.map { .value($0) }))
    }
    return checks
  }

  private static func figure(_ coefficient: ReleaseFigures.Coefficient) -> GateCheck.Figure {
    guard let value = coefficient.value else {
      return .undefined(coefficient.reason ?? "it is undefined")
    }
    return .coefficient(value, low: coefficient.low)
  }

  /// The lower limit that a complete audit shows. One that ratings came in after does not speak of what
  /// these would release.
  private static func audit(_ figures: ReleaseFigures, _ gate: GateSettings) -> GateCheck? {
    let bar = gate.auditAccuracy.map { GateCheck.Bar.atLeast($0.double) }
    guard let audit = figures.audit else {
      return bar.map { GateCheck(.audit, .undefined("nobody drew an audit"), $0) }
    }
    let figure: GateCheck.Figure =
      if !audit.isComplete {
        .undefined("it waits for \(audit.missing) \(audit.missing == 1 ? "ruling" : "rulings")")
      } else if audit.batchesSince > 0 {
        .undefined("ratings came in after it")
      } else {
        .coefficient(audit.least, low: nil)
      }
    return GateCheck(.audit, figure, bar, units: audit.missing)
  }

  private static func shares(_ figures: ReleaseFigures, _ gate: GateSettings) -> [GateCheck] {
    var checks: [GateCheck] = []
    if let first = figures.rulers.first {
      checks.append(
        GateCheck(
          .ruledByOne, .share(Double(first.rulings) / Double(figures.rulings)),
          gate.ruledByOne.map { .atMost($0.double) }, subject: .member(first.member)))
    }
    guard figures.released > 0 else { return checks }
    let of = { (count: Int) in GateCheck.Figure.share(Double(count) / Double(figures.released)) }
    checks.append(
      GateCheck(.ambiguous, of(figures.ambiguous), gate.ambiguous.map { .atMost($0.double) }))
    checks.append(
      GateCheck(
        .single, of(figures.single), gate.single.map { .atMost($0.double) }, units: figures.single))
    return checks
  }
}
