/// The values of figures in the data, in all resamples, and with one unit left out.
struct FigureValues: Sendable {
  private let figures: Int
  private let data: [Double]
  /// Resample by resample, figure by figure.
  private let resampled: [Double]
  /// Pattern by pattern, figure by figure; empty where nobody asked.
  private let leftOut: [Double]
  private let unitsByPattern: [Int]
  private let replicates: Int
  private let seed: UInt64

  /// - Parameter replicates: 0: nothing is drawn.
  init(
    _ model: PatternModel, _ formulas: FigureFormulas, replicates: Int, seed: UInt64, shards: Int,
    leavesOut: Bool
  ) {
    figures = formulas.count
    unitsByPattern = model.units
    self.replicates = replicates
    self.seed = seed
    guard !model.units.isEmpty else {
      data = Array(repeating: .nan, count: formulas.count)
      resampled = []
      leftOut = []
      return
    }
    var sums = ReplicateSums(model, terms: formulas.terms)
    sums.takeAll()
    data = Self.filled(formulas.count) { formulas.evaluate(sums, into: $0) }
    resampled =
      replicates == 0
      ? []
      : Self.resample(
        sums, formulas, replicates: replicates, seed: seed, shards: min(shards, replicates))
    leftOut = leavesOut ? Self.leaveOut(&sums, formulas) : []
  }

  /// One figure of the data.
  func value(_ figure: Int) -> Double { data[figure] }

  /// One figure's values.
  func of(_ figure: Int) -> ReplicateValues {
    ReplicateValues(value: data[figure], replicates: column(resampled, figure), seed: seed)
  }

  func leftOut(_ figure: Int) -> ReplicateValues.LeftOut? {
    guard !leftOut.isEmpty else { return nil }
    return ReplicateValues.LeftOut(values: column(leftOut, figure), units: unitsByPattern)
  }

  /// One figure less another, value by value.
  func difference(_ first: Int, _ second: Int) -> ReplicateValues {
    ReplicateValues(
      value: data[first] - data[second],
      replicates: zip(column(resampled, first), column(resampled, second)).map { $0 - $1 },
      seed: seed)
  }

  func differenceLeftOut(_ first: Int, _ second: Int) -> ReplicateValues.LeftOut? {
    guard !leftOut.isEmpty else { return nil }
    let values = zip(column(leftOut, first), column(leftOut, second)).map { $0 - $1 }
    return ReplicateValues.LeftOut(values: values, units: unitsByPattern)
  }

  private func column(_ table: [Double], _ figure: Int) -> [Double] {
    stride(from: figure, to: table.count, by: figures).map { table[$0] }
  }

  private static func filled(
    _ count: Int, _ body: (UnsafeMutableBufferPointer<Double>) -> Void
  ) -> [Double] {
    [Double](unsafeUninitializedCapacity: count) { buffer, filled in
      buffer.initialize(repeating: .nan)
      body(buffer)
      filled = count
    }
  }

  private static func resample(
    _ blank: ReplicateSums, _ formulas: FigureFormulas, replicates: Int, seed: UInt64, shards: Int
  ) -> [Double] {
    let sampler = MultinomialSampler(counts: blank.model.units)
    let width = formulas.count
    return filled(replicates * width) { values in
      let rows = ReplicateRows(values, width: width)
      CoreShare.each(shards) { shard in
        var sums = blank
        for replicate in replicates * shard / shards..<replicates * (shard + 1) / shards {
          var stream = ResamplingStream(seed: seed, replicate: replicate)
          sums.resample(sampler, &stream)
          formulas.evaluate(sums, into: rows[replicate])
        }
      }
    }
  }

  private static func leaveOut(
    _ sums: inout ReplicateSums, _ formulas: FigureFormulas
  ) -> [Double] {
    let width = formulas.count
    return filled(sums.model.units.count * width) { values in
      let rows = ReplicateRows(values, width: width)
      sums.leaveOutEach(countsPairs: formulas.needsCoincidences) { pattern, rest in
        formulas.evaluate(rest, into: rows[pattern])
      }
    }
  }
}
