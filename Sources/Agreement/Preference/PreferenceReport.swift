/// Everything about one dimension of a comparison of answers.
public struct PreferenceReport: Equatable, Sendable {
  /// What was asked: `overall`, `tone`; nil where only one thing was.
  public let dimension: String?

  /// Units with a vote.
  public let units: Int
  public let counts: PreferenceCounts

  public let agreement: PreferenceAgreement
  public let position: PositionBias
  public let swaps: SwapConsistency

  /// By name of annotator.
  public let annotators: [PreferenceAnnotator]

  /// Whether units say which systems' answers are compared; else nothing below is known.
  public let hasSystems: Bool

  /// The strongest first.
  public let systems: [SystemStrength]

  public let ties: TieHandling
  public let pseudoCount: Double

  /// Why there are no strengths.
  public let strengthStatus: EstimateStatus

  /// Davidson's ν, where ties are an outcome of their own.
  public let tieRate: Double?

  /// The log odds that the first place adds, beside strengths (Davidson & Beaver 1977); nil without
  /// systems.
  public let orderEffect: Estimate?

  /// Circles among the systems by majority.
  public let cycles: PreferenceCycles?

  /// The worst circles by name.
  public let worstCycles: [[String]]

  /// Circles in what single annotators say under single prompts.
  public let promptCycles: PromptCycles

  public let byMargin: [MarginAgreement]

  /// Computes every figure. O(votes × annotators + systems³).
  ///
  /// - Parameters:
  ///   - systems: names by code; strengths do not depend on their order.
  ///   - annotators: names by code.
  ///   - pseudoCount: added to the wins of either side of every pair of systems.
  public init(
    _ units: [PreferenceUnit], dimension: String? = nil, systems: [String] = [],
    annotators: [String], ties: TieHandling = .halfWins, pseudoCount: Double = 0
  ) {
    let units = units.filter { !$0.votes.isEmpty }
    let (named, names) = Self.inOrder(units, systems)
    self.dimension = dimension
    self.units = units.count
    self.ties = ties
    self.pseudoCount = pseudoCount
    counts = PreferenceCounts(units.lazy.flatMap(\.votes))
    agreement = PreferenceAgreement(units)
    position = PositionBias(units)
    swaps = SwapConsistency(units)
    promptCycles = PromptCycles(units)
    self.annotators = Self.annotators(units, annotators)
    hasSystems = named.contains(where: \.hasSystems)
    let table = WinTable(named, systemCount: names.count)
    let model = BradleyTerry(
      named, systemCount: names.count, ties: ties, pseudoCount: pseudoCount)
    strengthStatus = model.status
    tieRate = model.tieRate
    orderEffect =
      hasSystems
      ? BradleyTerry(
        named, systemCount: names.count, ties: ties, pseudoCount: pseudoCount, orderEffect: true
      ).orderEffect : nil
    let cycles = hasSystems ? PreferenceCycles(table) : nil
    self.cycles = cycles
    worstCycles = cycles?.worst.map { $0.systems.map { names[$0] } } ?? []
    self.systems = hasSystems ? Self.systems(table, model, names) : []
    byMargin = MarginAgreement.rows(named, model)
  }

  /// The units with codes of systems in byte order of the names, of systems that occur.
  private static func inOrder(
    _ units: [PreferenceUnit], _ systems: [String]
  ) -> (units: [PreferenceUnit], names: [String]) {
    let used = Set(units.lazy.filter(\.hasSystems).flatMap { [$0.first, $0.second] })
      .filter { Int($0) < systems.count }
      .sorted { systems[Int($0)].utf8.lexicographicallyPrecedes(systems[Int($1)].utf8) }
    let codes = Dictionary(uniqueKeysWithValues: zip(used, (0..<Int32(used.count))))
    let named = units.map { unit in
      PreferenceUnit(
        first: codes[unit.first] ?? PreferenceUnit.unknown,
        second: codes[unit.second] ?? PreferenceUnit.unknown, prompt: unit.prompt,
        pair: unit.pair, votes: unit.votes)
    }
    return (named, used.map { systems[Int($0)] })
  }

  private static func annotators(
    _ units: [PreferenceUnit], _ names: [String]
  ) -> [PreferenceAnnotator] {
    names.indices
      .map { PreferenceAnnotator(Int32($0), name: names[$0], units: units) }
      .filter { $0.counts.total > 0 }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func systems(
    _ table: WinTable, _ model: BradleyTerry, _ names: [String]
  ) -> [SystemStrength] {
    let others = Array(names.indices)
    let all = names.indices.map { system in
      let met = others.filter { $0 != system && table.counts(system, $0).total > 0 }
      let shares = met.map { other in
        let counts = table.counts(system, other)
        return (Double(counts.first) + Double(counts.tied) / 2) / Double(counts.total)
      }
      return SystemStrength(
        system: names[system], strength: model.strength(system),
        wins: met.reduce(0) { $0 + table.wins(system, over: $1) },
        ties: met.reduce(0) { $0 + table.ties(system, $1) },
        losses: met.reduce(0) { $0 + table.wins($1, over: system) },
        meanWinShare: shares.isEmpty ? nil : OrderFreeSum.of(shares) / Double(shares.count))
    }
    return all.sorted { one, other in
      let first = one.strength.value ?? one.meanWinShare ?? 0
      let second = other.strength.value ?? other.meanWinShare ?? 0
      if first != second { return first > second }
      return one.system.utf8.lexicographicallyPrecedes(other.system.utf8)
    }
  }
}
