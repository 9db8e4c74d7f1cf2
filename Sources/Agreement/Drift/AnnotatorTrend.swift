/// One annotator's agreement with the others, window by window: what a sparkline shows.
///
/// A rating belongs to the window of its own time, whenever the others rated the unit.
public struct AnnotatorTrend: Equatable, Sendable {
  /// One window.
  public struct Point: Equatable, Sendable {
    public let window: Int
    /// Milliseconds since 1970, or nil where windows are numbered.
    public let start: Int64?
    /// Units of theirs that others rated too.
    public let units: Int
    public let agreement: Estimate
  }

  public let annotator: Int
  /// Windows in which they rated a unit that others rated too, ascending; between them nothing.
  public let points: [Point]

  /// O(votes).
  ///
  /// - Parameter smallest: Units that a window needs to be judged.
  public init(
    _ annotator: Int, in table: VoteTable, scheme: WindowScheme,
    smallest: Int = DriftReport.defaultSmallest
  ) {
    var tallies: [Int: PairTally] = [:]
    for unit in 0..<table.unitCount where !table.times.isEmpty {
      // Of repeats the last one counts, as everywhere.
      let own = table.votes(of: unit).last { Int(table.annotators[$0]) == annotator }
      guard let own, let window = scheme.window(at: table.times[own]) else { continue }
      let others = table.votes(of: unit).filter { Int(table.annotators[$0]) != annotator }
      let agreeing = others.count { table.labels[$0] == table.labels[own] }
      tallies[window, default: PairTally()].add(agreeing: agreeing, of: others.count)
    }
    self.annotator = annotator
    points = tallies.sorted { $0.key < $1.key }.filter { $0.value.units > 0 }.map { window, tally in
      Point(
        window: window, start: scheme.start(of: window), units: tally.units,
        agreement: tally.estimate(smallest: smallest))
    }
  }
}
