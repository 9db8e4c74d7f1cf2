import Testing

@testable import Agreement

@Suite struct WideIntegerTests {
  /// The initialiser for all integers.
  private func slow(_ integer: some BinaryInteger) -> Double { Double(integer) }

  @Test func `the nearest double of wide integers`() {
    var random = SeededRandom(seed: 128)
    for _ in 0..<3000 {
      let high = UInt128(UInt64.random(in: 0...(.max), using: &random)) << 64
      let bits = high | UInt128(UInt64.random(in: 0...(.max), using: &random))
      let integer = Int128(truncatingIfNeeded: bits) >> Int.random(in: 0..<127, using: &random)
      #expect(Double(integer) == slow(integer))
    }
  }

  @Test func `halfway between two doubles the even one is taken`() {
    for shift in 54..<126 {
      let half = Int128(1) << (shift - 53)
      for odd in [Int128(0), 2] {
        for step in [Int128(-1), 0, 1] {
          let integer = (Int128(1) << shift) + (odd + 1) * half + step
          #expect(Double(integer) == slow(integer))
          #expect(Double(-integer) == slow(-integer))
        }
      }
    }
    #expect(Double(Int128.max) == slow(Int128.max))
    #expect(Double(Int128.min) == slow(Int128.min))
    #expect(Double(Int128(0)) == 0)
  }

  @Test func `terms of a sum are rounded as the standard library rounds`() {
    var random = SeededRandom(seed: 61)
    for _ in 0..<2000 {
      let terms = (0..<3).map { _ in
        Double.random(in: -1...1, using: &random)
          * Double(sign: .plus, exponent: Int.random(in: -60...0, using: &random), significand: 1)
      }
      let largest = terms.map(\.magnitude).max() ?? 0
      let scale = Double(sign: .plus, exponent: 61 - Int(largest.exponent), significand: 1)
      let whole = terms.reduce(Int128(0)) { $0 + Int128(($1 * scale).rounded()) }
      #expect(OrderFreeSum.of(terms) == slow(whole) / scale)
    }
  }

  @Test(arguments: 0..<40)
  func `the null error of kappa is that of its general form`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed) + 900)
    let labels = 2 + seed % 5
    let counts = (0..<labels).map { _ in
      (0..<labels).map { _ in Int.random(in: 0...9, using: &random) }
    }
    let table = ContingencyTable(counts: counts)
    let exact = CohenKappa.estimate(table).nullStandardError
    let general = CohenKappa.estimate(
      table, weights: AgreementWeights { $0 == $1 ? 1 : 0 }
    ).nullStandardError
    #expect(exact != nil)
    #expect(abs((exact ?? 0) - (general ?? 1)) < 1e-13)
  }

  @Test func `who always gives one label has no null error`() {
    let constant = ContingencyTable(counts: [[3, 4, 7], [0, 0, 0], [0, 0, 0]])
    #expect(CohenKappa.estimate(constant).nullStandardError == 0)
  }
}
