/// Circles in what one annotator says under one prompt: nobody else and nothing else is in them, so
/// every one is somebody contradicting themselves.
public struct PromptCycles: Equatable, Sendable {
  public let triads: Int
  public let cyclic: Int

  /// The share of an annotator's triads that run in a circle, as if triads were independent.
  public var share: Estimate { .share(cyclic, of: triads) }

  /// Looks at the decided votes on units with systems and prompt, of all annotators or of one.
  public init(_ units: [PreferenceUnit], annotator: Int32? = nil) {
    var prompts: [Int32: [PreferenceUnit]] = [:]
    for unit in units where unit.prompt >= 0 && unit.hasSystems {
      prompts[unit.prompt, default: []].append(unit)
    }
    var triads = 0
    var cyclic = 0
    for (_, units) in prompts where units.count > 2 {
      for table in Self.tables(units, annotator) {
        let cycles = PreferenceCycles(table)
        triads += cycles.triads
        cyclic += cycles.cyclic
      }
    }
    self.triads = triads
    self.cyclic = cyclic
  }

  /// A table for each annotator, over the prompt's systems only.
  private static func tables(_ units: [PreferenceUnit], _ annotator: Int32?) -> [WinTable] {
    let systems = Set(units.flatMap { [$0.first, $0.second] }).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(systems, systems.indices))
    var tables: [Int32: WinTable] = [:]
    for unit in units {
      guard let first = places[unit.first], let second = places[unit.second] else { continue }
      for vote in unit.votes where vote.annotator >= 0 {
        guard annotator == nil || vote.annotator == annotator else { continue }
        tables[vote.annotator, default: WinTable(systemCount: systems.count)]
          .add(first: first, second: second, vote.choice)
      }
    }
    return Array(tables.values)
  }
}
