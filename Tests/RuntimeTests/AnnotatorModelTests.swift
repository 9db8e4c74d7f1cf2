import Agreement
import Domain
import Foundation
import Interchange
import Runtime
import Screen
import Testing

/// Every model that `annotators` can fit, by its name, in words and in JSON.
struct AnnotatorModelTests {
  /// Five annotators of whom the last says the same throughout; 40 items with gold.
  private func votes() throws -> QuestionVotes {
    var rows = ["item,annotator,label"]
    for item in 0..<40 {
      let right = ["x", "y", "z"][item % 3]
      for annotator in 0..<4 {
        let errs = (item + annotator * 7) % 11 == 0
        rows.append("\(item),a\(annotator),\(errs ? "y" : right)")
      }
      rows.append("\(item),spam,x")
    }
    let path = NSTemporaryDirectory() + "models-" + UUID().uuidString + ".csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try rows.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    let all = try VoteFile(mapping: Mapping()).votes(of: path, diagnostics: Diagnostics())
    var votes = try #require(all.first)
    let gold = Dictionary(
      uniqueKeysWithValues: (0..<40).map {
        (ItemID("\($0)"), Value.label(LabelID(["x", "y", "z"][$0 % 3])))
      })
    #expect(votes.replaceGold(gold) == 0)
    return votes
  }

  @Test(arguments: TruthFit.names)
  func `no model infers labels from themselves`(name: String) throws {
    let path = NSTemporaryDirectory() + "alone-" + UUID().uuidString + ".csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    // Ada rated item 1 twice, which is nobody else's opinion of it.
    try "item,annotator,label\n1,ada,x\n1,ada,y\n2,ada,y\n3,ben,x"
      .write(toFile: path, atomically: true, encoding: .utf8)
    let votes = try VoteFile(mapping: Mapping()).votes(of: path, diagnostics: Diagnostics())
    let report = AnnotatorReport(
      try #require(votes.first), model: TruthFit.model(named: name))
    #expect(report.truth == nil && report.modelStatus == .undefinedNoPairs)
    #expect(report.standings.allSatisfy { report.profile(of: $0) == nil })
    let text = AnnotatorsText.lines(report).joined(separator: " ")
    #expect(text.contains("No model: No item has ratings of two annotators"))
    #expect(!text.contains("informs"))
    let json = AnnotatorsJSON.json(report).text()
    #expect(json.contains("\"name\":null,\"reason\":\"undefined_no_pairs\""))
  }

  @Test func `every model has a name of its own, the usual one first`() {
    let models = TruthFit.names.map { TruthFit.model(named: $0) }
    #expect(Set(models) == Set(TruthModel.allCases.map { Optional($0) }))
    #expect(models.count == TruthModel.allCases.count)
    #expect(models.first == .dawidSkene)
    #expect(TruthFit.model(named: "oracle") == nil)
  }

  @Test(arguments: TruthFit.names)
  func `a model is fitted, and says how it came out`(name: String) throws {
    let model = try #require(TruthFit.model(named: name))
    let report = AnnotatorReport(try votes(), model: model)
    let truth = try #require(report.truth)
    #expect(truth.model == model)
    #expect(report.modelProblem == nil)
    #expect(report.inferredAccuracy?.value ?? 0 > 0.95)
    #expect(report.majorityAccuracy?.value ?? 0 > 0.9)
    let worst = try #require(report.standings.first)
    #expect(report.name(of: worst) == "spam")
    let profiles = try report.standings.map { try #require(report.profile(of: $0)) }
    let others = profiles.dropFirst()
    #expect(others.allSatisfy { $0.competence ?? -9 > profiles[0].competence ?? 9 })
    #expect(profiles[0].informativeness?.value ?? 1 < 0.02)
    #expect(others.allSatisfy { $0.informativeness?.value ?? 0 > 0.5 })
  }

  @Test(arguments: TruthFit.names)
  func `its words fit 80 columns and name it`(name: String) throws {
    let report = AnnotatorReport(try votes(), model: TruthFit.model(named: name))
    let truth = try #require(report.truth)
    let lines = AnnotatorsText.lines(report)
    for line in lines { #expect(line.count <= 80, "\(line)") }
    let text = lines.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
    #expect(text.contains("model:") && text.contains("informs:"))
    #expect(text.contains("beside gold"))
    #expect(text.contains("A tie counts as wrong."))
    if let last = truth.logLikelihoods.last {
      #expect(text.contains(truth.hasConverged ? "settled after" : "had not settled after"))
      #expect(text.contains(Figures.fixed(last, places: 1)))
    } else {
      #expect(truth.iterations == 0 && !text.contains("settled"))
    }
    let page = try #require(report.page(of: AnnotatorID("spam"), against: .model))
    for line in AnnotatorPageText.lines(page, report) { #expect(line.count <= 80, "\(line)") }
  }

  @Test(arguments: TruthFit.names)
  func `its JSON has the trace, and its posteriors are a distribution a line`(
    name: String
  ) throws {
    let report = AnnotatorReport(try votes(), model: TruthFit.model(named: name))
    let truth = try #require(report.truth)
    let text = AnnotatorsJSON.json(report).text()
    let root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let model = try #require(root?["model"] as? [String: Any])
    #expect(model["name"] as? String == name)
    #expect(model["iterations"] as? Int == truth.iterations)
    #expect(model["converged"] as? Bool == truth.hasConverged)
    let trace = try #require(model["log_likelihoods"] as? [Double])
    #expect(trace.count == truth.logLikelihoods.count)
    for (written, own) in zip(trace, truth.logLikelihoods) { #expect(abs(written - own) < 1e-9) }
    #expect((model["log_likelihood"] as? Double) == trace.last)
    #expect((model["gold_accuracy"] as? [String: Any])?["value"] as? Double ?? 0 > 0.95)
    #expect((model["seed"] as? Int) == (truth.seed.map { Int($0) }))
    var bytes: [UInt8] = []
    try PosteriorLines.write(report) { bytes += $0 }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 40)
    for line in lines {
      let unit = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      let shares = try #require(unit?["probabilities"] as? [String: Double])
      #expect(abs(shares.values.reduce(0, +) - 1) < 1e-9)
      #expect(unit?["model"] as? String == name)
      let best = shares.max { $0.value < $1.value }?.key
      #expect(unit?["label"] as? String == best || unit?["tied"] as? Bool == true)
    }
  }
}
