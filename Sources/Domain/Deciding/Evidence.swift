/// What is known of the positions and units that a command about the guideline speaks of.
public struct Evidence: Hashable, Sendable {
  /// Positions at which a decision stands in the log, whether it still holds or not.
  public var rulings: Set<Int>
  public var units: Set<UnitID>

  public init(rulings: Set<Int> = [], units: Set<UnitID> = []) {
    self.rulings = rulings
    self.units = units
  }
}

extension Command {
  /// Positions that must be those of rulings.
  public var positions: [Int] {
    switch self {
    case .clause(let proposal): proposal.text?.bornFrom ?? []
    case .publish(let publication): publication.inDoubt
    default: []
    }
  }

  /// Units that examples were taken from.
  public var exampleUnits: [UnitID] {
    guard case .clause(let proposal) = self, let text = proposal.text else { return [] }
    return (text.examples + text.counterExamples).compactMap(\.unit)
  }
}
