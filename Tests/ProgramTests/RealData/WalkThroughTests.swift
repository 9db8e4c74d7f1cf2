import Foundation
import TestSupport
import Testing

/// The files that people really have, through the program as it is typed.
@Suite struct WalkThroughTests {
  @Test func `google-fact-eval goes the whole way`() throws {
    let file = "data/google-fact-eval/Google_KG_institution_CrowdScale_v3_judgments.csv.gz"
    guard let path = try SharedFixtures.path(file) else { return }
    let place = try Workplace()
    let made = try place.run(
      "init", "facts", "--from", path, "--item", "question", "--annotator", "rater", "--label",
      "judgment", "--json"
    ).expect(0).json()
    #expect(made["items"]?.integer == 42_624)
    #expect(made["ratings"]?.integer == 214_915)
    #expect(made["imports"]?[0]?["repeats"]?.integer == 1_810)
    let table = try place.run("-C", "facts", "agree").expect(0)
    #expect(table.text.contains("42 624 items, 214 915 ratings, 57 annotators"))
    let queue = try place.run("-C", "facts", "queue", "--limit", "agree<0.6", "--json").expect(0)
      .json()
    #expect(queue["total"]?.integer ?? 0 > 1000)
    #expect(queue["rows"]?.array.allSatisfy { ($0["agreement"]?.number ?? 1) < 0.6 } == true)
    let verified = try place.run("-C", "facts", "log", "verify").expect(0)
    #expect(verified.text.contains("4 events"))
    try place.run("-C", "facts", "export", "--format", "csv", "--out", "gold.csv").expect(0)
    let rows = try place.read("gold.csv").split(separator: "\n")
    #expect(rows.count == 42_625)
    let sitting = Sitting(try place.sit("-C", "facts"))
    sitting.waitForQueue()
    sitting.open()
    sitting.rule("1")
    sitting.session.send("qq")
    #expect(sitting.session.waitForEnd(seconds: 60) == .exited(0))
    try place.run("-C", "facts", "log", "verify").expect(0)
  }

  @Test func `convabuse has keys of several columns and a column a label`() throws {
    guard let path = try SharedFixtures.path("data/convabuse/ConvAbuseEMNLPfull.csv") else {
      return
    }
    let place = try Workplace()
    let report = try place.run(
      "agree", path, "--item", "conv_id+prev_agent+prev_user+agent+user+bot", "--annotator",
      "annotator_id", "--one-hot", "is_abuse.", "--level", "ordinal", "--json"
    ).expect(0).json()
    #expect(report["items"]?.integer == 4_185)
    #expect(report["annotators"]?.integer == 8)
    #expect(report["labels"]?.array.count == 5)
    #expect(report["repeats"]?["dropped"]?.integer == 357)
  }

  @Test func `exports of Label Studio come in, or are refused with a reason`() throws {
    guard let folder = try SharedFixtures.path("data/tool-exports/label-studio") else { return }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names.count > 5)
    for name in names {
      let place = try Workplace()
      let run = try place.run("init", "project", "--from", folder + "/" + name)
      #expect(run.signal == nil, "\(name)")
      guard run.code == 0 else {
        #expect(run.code == 3, "\(name)")
        #expect(run.complaint.contains(name), "\(run.complaint)")
        continue
      }
      try place.run("-C", "project", "queue", "--everyone").expect(0)
      try place.run("-C", "project", "log", "verify").expect(0)
      try place.run("-C", "project", "export", "--format", "label-studio", "--out", "out.json")
        .expect(0)
      try place.run("init", "again", "--from", "out.json").expect(0)
    }
  }

  @Test func `boxes come in with everybody who drew them`() throws {
    guard let path = try SharedFixtures.path("data/labelstudio-bbox/export.json") else { return }
    let place = try Workplace()
    let made = try place.run("init", "project", "--from", path, "--json").expect(0).json()
    #expect(made["items"]?.integer == 5)
    #expect(made["ratings"]?.integer == 15)
    // Each task has a model's prediction too, which is no rating.
    #expect(made["imports"]?[0]?["ratings_new"]?.integer == 20)
    #expect(made["imports"]?[0]?["rows_refused"]?.integer == 0)
    try place.run("-C", "project", "agree").expect(0)
    try place.run("-C", "project", "queue").expect(0)
    try place.run("-C", "project", "doctor").expect(0)
  }
}
