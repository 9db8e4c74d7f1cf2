import Domain

/// Configurations that the reader takes, with names that are hard on quotation.
struct SeededConfigurations {
  private var random: SeededNumbers
  private var taken: Set<String> = []

  init(seed: UInt64) {
    random = SeededNumbers(seed: seed)
  }

  mutating func configuration() -> ProjectConfiguration {
    taken = []
    var configuration = ProjectConfiguration(name: name())
    configuration.task = TaskKind.allCases.randomElement(using: &random) ?? .label
    configuration.blind = Blinding.allCases.randomElement(using: &random) ?? .names
    configuration.store = flip() ? "postgresql://" + name() : nil
    configuration.tiers = (0..<random.below(4)).map { _ in tier() }
    configuration.queue = QueueSettings(
      below: share(), policy: QueuePolicy.allCases.randomElement(using: &random) ?? .gain)
    configuration.members = (0..<random.below(4)).map { _ in
      MemberSettings(
        id: MemberID("m" + name()), user: flip() ? name() : nil,
        annotators: (0..<random.below(3)).map { _ in AnnotatorID(name()) })
    }
    configuration.aliases = (0..<random.below(4)).map { _ in
      AnnotatorAlias(written: AnnotatorID(name()), alias: AnnotatorID(name()))
    }
    configuration.sources = (0..<random.below(4)).map { _ in
      SourceSettings(name: name(), item: flip() ? name() : nil)
    }
    addLabels(to: &configuration)
    if flip() {
      configuration.gate.alpha = flip() ? share() : nil
      configuration.gate.open = flip() ? random.below(100) : nil
      configuration.gate.tierSettled = configuration.tiers.map {
        GateSettings.TierShare(tier: $0.id, share: share())
      }
      configuration.gate.single = flip() ? share() : nil
      configuration.gate.auditAccuracy = flip() ? share() : nil
    }
    configuration.logKeys = (0..<random.below(3)).compactMap { number in
      LogKey(
        "tiebreak/\(number)+0123456\(number)+" + String(repeating: "A", count: 44))
    }
    configuration.routes = (0..<random.below(4)).map { _ in route(configuration.members) }
    return configuration
  }

  private mutating func addLabels(to configuration: inout ProjectConfiguration) {
    let scale = Scale.allCases.randomElement(using: &random)
    for _ in 0..<random.below(8) {
      configuration.labels.append(
        LabelDefinition(
          id: LabelID(name()), name: flip() ? name() : nil, scale: flip() ? scale : nil,
          tier: configuration.tiers.randomElement(using: &random)?.id,
          parent: flip() ? configuration.labels.randomElement(using: &random)?.id : nil))
    }
  }

  private mutating func route(_ members: [MemberSettings]) -> Route {
    let role = RouteTarget.role(MemberRole.allCases.randomElement(using: &random) ?? .lead)
    let terms = (0..<random.below(3)).map { _ -> Limit.Term in
      let scalars = name().unicodeScalars.filter { $0 != "\"" }
      let text = String(String.UnicodeScalarView(scalars)) + "x"
      return Limit.Term(flip() ? .item(.containing(text)) : .text(text), isNegated: flip())
    }
    return Route(
      when: Limit(terms: terms), to: [role] + members.map { RouteTarget.member($0.id) },
      blind: flip() ? .off : nil, twice: flip() ? share() : nil)
  }

  private mutating func tier() -> Tier {
    let costs = ["0", "1.50", ".5", "007", "1e9", "12345678901234", "1e-20", "+3", "5."]
    let cost = Number(costs.randomElement(using: &random) ?? "1") ?? Number(1)
    return Tier(
      id: TierID(name()), cost: cost, dueDays: flip() ? random.below(400) : nil,
      reason: flip() ? .required : .optional)
  }

  private mutating func share() -> Number {
    Number("0." + String(random.below(1000))) ?? Number(1)
  }

  private mutating func flip() -> Bool { random.below(2) == 0 }

  /// Never empty, and never one given before, also after canonical decomposition.
  private mutating func name() -> String {
    let pieces = [
      "a", "Z", "9", "-", "_", ".", " ", "\"", "'", "\\", "#", "=", "[", "]", "{", ",", "\n", "\r",
      "\t", "\u{1}", "\u{7F}", "\u{85}", "\u{202E}", "\u{200B}", "\u{FEFF}", "\u{E0041}", "\u{E9}",
      "e\u{301}", "👩‍👩‍👧", "🇩🇪", "日本", "\u{10FFFF}", "\\u0041", "'''", "\"\"\"", "true", "1.5",
    ]
    while true {
      let count = 1 + random.below(5)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "a" }.joined()
      if taken.insert(text).inserted { return text }
    }
  }
}
