import Agreement
import Foundation
import Testing

/// Where GLAD comes to rest, the formulas of the model hold, written out plainly.
@Suite struct GLADTests {
  private let votes = MadeVotes(
    seed: 5, units: 60, annotators: 7, labels: 3, votesPerUnit: 3...6, accuracies: 0.5...0.9)

  private func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

  /// The ease of a unit at which its expected log-likelihood and its prior peak, by a fine grid and
  /// then by halving.
  private func ease(_ terms: [(ability: Double, rightness: Double)]) -> Double {
    func slope(_ ease: Double) -> Double {
      terms.reduce(1 - ease) {
        let x = $1.ability * exp(ease)
        return $0 + ($1.rightness - logistic(x)) * x
      }
    }
    func value(_ ease: Double) -> Double {
      terms.reduce(-0.5 * (ease - 1) * (ease - 1)) {
        let x = $1.ability * exp(ease)
        return $0 + $1.rightness * x - max(x, 0) - log1p(exp(-x.magnitude))
      }
    }
    let grid = (0...1200).map { -6 + Double($0) / 100 }
    let best = grid.max { value($0) < value($1) } ?? 1
    var (low, high) = (best - 0.01, best + 0.01)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if slope(middle) > 0 { low = middle } else { high = middle }
    }
    return low
  }

  @Test func `posteriors, eases and abilities agree with one another`() throws {
    let found = GLAD.estimate(votes.table, options: TruthOptions(iterations: 4000, tolerance: nil))
    let abilities = try found.competences.map { try #require($0) }
    var slopes = abilities.map { 1 - $0 }
    for (unit, ratings) in votes.units.enumerated() {
      let posterior = Array(found.posterior(of: unit))
      let ease = ease(
        ratings.map { (abilities[Int($0.annotator)], posterior[Int($0.label)]) })
      var joint = [1.0, 1.0, 1.0]
      for rating in ratings {
        let right = logistic(abilities[Int(rating.annotator)] * exp(ease))
        for truth in 0..<3 { joint[truth] *= truth == Int(rating.label) ? right : (1 - right) / 2 }
        slopes[Int(rating.annotator)] += (posterior[Int(rating.label)] - right) * exp(ease)
      }
      let sum = joint.reduce(0, +)
      for truth in 0..<3 {
        #expect((joint[truth] / sum - posterior[truth]).magnitude < 1e-5, "\(unit)")
      }
    }
    for slope in slopes { #expect(slope.magnitude < 1e-3) }
  }

  @Test func `labels that nobody gave share what is left`() {
    let units = [[UnitRating(annotator: 0, label: 1), UnitRating(annotator: 1, label: 1)]]
    let found = GLAD.estimate(
      MadeVotes.table(units, annotators: 2, labels: 5),
      options: TruthOptions(iterations: 1, tolerance: nil))
    let right = logistic(exp(1))
    let wrong = (1 - right) / 4
    let sum = right * right + 4 * wrong * wrong
    let posterior = Array(found.posterior(of: 0))
    for label in 0..<5 {
      let wanted = (label == 1 ? right * right : wrong * wrong) / sum
      #expect((posterior[label] - wanted).magnitude < 1e-9)
    }
    #expect(((found.logLikelihoods.last ?? 0) - log(sum / 5)).magnitude < 1e-9)
  }
}
