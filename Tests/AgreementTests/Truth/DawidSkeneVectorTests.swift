import Agreement
import Foundation
import Testing

/// Dawid & Skene's model against the reference vectors.
@Suite struct DawidSkeneVectorTests {
  @Test(arguments: [("vectors/agreement.json", 3), ("vectors/random.json", 10)])
  func `posteriors, priors and the log-likelihood are those of the vectors`(
    path: String, cases: Int
  ) throws {
    guard let file = try CrowdVectors(path) else { return }
    let vectors = file.cases.filter { $0.measure == "dawid_skene" }
    for vector in vectors {
      let estimate = DawidSkene.estimate(
        vector.votes.table,
        options: TruthOptions(iterations: try #require(vector.iterations), tolerance: nil))
      #expect(estimate.iterations == vector.iterations)
      var compared = 0
      for (unit, name) in vector.votes.units.enumerated() {
        let wanted = (vector.expected["posterior"] as? [String: [Double]])?[name] ?? []
        #expect(wanted.count == estimate.labelCount, "\(vector.name) \(name)")
        for (ours, theirs) in zip(estimate.posterior(of: unit), wanted) {
          compared += 1
          #expect((ours - theirs).magnitude < 1e-9, "\(vector.name) \(name)")
        }
      }
      #expect(compared == estimate.units.count * estimate.labelCount)
      for (label, name) in vector.votes.labels.enumerated() {
        guard let wanted = vector.expected["prior_\(name)"] as? Double else { continue }
        #expect((estimate.priors[label] - wanted).magnitude < 1e-9, "\(vector.name) \(name)")
      }
      if let wanted = vector.expected["log_likelihood"] as? Double {
        let ours = try #require(estimate.logLikelihoods.last)
        #expect((ours - wanted).magnitude < 1e-8, "\(vector.name) \(ours) \(wanted)")
      }
    }
    #expect(vectors.count == cases)
  }
}
