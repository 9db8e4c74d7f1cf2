/// A one-to-one matching of regions.
struct RegionPairing {
  /// By first, then second index.
  let pairs: [RegionPair]
  /// Whether no other matching has a larger sum of overlaps, for certain.
  let isBest: Bool
}
