import Foundation
import TestSupport
import Testing

/// A project goes from a folder to a server and back.
@Suite struct TransferTests {
  /// A project in a folder, made by the operating system's user, with a ruling and long settings.
  private func makeFolder(_ team: TeamSample) throws {
    let sample = TeamSample.sample
    let settings =
      try sample.text("tiebreak.toml") + String(repeating: "# a long remark\n", count: 400)
    try team.place.write("long.toml", settings)
    try team.place.run(
      ["init", "folder", "--config", "long.toml", "--from", sample.folder + "/ratings.csv"]
        + sample.mapping
    ).expect(0)
    try team.place.run("-C", "folder", "rule", input: #"{"item":"T-0148","label":"other"}"#)
      .expect(0)
  }

  private func push(_ team: TeamSample, from folder: String = "folder") throws -> Finished {
    try team.place.run(
      ["-C", folder, "push", "--store", team.address, "--json"],
      environment: environment(team, "lena", folder))
  }

  private func pull(_ team: TeamSample, into folder: String, as user: String) throws -> Finished {
    try team.place.run(
      ["pull", folder, "--store", team.address, "--json"],
      environment: environment(team, user, folder))
  }

  /// As a user of the server, on the machine that a folder is on.
  private func environment(
    _ team: TeamSample, _ user: String, _ folder: String
  ) -> [String: String] {
    team.user(user).merging(["XDG_STATE_HOME": team.place["home/\(folder)"]]) { $1 }
  }

  private func bytes(_ team: TeamSample, _ folder: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: team.place[folder + "/log/events.jsonl"]))
  }

  @Test func `there and back the log, the batches and the state are the same`() throws {
    guard let team = try TeamSample(making: false) else { return }
    try makeFolder(team)
    let pushed = try push(team).expect(0).json()
    let log = try bytes(team, "folder")
    let lines = log.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    #expect(pushed["events"]?.integer == lines.count)
    #expect(pushed["batches"]?.integer == 1)
    #expect(try team.sql("SELECT line FROM log ORDER BY seq") == lines)
    #expect(try push(team).expect(0).json()["events"]?.integer == 0)

    let pulled = try pull(team, into: "copy", as: "lena").expect(0).json()
    #expect(pulled["hash"] == pushed["hash"])
    #expect(try bytes(team, "copy") == log)
    // Their bytes are compressed in other portions; log verify holds what they say against the log.
    let batches = ["folder", "copy"].map { folder in
      team.place.listing(folder + "/batches").filter { $0.contains(".jsonl.zst") }
        .map { $0.prefix { $0 != " " } }
    }
    #expect(batches[0].count == 1)
    #expect(batches[0] == batches[1])
    #expect(team.place.listing("copy/log/attach") == team.place.listing("folder/log/attach"))
    let states = try ["folder", "copy"].map { folder in
      try team.place.run("-C", folder, "log", "verify", "--json").expect(0).json()["state"]?.string
    }
    #expect(states[0] == states[1])
    let dumps = try ["folder", "copy"].map {
      try team.place.run("-C", $0, "doctor", "--dump").expect(0).output
    }
    #expect(dumps[0] == dumps[1])
  }

  @Test func `what came since is added, in both directions`() throws {
    guard let team = try TeamSample(making: false) else { return }
    try makeFolder(team)
    try push(team).expect(0)
    try team.place.run("-C", "folder", "rule", input: #"{"item":"T-0155","label":"other"}"#)
      .expect(0)
    #expect(try push(team).expect(0).json()["events"]?.integer == 1)
    try team.place.run(
      "-C", "folder", "member", "add", "lena", "--os", "lena", "--role", "lead,adjudicator"
    ).expect(0)
    #expect(try push(team).expect(0).json()["events"]?.integer == 1)
    try team.place.run(["join", "lena", "--store", team.address], environment: team.user("lena"))
      .expect(0)
    try team.run("lena", "rule", input: #"{"item":"T-0132","label":"other"}"#).expect(0)
    #expect(try pull(team, into: "folder", as: "lena").expect(0).json()["events"]?.integer == 1)
    let rulings = try LoggedRuling.all(of: "folder", in: team.place).map(\.item)
    #expect(rulings == ["T-0148", "T-0155", "T-0132"])
  }

  @Test func `logs that parted are not joined, and the place where they parted is named`() throws {
    guard let team = try TeamSample(making: false) else { return }
    try makeFolder(team)
    try push(team).expect(0)
    try pull(team, into: "copy", as: "lena").expect(0)
    // On another machine: this one would know that its copy is the older log.
    for (folder, item) in [("folder", "T-0155"), ("copy", "T-0132")] {
      try team.place.run(
        "-C", folder, "rule", input: #"{"item":"\#(item)","label":"other"}"#,
        environment: ["XDG_STATE_HOME": team.place["home/\(folder)"]]
      ).expect(0)
    }
    try push(team).expect(0)
    let before = try team.sql("SELECT seq, hash FROM head")
    for run in [try push(team, from: "copy"), try pull(team, into: "copy", as: "lena")] {
      let report = run.expect(1).json()
      #expect(report["reason"]?.string == "parted")
      #expect(report["first_different"]?.integer == 5)
      #expect(report["here"] != report["there"])
    }
    #expect(try team.sql("SELECT seq, hash FROM head") == before)
    let copy = try team.place.read("copy/log/events.jsonl")
    #expect(copy.contains("T-0132") && !copy.contains("T-0155"))
    // The server has more than a folder that stayed behind.
    try team.place.run("init", "other", "--from", TeamSample.sample.folder + "/ratings.csv")
      .expect(0)
    try push(team, from: "other").expect(4)
  }

  @Test func `a sandbox stays where it is, and a damaged log too`() throws {
    guard let team = try TeamSample(making: false) else { return }
    try TeamSample.sample.make(in: team.place, as: "sandbox")
    let sandbox = try push(team, from: "sandbox").expect(5)
    #expect(sandbox.complaint.contains("sandbox"))
    try makeFolder(team)
    let path = team.place["folder/log/events.jsonl"]
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacingOccurrences(of: "T-0148", with: "T-0149")
      .write(toFile: path, atomically: false, encoding: .utf8)
    try push(team).expect(4)
    #expect(try team.sql("SELECT 1 FROM pg_namespace WHERE nspname = '\(team.schema)'").isEmpty)
  }

  @Test func `only the owner pushes`() throws {
    guard let team = try TeamSample() else { return }
    try pull(team, into: "copy", as: "ruth").expect(0)
    try team.place.run("-C", "copy", "log", "verify").expect(0)
    // Nobody is the operating system's user in that log, so only a refusal can be added.
    try team.place.run("-C", "copy", "rule", input: #"{"item":"T-0148","label":"other"}"#)
      .expect(5)
    let run = try team.place.run(
      ["-C", "copy", "push", "--store", team.address], environment: team.user("ruth"))
    run.expect(5)
    #expect(run.complaint.contains("not allowed"))
  }
}
