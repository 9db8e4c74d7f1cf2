package import Domain
import GRDB
import Ledger

extension ProjectIndex {
  /// Fits the models of annotators to all votes and rulings, unless they know them. Not on the thread that serves a screen: O(sweeps × votes × labels).
  ///
  /// - Parameter isFresh: From the votes alone, whatever was known: then the same log gives the same
  ///   figures, however it was come by.
  /// - Returns: whose figures order the queue by gain from now on.
  @discardableResult
  package func learn(isFresh: Bool = false) throws(ReadFailure) -> QueueLearning {
    let earlier = isFresh ? nil : learned.earlier
    let models = try reading { database -> QueueModels? in
      if !isFresh, let earlier, try earlier.isCurrent(database) { return nil }
      let settings = try EventFolder.settings(database, derivation)
      return try QueueModels(database, settings, earlier: earlier)
    }
    if let models { learned.replace(models) }
    return learned.learning
  }

  /// The figures of the models, where they know the tables as these are read; else nil: then the shares
  /// of the votes order.
  func figures(_ database: Database) throws -> QueueFigures? {
    guard let figures = learned.figures,
      try figures.seq == MetaTable.head(database).seq,
      try figures.schema == QueueModels.schema(database)
    else { return nil }
    return figures
  }

  /// Takes what happened since into the models. O(votes of the item's annotators × labels + units) for
  /// a ruling.
  package func followLearning() throws(ReadFailure) -> QueueStep {
    try learned.step { (models) throws(ReadFailure) in
      try self.reading(&models) { database, models in
        try models.follow(self.events, database)
      }
    }
  }

  /// What further rulings would bring, by the models as they stand; nil where there are none.
  ///
  /// - Parameters:
  ///   - steps: numbers of rulings to tell of, ascending; nil: as `ReleaseOutlook.steps` has them.
  ///   - bound: an accuracy to reach.
  package func outlook(at steps: [Int]? = nil, reaching bound: Double? = nil) -> ReleaseOutlook? {
    learned.read { $0.outlook(at: steps, reaching: bound) }
  }

  /// Whose figures order the queue by gain.
  package var learning: QueueLearning { learned.learning }

  /// Contested units that go out without a ruling. O(units of the queue).
  package func unruledCount(_ choice: ReleaseChoice) throws(ReadFailure) -> Int {
    switch choice {
    case .settled: return 0
    case .model: return learned.figures?.learnedContested ?? 0
    case .majority:
      return try reading { database in
        try Int.fetchOne(
          database,
          sql: """
            SELECT count(*) FROM unit u JOIN vote v ON v.unit = u.id AND v.place = 0
              LEFT JOIN vote w ON w.unit = u.id AND w.place = 1
            WHERE u.status IN (\(UnitStatus.open.code), \(UnitStatus.escalated.code))
              AND u.settled < 0 AND v.votes > coalesce(w.votes, 0)
            """) ?? 0
      }
    }
  }

  /// Whether sums are to be made anew; false while somebody is at the models.
  package var isSweepDue: Bool { learned.figures?.isSweepDue ?? false }

  /// Makes sums anew where they are due: when nobody waits.
  package func sweepLearning() {
    _ = learned.step { models in
      guard models.isSweepDue else { return QueueEffect() }
      models.sweep()
      return QueueEffect()
    }
  }

  private func reading<Outcome>(
    _ models: inout QueueModels, _ body: (Database, inout QueueModels) throws -> Outcome
  ) throws(ReadFailure) -> Outcome {
    do {
      return try pool.read { try body($0, &models) }
    } catch {
      throw ReadFailure(error)
    }
  }
}
