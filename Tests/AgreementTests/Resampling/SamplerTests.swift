import Testing

@testable import Agreement

@Suite struct SamplerTests {
  /// Small and large counts, so that every way of drawing is taken.
  @Test(arguments: [[5, 1, 3], [1, 2, 40, 300, 17, 5000, 1, 70_000], [90, 16, 32, 15]])
  func `counts have the mean, variance and covariance of the multinomial`(_ counts: [Int]) {
    let sampler = MultinomialSampler(counts: counts)
    let total = counts.reduce(0, +)
    let draws = 6000
    var sums = Array(repeating: 0.0, count: counts.count)
    var products = Array(repeating: sums, count: counts.count)
    var drawn = Array(repeating: UInt32(0), count: counts.count)
    for replicate in 0..<draws {
      var stream = ResamplingStream(seed: 11, replicate: replicate)
      drawn.withUnsafeMutableBufferPointer { sampler.draw(into: $0, &stream) }
      #expect(drawn.reduce(0) { $0 + Int($1) } == total)
      for (index, count) in drawn.enumerated() {
        let deviation = Double(count) - Double(counts[index])
        sums[index] += deviation
        for other in drawn.indices {
          products[index][other] += deviation * (Double(drawn[other]) - Double(counts[other]))
        }
      }
    }
    for (index, count) in counts.enumerated() {
      let share = Double(count) / Double(total)
      let variance = Double(total) * share * (1 - share)
      let error = (variance / Double(draws)).squareRoot()
      #expect((sums[index] / Double(draws)).magnitude < 4.5 * error)
      for other in counts.indices {
        let second = Double(counts[other]) / Double(total)
        let spread = Double(total) * second * (1 - second)
        let wanted = index == other ? variance : -Double(total) * share * second
        let found = products[index][other] / Double(draws)
        // Fourth moments of rare counts are larger than the normal ones, by 1 / variance.
        let noise =
          (variance * spread * (2 + 1 / min(variance, spread)) / Double(draws)).squareRoot()
        #expect((found - wanted).magnitude < 5 * noise, "\(index) \(other)")
      }
    }
  }

  /// The number of units with a count of 1 is binomial: compared cell by cell with its law.
  @Test func `a single unit is drawn 0, 1, 2 times as the binomial law says`() {
    let counts = [1, 99, 200]
    let sampler = MultinomialSampler(counts: counts)
    var seen = Array(repeating: 0, count: 12)
    var drawn: [UInt32] = [0, 0, 0]
    let draws = 30_000
    for replicate in 0..<draws {
      var stream = ResamplingStream(seed: 5, replicate: replicate)
      drawn.withUnsafeMutableBufferPointer { sampler.draw(into: $0, &stream) }
      seen[min(11, Int(drawn[0]))] += 1
    }
    var probability = 1.0
    for _ in 0..<300 { probability *= 299.0 / 300 }
    for times in 0..<5 {
      let wanted = probability * Double(draws)
      #expect((Double(seen[times]) - wanted).magnitude < 4.5 * wanted.squareRoot(), "\(times)")
      probability *= Double(300 - times) / Double(times + 1) / 299
    }
  }

  @Test func `tables give every outcome its share`() {
    let weights = [0.5, 0, 3, 1.25, 0.25]
    let table = AliasTable(weights: weights, first: 7)
    var mass = Array(repeating: 0.0, count: 12)
    for column in table.columns {
      let own = column.own == column.other ? 1 : Double(column.threshold) / 0x1p64
      mass[Int(column.own)] += own / Double(table.columns.count)
      mass[Int(column.other)] += (1 - own) / Double(table.columns.count)
    }
    for (index, weight) in weights.enumerated() {
      #expect((mass[7 + index] - weight / 5).magnitude < 1e-15)
    }
    #expect(mass[..<7].allSatisfy { $0 == 0 })
  }
}
