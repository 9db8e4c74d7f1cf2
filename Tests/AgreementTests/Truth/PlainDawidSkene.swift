import Agreement
import Foundation

/// Dawid & Skene's steps written out plainly, in probabilities.
struct PlainDawidSkene {
  var posteriors: [[Double]]
  var priors: [Double] = []
  var logLikelihood = 0.0

  init(_ units: [[UnitRating]], annotators: Int, labels: Int, steps: Int, smoothing: Double = 0) {
    posteriors = units.map { unit in
      (0..<labels).map { label in
        Double(unit.count { Int($0.label) == label }) / Double(unit.count)
      }
    }
    for step in 0...steps {
      priors = (0..<labels).map { label in
        posteriors.reduce(0) { $0 + $1[label] } / Double(units.count)
      }
      if step == steps { return }
      var errors = Array(
        repeating: Array(repeating: Array(repeating: 0.0, count: labels), count: labels),
        count: annotators)
      for (unit, posterior) in zip(units, posteriors) {
        for rating in unit {
          for truth in 0..<labels {
            errors[Int(rating.annotator)][truth][Int(rating.label)] += posterior[truth]
          }
        }
      }
      for annotator in 0..<annotators {
        for truth in 0..<labels {
          let row = errors[annotator][truth].map { max($0 + smoothing, 1e-10) }
          errors[annotator][truth] = row.map { $0 / row.reduce(0, +) }
        }
      }
      logLikelihood = 0
      for (place, unit) in units.enumerated() {
        let joint = (0..<labels).map { truth in
          unit.reduce(priors[truth]) {
            $0 * errors[Int($1.annotator)][truth][Int($1.label)]
          }
        }
        let sum = joint.reduce(0, +)
        logLikelihood += log(sum)
        posteriors[place] = joint.map { $0 / sum }
      }
    }
  }
}
