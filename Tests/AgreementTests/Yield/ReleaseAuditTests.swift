import Agreement
import Foundation
import Testing

/// Limits of a release's accuracy: exact, and holding what they promise.
@Suite struct ReleaseAuditTests {
  /// P(X = x), of `drawn` from `lot` with `right`, by logarithms of factorials that are summed.
  private struct Chances {
    private let logs: [Double]

    init(upTo lot: Int) {
      var logs = [0.0]
      for number in 1...max(1, lot) { logs.append((logs.last ?? 0) + log(Double(number))) }
      self.logs = logs
    }

    func callAsFunction(_ x: Int, lot: Int, right: Int, drawn: Int) -> Double {
      guard x >= max(0, drawn - (lot - right)), x <= min(drawn, right) else { return 0 }
      func choices(_ n: Int, _ k: Int) -> Double { logs[n] - logs[k] - logs[n - k] }
      return exp(choices(right, x) + choices(lot - right, drawn - x) - choices(lot, drawn))
    }
  }

  /// Every truth of small lots, and a grid beyond; `AuditCoverageTests` does all of them.
  private static let lots = Array(1...30) + [40, 59, 60, 97, 128, 200]

  private static func draws(_ lot: Int) -> [Int] {
    lot <= 30
      ? Array(0...lot) : [0, 1, 2, 5, 10, 20, 59, lot / 2, lot - 1, lot].filter { $0 <= lot }
  }

  @Test(arguments: lots)
  func `whatever is right, the limits hold it as often as they say`(lot: Int) throws {
    let chances = Chances(upTo: lot)
    for drawn in Set(Self.draws(lot)).sorted() {
      let audits = (0...drawn).compactMap {
        ReleaseAudit(ruled: 7, open: lot, drawn: drawn, right: $0)
      }
      let two = audits.map { ($0.fewestRight(tail: 0.025), $0.mostRight(tail: 0.025)) }
      let one = audits.map { $0.fewestRight(tail: 0.05) }
      for right in 0...lot {
        var held = 0.0
        var heldBelow = 0.0
        for x in 0...drawn {
          let chance = chances(x, lot: lot, right: right, drawn: drawn)
          if two[x].0 <= right, right <= two[x].1 { held += chance }
          if one[x] <= right { heldBelow += chance }
        }
        #expect(held >= 0.95 - 1e-9, "\(right) of \(lot), \(drawn) drawn: \(held)")
        #expect(heldBelow >= 0.95 - 1e-9, "\(right) of \(lot), \(drawn) drawn: \(heldBelow)")
      }
    }
  }

  @Test func `the limits are as tight as they can be`() throws {
    let chances = Chances(upTo: 90)
    for (drawn, right) in [(20, 17), (20, 20), (20, 0), (45, 40), (89, 80)] {
      let audit = try #require(ReleaseAudit(ruled: 0, open: 90, drawn: drawn, right: right))
      func from(_ lot: Int) -> Double {
        (right...drawn).reduce(0) { $0 + chances($1, lot: 90, right: lot, drawn: drawn) }
      }
      func upTo(_ lot: Int) -> Double {
        (0...right).reduce(0) { $0 + chances($1, lot: 90, right: lot, drawn: drawn) }
      }
      let low = audit.fewestRight(tail: 0.025)
      #expect(from(low) > 0.025 - 1e-8)
      if low > right { #expect(from(low - 1) <= 0.025) }
      let high = audit.mostRight(tail: 0.025)
      #expect(upTo(high) > 0.025 - 1e-8)
      if high < 90 - (drawn - right) { #expect(upTo(high + 1) <= 0.025) }
    }
  }

  @Test func `without an error 59 draws show 95 percent and 299 show 99`() throws {
    let many = 100_000_000
    for (draws, bound) in [(59, 0.95), (299, 0.99)] {
      let clean = try #require(
        ReleaseAudit(ruled: 0, open: many, drawn: draws, right: draws))
      #expect(try #require(clean.lowerLimit()) >= bound)
      let fewer = try #require(
        ReleaseAudit(ruled: 0, open: many, drawn: draws - 1, right: draws - 1))
      #expect(try #require(fewer.lowerLimit()) < bound)
      #expect(ReleaseAudit.size(toShow: bound, ruled: 0, open: many) == draws)
      #expect(SampleSize.withoutDefect(largestShare: 1 - bound) == draws)
    }
  }

