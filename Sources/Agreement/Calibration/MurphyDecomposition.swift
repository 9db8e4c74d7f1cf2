/// The Brier score of events as reliability − resolution + uncertainty (Murphy 1973, eq. 7).
///
/// The identity is exact where every bin holds one confidence, as it does here by default; with wider
/// bins `withinBins` closes it (Stephenson, Coelho & Jolliffe 2008).
public struct MurphyDecomposition: Equatable, Sendable {
  /// Σ n_b/N (mean confidence − frequency)²: how far confidences are from frequencies; 0 is best.
  public let reliability: Double

  /// Σ n_b/N (frequency − overall frequency)²: how far the forecasts part the events; more is better.
  public let resolution: Double

  /// f (1 − f): how uncertain the events are, whoever forecasts.
  public let uncertainty: Double

  /// Variance of the confidences within bins less twice their covariance with the outcomes.
  public let withinBins: Double

  /// The sum of the four, which is the Brier score.
  public var brier: Double { reliability - resolution + uncertainty + withinBins }

  /// Splits the score of some forecasts, or nil without an event. O(n log n).
  public init?(_ forecasts: Forecasts, binning: Binning = .distinctValues) {
    guard !forecasts.isEmpty else { return nil }
    let table = ReliabilityTable(forecasts, binning: binning)
    let filled = table.bins.filter { $0.count > 0 }
    let events = Double(forecasts.count)
    let overall = Double(forecasts.outcomes.count(where: \.self)) / events
    reliability =
      OrderFreeSum.of(
        filled.map { bin in
          let excess = Double(bin.hits) - bin.total
          return excess * excess / Double(bin.count)
        }) / events
    resolution =
      OrderFreeSum.of(
        filled.map { bin in
          let lead = Double(bin.hits) / Double(bin.count) - overall
          return Double(bin.count) * lead * lead
        }) / events
    uncertainty = overall * (1 - overall)
    withinBins = Self.withinBins(forecasts, table, binning) / events
  }

  /// The parts of every label against the rest, added up: of the multiclass score.
  public init?(_ table: ProbabilityTable, binning: Binning = .distinctValues) {
    let parts = (0..<table.labelCount).compactMap {
      MurphyDecomposition(table.forecasts(of: $0), binning: binning)
    }
    guard !parts.isEmpty else { return nil }
    reliability = OrderFreeSum.of(parts.map(\.reliability))
    resolution = OrderFreeSum.of(parts.map(\.resolution))
    uncertainty = OrderFreeSum.of(parts.map(\.uncertainty))
    withinBins = OrderFreeSum.of(parts.map(\.withinBins))
  }

  /// Σ over events of (p − p̄_b)² − 2 (p − p̄_b)(y − f_b), bin by bin.
  private static func withinBins(
    _ forecasts: Forecasts, _ table: ReliabilityTable, _ binning: Binning
  ) -> Double {
    if binning == .distinctValues { return 0 }
    let places = binning.places(of: forecasts.confidences).bins
    // Bins of equal mass may be empty and are then missing from the table.
    let used = Set(places).sorted()
    var rows: [Int: ReliabilityBin] = [:]
    for (place, bin) in zip(used, table.bins.filter { $0.count > 0 }) { rows[place] = bin }
    return OrderFreeSum.of(
      places.indices.compactMap { event in
        guard let bin = rows[places[event]], let mean = bin.meanConfidence else { return nil }
        let away = forecasts.confidences[event] - mean
        let frequency = Double(bin.hits) / Double(bin.count)
        return away * away - 2 * away * ((forecasts.outcomes[event] ? 1 : 0) - frequency)
      })
  }
}
