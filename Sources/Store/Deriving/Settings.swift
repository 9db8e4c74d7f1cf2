import Domain

/// What of the settings in force the tables depend on, laid out for looking up.
struct Settings {
  let configuration: ProjectConfiguration
  let below: Double
  let scale: Scale
  private let ranks: [LabelID: Int]
  private let tiers: [LabelID: Tier]
  private var aliases: [AnnotatorID: AnnotatorID]

  /// What is in force before the first `config` event.
  static let initial = Settings(ProjectConfiguration(name: ""))

  init(_ configuration: ProjectConfiguration) {
    self.configuration = configuration
    below = configuration.queue.below.double
    scale = configuration.scale
    var ranks: [LabelID: Int] = [:]
    var tiers: [LabelID: Tier] = [:]
    for (rank, label) in configuration.labels.enumerated() {
      ranks[label.id] = rank
      tiers[label.id] = label.tier.flatMap { configuration.tier($0) }
    }
    self.ranks = ranks
    self.tiers = tiers
    aliases = Dictionary(
      configuration.aliases.map { ($0.written, $0.alias) }, uniquingKeysWith: { $1 })
  }

  /// Whom a name in an export means.
  func resolved(_ annotator: AnnotatorID) -> AnnotatorID {
    aliases[annotator] ?? annotator
  }

  /// These settings, with the people of others.
  func naming(as other: Settings) -> Settings {
    var copy = self
    copy.aliases = other.aliases
    return copy
  }

  /// Whether every row of a unit comes out the same under both.
  func derivesSame(as other: Settings) -> Bool {
    let (a, b) = (configuration, other.configuration)
    return a.labels == b.labels && a.tiers == b.tiers && a.task == b.task && a.routes == b.routes
      && a.queue.below == b.queue.below
  }

  /// Whether names mean the same people under both.
  func namesPeople(as other: Settings) -> Bool {
    aliases == other.aliases
  }

  /// How many labels there are where a set is declared and a rating is one of them.
  func declaredCount(for value: Value?) -> Int? {
    guard case .label = value, !ranks.isEmpty else { return nil }
    return ranks.count
  }

  func voteValue(id: Int64, value: Value, content: String) -> VoteValue {
    let labels = value.mentionedLabels
    let costliest = labels.compactMap { tiers[$0] }
      .max { $0.cost.double < $1.cost.double }
    let unpriced = labels.isEmpty || labels.contains { tiers[$0] == nil }
    let cost = max(costliest?.cost.double ?? 1, unpriced ? 1 : 0)
    return VoteValue(
      id: id, value: value, content: content, rank: rank(value), number: number(value), cost: cost,
      tier: costliest)
  }

  private func rank(_ value: Value) -> Int {
    guard case .label(let label) = value else { return .max }
    return ranks[label] ?? .max
  }

  private func number(_ value: Value) -> Double? {
    switch value {
    case .number(let number): number.double
    case .label(let label) where scale == .interval || scale == .ratio:
      Number(label.text)?.double
    default: nil
    }
  }
}
