/// The bootstrap over units for figures that counts of patterns do not give: those that ask who
/// rated, or what the values are.
///
/// As many units as there are get drawn with replacement, and the figure is computed with each unit
/// weighted by how often it was drawn. Replicate b has random numbers of its own, so the result is
/// the same however many threads there are. O(replicates × (units + figure)).
public struct UnitBootstrap: Sendable {
  public let units: Int
  public let seed: UInt64
  public let estimate: BootstrapEstimate

  /// Draws all resamples, and leaves out each unit once for BCa.
  ///
  /// - Parameters:
  ///   - units: The number of units, which the figure knows by index.
  ///   - point: The figure of the data; where nil, the one with all weights 1 is taken.
  ///   - figure: The figure of units that occur as often as the weights say, or nil where it is
  ///     undefined. Called by several threads.
  public init(
    units: Int, point: Estimate? = nil, method: ResamplingMethod = .percentile,
    replicates: Int = Bootstrap.defaultReplicates, seed: UInt64,
    shards: Int = Bootstrap.defaultShards, figure: @escaping @Sendable ([Int]) -> Double?
  ) {
    precondition(units >= 0 && replicates > 0 && shards > 0, "there is something to draw")
    self.units = units
    self.seed = seed
    guard units > 0 else {
      estimate = ReplicateValues(value: .nan, replicates: [], seed: seed).estimate(
        point ?? Estimate(undefined: .undefinedNoData), method: method, leftOut: nil)
      return
    }
    let ones = Array(repeating: 1, count: units)
    let value = figure(ones)
    let own =
      value.map {
        Estimate(value: $0, standardError: nil, interval: nil, intervalStatus: .noFormula)
      } ?? Estimate(undefined: .undefinedNoVariation)
    let values = Self.resample(
      units, replicates: replicates, seed: seed, shards: min(shards, replicates), figure)
    var leftOut: ReplicateValues.LeftOut?
    if method == .bca {
      var weights = ones
      let each = (0..<units).map { unit in
        weights[unit] = 0
        defer { weights[unit] = 1 }
        return figure(weights) ?? .nan
      }
      leftOut = ReplicateValues.LeftOut(values: each, units: ones)
    }
    estimate = ReplicateValues(value: value ?? .nan, replicates: values, seed: seed).estimate(
      point ?? own, method: method, leftOut: leftOut)
  }

  private static func resample(
    _ units: Int, replicates: Int, seed: UInt64, shards: Int,
    _ figure: @escaping @Sendable ([Int]) -> Double?
  ) -> [Double] {
    [Double](unsafeUninitializedCapacity: replicates) { values, filled in
      values.initialize(repeating: .nan)
      let rows = ReplicateRows(values, width: 1)
      CoreShare.each(shards) { shard in
        var weights = Array(repeating: 0, count: units)
        for replicate in replicates * shard / shards..<replicates * (shard + 1) / shards {
          var stream = ResamplingStream(seed: seed, replicate: replicate)
          for unit in weights.indices { weights[unit] = 0 }
          for _ in 0..<units { weights[stream.next(below: units)] += 1 }
          rows[replicate][0] = figure(weights) ?? .nan
        }
      }
      filled = replicates
    }
  }
}
