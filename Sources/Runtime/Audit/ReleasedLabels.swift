package import Domain
import Interchange
import Screen
import Store

/// What would go out as things stand, of units that nobody ruled on, and how many were ruled.
package struct ReleasedLabels: Hashable, Sendable {
  /// Units on which a ruling stands.
  package var ruled = 0
  /// Those that would be released without one, in byte order of items and questions.
  package var labels: [ReleasedValue] = []

  package init(ruled: Int = 0, labels: [ReleasedValue] = []) {
    self.ruled = ruled
    self.labels = labels
  }
}

extension Project {
  /// What an audit is drawn from: the values that `export` gives to units without a ruling.
  ///
  /// What is released without a value is not among them; nor is gold from elsewhere that nobody here
  /// rated. O(sweeps × votes × labels) with models, O(units and their ratings) without.
  package func releasedLabels() throws(ProjectFailure) -> ReleasedLabels {
    _ = try caughtUp()
    var released = ReleasedLabels()
    let choice = configuration.queue.release
    do throws(ReadFailure) {
      if choice == .model { try index.learn(isFresh: true) }
      try index.visitUnits { unit in
        guard let row = GoldRow(unit, choice) else { return true }
        if row.source == .ruled {
          released.ruled += 1
        } else if let value = row.value, !row.votes.isEmpty, let source = row.source.withoutRuling {
          released.labels.append(
            ReleasedValue(
              unit: row.unit, value: value, source: source,
              probability: row.probability.flatMap { Number(Figures.fixed($0, places: 6)) }))
        }
        return true
      }
    } catch {
      throw .read(error)
    }
    return released
  }
}

extension GoldSource {
  /// On whose word a value goes out that nobody ruled; nil for what was ruled, and where there is none.
  fileprivate var withoutRuling: ReleaseSource? {
    switch self {
    case .unanimous, .bulk: .unanimous
    case .majority: .majority
    case .single: .single
    case .model: .model
    case .imported: .imported
    case .ruled, .open: nil
    }
  }
}