  @Test func `of a large lot the limits are those of independent draws`() throws {
    let million = 1_000_000
    for right in [0, 3, 150, 197, 200] {
      let audit = try #require(ReleaseAudit(ruled: 0, open: million, drawn: 200, right: right))
      let exact = try #require(audit.limits())
      let binomial = try #require(Interval.clopperPearson(right, of: 200))
      #expect((exact.lower - binomial.lower).magnitude < 5e-4)
      #expect((exact.upper - binomial.upper).magnitude < 5e-4)
    }
  }

  @Test func `the accuracy counts rulings as right and the rest as the draw was`() throws {
    let audit = try #require(ReleaseAudit(ruled: 100, open: 400, drawn: 50, right: 45))
    let expected: Double = 465.0 / 500
    #expect(audit.accuracy == expected)
    let limits = try #require(audit.limits())
    let accuracy = try #require(audit.accuracy)
    #expect(limits.lower < accuracy && accuracy < limits.upper)
    #expect(try #require(audit.lowerLimit()) > limits.lower)
    let whole = try #require(ReleaseAudit(ruled: 3, open: 40, drawn: 40, right: 31))
    #expect(whole.accuracy == 1)
    #expect(whole.limits() == Interval(lower: 1, upper: 1))
    let none = try #require(ReleaseAudit(ruled: 3, open: 40, drawn: 0, right: 0))
    #expect(none.accuracy == nil)
    #expect(none.limits() == Interval(lower: 3.0 / 43, upper: 1))
    #expect(ReleaseAudit(ruled: 0, open: 4, drawn: 5, right: 0) == nil)
    #expect(ReleaseAudit(ruled: 0, open: 0, drawn: 0, right: 0)?.limits() == nil)
  }

  @Test func `the advised draw reaches the bound, if things are as expected`() throws {
    for share in [0.97, 0.99, 1] {
      for bound in [0.8, 0.9, 0.95] {
        let size = try #require(
          ReleaseAudit.size(toShow: bound, ruled: 50, open: 2000, expecting: share))
        let right = Int((Double(size) * share + 1e-9).rounded(.down))
        let audit = try #require(
          ReleaseAudit(ruled: 50, open: 2000, drawn: size, right: right))
        #expect(try #require(audit.lowerLimit()) >= bound)
        #expect(size < 2000)
      }
    }
    #expect(ReleaseAudit.size(toShow: 0.2, ruled: 50, open: 100) == 0)
    // Who checks everything knows everything.
    #expect(ReleaseAudit.size(toShow: 1, ruled: 0, open: 30, expecting: 0.5) == 30)
    #expect(ReleaseAudit.size(toShow: 1.1, ruled: 0, open: 30) == nil)
  }

  @Test func `a draw follows from seed and names, and its beginnings are draws`() {
    let keys = (0..<500).map { AnnotatorModel.key("item-\($0)", "label") }
    let units = Array(0..<500)
    let drawn = ReleaseAudit.draw(60, of: units, keys: keys, seed: 7)
    #expect(Set(drawn).count == 60)
    #expect(drawn == ReleaseAudit.draw(60, of: units.reversed(), keys: keys, seed: 7))
    #expect(Array(drawn.prefix(20)) == ReleaseAudit.draw(20, of: units, keys: keys, seed: 7))
    #expect(drawn != ReleaseAudit.draw(60, of: units, keys: keys, seed: 8))
    // Each unit is drawn as often as any other: 400 draws of a tenth, five standard errors.
    var hits = Array(repeating: 0, count: 500)
    for seed in 0..<400 {
      for unit in ReleaseAudit.draw(50, of: units, keys: keys, seed: UInt64(seed)) {
        hits[unit] += 1
      }
    }
    #expect(hits.allSatisfy { (10...70).contains($0) })
  }
}
