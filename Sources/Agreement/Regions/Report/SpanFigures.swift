/// What only spans have: F1 by border, by overlap and by character, and the similarity of borders.
/// Counts are added up over units and pairs of annotators; intervals are the jackknife over units.
public struct SpanFigures: Equatable, Sendable {
  public let counts: SpanHits
  /// Same borders and label (Hripcsak & Rothschild 2005).
  public let exact: Estimate
  /// Same borders.
  public let exactUnlabelled: Estimate
  /// A character shared and the same label.
  public let overlapping: Estimate
  /// A character shared.
  public let overlappingUnlabelled: Estimate
  /// Characters with the same label.
  public let characters: Estimate
  /// Boundary similarity B (Fournier 2013) of where spans begin and end, the mean over comparisons;
  /// borders one character apart are near misses.
  public let boundarySimilarity: Estimate

  init(_ jackknife: TallyJackknife) {
    func estimate(_ path: KeyPath<SpanHits, HitCounts>) -> Estimate {
      jackknife.estimate({ $0.hits[keyPath: path].f1 }, undefined: .undefinedNoPairs)
    }
    counts = jackknife.whole.hits
    exact = estimate(\.exact)
    exactUnlabelled = estimate(\.exactUnlabelled)
    overlapping = estimate(\.overlapping)
    overlappingUnlabelled = estimate(\.overlappingUnlabelled)
    characters = estimate(\.characters)
    boundarySimilarity = jackknife.estimate(\.boundarySimilarity, undefined: .undefinedNoPairs)
  }
}
