/// What is known of the positions and units that a command speaks of beside its own unit.
public struct Evidence: Hashable, Sendable {
  /// Positions at which a decision stands in the log, whether it still holds or not.
  public var rulings: Set<Int>
  public var units: Set<UnitID>
  /// Draws and results of calibrations, by position.
  public var calibrations: [Int: Calibration]
  /// What a migration would meet.
  public var migration = MigrationFacts()
  /// What an audit would meet.
  public var audit = AuditFacts()

  public init(
    rulings: Set<Int> = [], units: Set<UnitID> = [], calibrations: [Int: Calibration] = [:]
  ) {
    self.rulings = rulings
    self.units = units
    self.calibrations = calibrations
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

  /// Units that must exist: those that examples were taken from, those that were drawn.
  public var namedUnits: [UnitID] {
    switch self {
    case .clause(let proposal):
      guard let text = proposal.text else { return [] }
      return (text.examples + text.counterExamples).compactMap(\.unit)
    case .drawCalibration(let draw):
      return draw.items.map { UnitID(item: $0, question: draw.question) }
    case .drawAudit(let proposal): return proposal.draw.drawn.map(\.unit)
    default: return []
    }
  }

  /// Positions that must be those of a calibration.
  public var calibrationPositions: [Int] {
    switch self {
    case .publish(let publication): publication.calibration.map { [$0] } ?? []
    case .recordCalibration(let result): [result.draw]
    default: []
    }
  }
}
