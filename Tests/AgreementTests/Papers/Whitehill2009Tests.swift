import Agreement
import Foundation
import Testing

/// Whitehill, Ruvolo, Wu, Bergsma & Movellan 2009, "Whose vote should count more": votes drawn from
/// the model itself, abilities and the logarithm of inverse difficulties normal with mean 1 and
/// variance 1 (section 4.1), and labelers who are wrong on purpose (section 4.2).
@Suite struct Whitehill2009Tests {
  private struct Drawn {
    let votes: VoteTable
    let truth: [Int32]
    let abilities: [Double]
  }

  private func drawn(seed: UInt64, units: Int, abilities given: [Double]? = nil) -> Drawn {
    var random = SeededRandom(seed: seed)
    func normal() -> Double {
      let radius = (-2 * log(1 - Double.random(in: 0..<1, using: &random))).squareRoot()
      return 1 + radius * cos(2 * Double.pi * Double.random(in: 0..<1, using: &random))
    }
    let abilities = given ?? (0..<20).map { _ in normal() }
    var truth: [Int32] = []
    var ratings: [[UnitRating]] = []
    for _ in 0..<units {
      let right = Int32.random(in: 0...1, using: &random)
      let factor = exp(normal())
      truth.append(right)
      ratings.append(
        abilities.enumerated().map { annotator, ability in
          let chance = 1 / (1 + exp(-ability * factor))
          let isRight = Double.random(in: 0..<1, using: &random) < chance
          return UnitRating(annotator: Int32(annotator), label: isRight ? right : 1 - right)
        })
    }
    return Drawn(
      votes: MadeVotes.table(ratings, annotators: abilities.count, labels: 2), truth: truth,
      abilities: abilities)
  }

  private func correlation(_ one: [Double], _ other: [Double]) -> Double {
    let means = [one, other].map { $0.reduce(0, +) / Double($0.count) }
    var sums = [0.0, 0.0, 0.0]
    for (x, y) in zip(one, other) {
      sums[0] += (x - means[0]) * (y - means[1])
      sums[1] += (x - means[0]) * (x - means[0])
      sums[2] += (y - means[1]) * (y - means[1])
    }
    return sums[0] / (sums[1] * sums[2]).squareRoot()
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `abilities are found again, and the labels are better than the majority's`(seed: UInt64) {
    let drawn = drawn(seed: seed, units: 500)
    let found = GLAD.estimate(drawn.votes)
    #expect(correlation(drawn.abilities, found.competences.map { $0 ?? .nan }) > 0.9)
    let ours = TruthAccuracy.measured(found, gold: drawn.truth).value ?? 0
    let theirs = TruthAccuracy.measured(MajorityVote.estimate(drawn.votes), gold: drawn.truth)
    #expect(ours >= theirs.value ?? 1)
  }

  @Test func `labelers who are wrong on purpose have negative abilities and help`() {
    let abilities = Array(repeating: 1.0, count: 5) + Array(repeating: -1.0, count: 4)
    let drawn = drawn(seed: 7, units: 400, abilities: abilities)
    let found = GLAD.estimate(drawn.votes)
    for (annotator, ability) in found.competences.enumerated() {
      #expect(annotator < 5 ? ability ?? 0 > 0.5 : ability ?? 0 < -0.5)
    }
    let ours = TruthAccuracy.measured(found, gold: drawn.truth).value ?? 0
    let theirs = TruthAccuracy.measured(MajorityVote.estimate(drawn.votes), gold: drawn.truth)
    #expect(ours > (theirs.value ?? 1) + 0.1)
  }
}
