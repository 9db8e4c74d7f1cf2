/// Draws how often each pattern occurs when n units are drawn with replacement from n units: the
/// multinomial distribution with the patterns' shares, exactly.
///
/// Counts are first drawn as independent Poisson numbers with means a little below the patterns'
/// own counts, 2√n below in all. Given their total s ≤ n they are multinomial over s draws; n − s
/// further single draws make it n. A total above n, about one time in forty, is thrown away. A
/// Poisson number is the sum of one for each hexadecimal digit of the pattern's count, so that at
/// most 15 tables a digit serve any number of patterns. O(patterns + √n) a replicate.
struct MultinomialSampler: Sendable {
  /// Patterns that share a table.
  private struct Run: Sendable {
    let table: AliasTable
    let patterns: [UInt32]
  }

  /// Fewer units than this are drawn one by one.
  private static let smallSample = 64

  let total: Int
  let patternCount: Int
  private let runs: [Run]
  private let single: AliasTable

  /// - Precondition: counts are positive, their sum is below 2³².
  init(counts: [Int]) {
    total = counts.reduce(0, +)
    precondition(total < 1 << 32, "a resample has fewer than 2³² units")
    patternCount = counts.count
    single = AliasTable(weights: counts.map { Double($0) })
    runs = total < Self.smallSample ? [] : Self.runs(counts, total: total)
  }

  /// Draws the counts of one resample.
  func draw(into counts: UnsafeMutableBufferPointer<UInt32>, _ stream: inout ResamplingStream) {
    guard let base = counts.baseAddress, counts.count == patternCount else { return }
    while true {
      counts.update(repeating: 0)
      var drawn = 0
      for run in runs { drawn &+= Self.draw(run, base, &stream) }
      guard drawn <= total else { continue }
      single.columns.withUnsafeBufferPointer { columns in
        guard let columns = columns.baseAddress else { return }
        var rest = total &- drawn
        while rest > 0 {
          let index = AliasTable.outcome(stream.next(), columns, bits: single.bits)
          base[Int(truncatingIfNeeded: index)] &+= 1
          rest &-= 1
        }
      }
      return
    }
  }

  private static func draw(
    _ run: Run, _ counts: UnsafeMutablePointer<UInt32>, _ stream: inout ResamplingStream
  ) -> Int {
    let bits = run.table.bits
    var local = stream
    var drawn = 0
    run.table.columns.withUnsafeBufferPointer { columns in
      guard let columns = columns.baseAddress else { return }
      run.patterns.withUnsafeBufferPointer { patterns in
        for pattern in patterns {
          let count = AliasTable.outcome(local.next(), columns, bits: bits)
          counts[Int(truncatingIfNeeded: pattern)] &+= count
          drawn &+= Int(truncatingIfNeeded: count)
        }
      }
    }
    stream = local
    return drawn
  }

  private static func runs(_ counts: [Int], total: Int) -> [Run] {
    let shortened = Double(total) - 2 * Double(total).squareRoot()
    let scale = shortened / Double(total)
    var runs: [Run] = []
    var place = 1
    while place <= total {
      for digit in 1..<16 {
        let patterns = counts.indices.filter { counts[$0] / place % 16 == digit }
        guard !patterns.isEmpty else { continue }
        let table = poisson(mean: Double(digit) * Double(place) * scale)
        runs.append(Run(table: table, patterns: patterns.map { UInt32($0) }))
      }
      place *= 16
    }
    return runs
  }

  /// The Poisson distribution without tails of less than 10⁻²² of its peak, from the ratios of
  /// neighbouring probabilities.
  private static func poisson(mean: Double) -> AliasTable {
    let negligible = 1e-22
    let mode = Int(mean)
    var upper: [Double] = []
    var weight = 1.0
    var outcome = mode
    while weight > negligible {
      upper.append(weight)
      outcome += 1
      weight *= mean / Double(outcome)
    }
    var lower: [Double] = []
    weight = 1
    outcome = mode
    while outcome > 0 {
      weight *= Double(outcome) / mean
      guard weight > negligible else { break }
      lower.append(weight)
      outcome -= 1
    }
    return AliasTable(weights: lower.reversed() + upper, first: outcome)
  }
}
