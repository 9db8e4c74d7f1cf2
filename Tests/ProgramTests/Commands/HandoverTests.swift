import Crypto
import Foundation
import TestSupport
import Testing

/// `handover` and `init --handover`: what a successor team gets is what there was.
@Suite struct HandoverTests {
  /// A project that is no sandbox, with a ruling, gold, a version of the guideline and a migration.
  private func made() throws -> Workplace {
    let place = try Workplace()
    let labels = ["a", "b", "c"]
    let rows = (0..<24).map { "i\($0 / 2),r\($0 % 2),\(labels[($0 + $0 / 5) % 3])" }
    try place.write("ratings.csv", "item,annotator,label\n" + rows.joined(separator: "\n") + "\n")
    try place.run("init", "project", "--name", "moods", "--from", "ratings.csv").expect(0)
    let items = try place.run("-C", "project", "queue", "--json").expect(0).json()["rows"]?.array
    let item = try #require(items?.first?["item"]?.string)
    try place.run("-C", "project", "rule", input: #"{"item":"\#(item)","label":"a"}"#).expect(0)
    try place.run("-C", "project", "gold", "mark", item, "--from-ruling").expect(0)
    try place.run(
      "-C", "project", "guide", "draft", "--label", "a", "--label", "b", "--title", "A or b",
      "--statement", "It is a.", "--from", "4"
    ).expect(0)
    try place.run("-C", "project", "guide", "publish", "--yes").expect(0)
    let settings = try place.read("project/tiebreak.toml")
    try place.write(
      "project/tiebreak.toml",
      settings.replacingOccurrences(of: "id = \"c\"", with: "id = \"see\""))
    try place.write("mapping.toml", "rename = { c = \"see\" }\n")
    try place.run("-C", "project", "migrate", "apply", "mapping.toml", "--yes").expect(0)
    return place
  }

  @Test func `a project that was handed over is the same, log, state and tables`() throws {
    let place = try made()
    let told = try place.run("-C", "project", "handover", "given", "--json").expect(0).json()
    let log = try LogBytes(at: place["project/log/events.jsonl"])
    #expect(told["events"]?.integer == log.events.count)
    #expect(told["hash"]?.string == log.events.last?.hash)
    let before = try place.shell("cd given && find . -type f | sort | xargs sha256sum").expect(0)
    let opened = try place.run("init", "mine", "--handover", "given", "--json").expect(0).json()
    #expect(opened["hash"]?.string == told["hash"]?.string)
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: place["mine/log/events.jsonl"]))
        == Data(contentsOf: URL(fileURLWithPath: place["project/log/events.jsonl"])))
    for command in [
      ["doctor", "--dump"], ["log", "verify"], ["guide", "show", "1"], ["migrate"], ["gold"],
      ["agree", "--json"],
    ] {
      let one = try place.run(["-C", "project"] + command)
      let other = try place.run(["-C", "mine"] + command)
      #expect(one.code == other.code && one.output == other.output, "\(command)")
    }
    #expect(
      try place.run("-C", "mine", "doctor", "--json").expect(0).json()["good"]?.boolean == true)
    // Opening it changed nothing of what was given.
    let after = try place.shell("cd given && find . -type f | sort | xargs sha256sum").expect(0)
    #expect(after.output == before.output)
  }

  @Test func `every file stands in the manifest with its digest, and in the README by its name`()
    throws
  {
    let place = try made()
    let told = try place.run("-C", "project", "handover", "given", "--json").expect(0).json()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: place["given/tiebreak-handover.json"]))
    let digest = SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined()
    #expect(told["manifest"]?.string == digest)
    let listed = try #require(JSON(bytes)?["files"]?.array)
    let found = try place.shell("cd given && find . -type f | sed 's/^..//' | sort").expect(0).lines
    #expect(
      Set(listed.compactMap { $0["name"]?.string })
        == Set(found).subtracting(["tiebreak-handover.json"]))
    for file in listed {
      let name = try #require(file["name"]?.string)
      let content = try Data(contentsOf: URL(fileURLWithPath: place["given/" + name]))
      let sum = SHA256.hash(data: content).map { String(format: "%02x", $0) }.joined()
      #expect(file["sha256"]?.string == sum, "\(name)")
      #expect(file["bytes"]?.integer == content.count, "\(name)")
    }
    let readme = try place.read("given/README.md")
    for name in found where !name.contains("/") && name != "README.md" {
      #expect(readme.contains("`\(name)`"), "\(name)")
    }
    #expect(try place.read("given/released.csv").contains("ruled"))
    let agreement = try #require(
      JSON(Data(contentsOf: URL(fileURLWithPath: place["given/agreement.json"]))))
    let report = agreement["reports"]?[0]
    #expect(report?["coefficients"]?["krippendorff_alpha"] != nil)
    #expect(report?["by_group"]?[0]?["by"]?.string == "version")
    #expect(report?["by_group"]?[0]?["groups"]?[0]?["name"]?.string == "before v1")
    #expect(report?["label_changes"]?["migrations"]?[0]?["guideline"]?.integer == 1)
    #expect(readme.contains("within each version of the guideline"))
    #expect(try place.read("given/audit.json").contains("nobody drew an audit"))
    #expect(try place.read("given/migrations.json").contains("\"see\""))
    #expect(try place.read("given/guideline-draft.md").contains("R-0001 A or b"))
  }

  @Test func `a file that was changed, cut or removed is named, and nothing is made`() throws {
    let place = try made()
    try place.run("-C", "project", "handover", "given").expect(0)
    let listed = try place.shell("cd given && find . -type f | sed 's/^..//' | sort").expect(0)
      .lines
    for name in listed where name != "tiebreak-handover.json" {
      try place.shell("rm -rf bad && cp -r given bad").expect(0)
      let path = place["bad/" + name]
      var content = try Data(contentsOf: URL(fileURLWithPath: path))
      content[content.count / 2] ^= 1
      try content.write(to: URL(fileURLWithPath: path))
      let changed = try place.run("init", "mine", "--handover", "bad").expect(3)
      #expect(changed.complaint.contains("\(name) is not what was handed over"))
      try FileManager.default.removeItem(atPath: path)
      let missing = try place.run("init", "mine", "--handover", "bad").expect(3)
      #expect(missing.complaint.contains("\(name) is missing"))
      #expect(!FileManager.default.fileExists(atPath: place["mine"]))
    }
    try place.shell("rm -rf bad && cp -r given bad && rm bad/tiebreak-handover.json").expect(0)
    let none = try place.run("init", "mine", "--handover", "bad").expect(3)
    #expect(none.complaint.contains("it has no tiebreak-handover.json"))
  }

  @Test func `a log that was written anew with its manifest is still held to its chain`() throws {
    let place = try made()
    try place.run("-C", "project", "handover", "given").expect(0)
    let log = try place.read("given/project/log/events.jsonl")
    let forged = log.replacingOccurrences(of: "\"label\":\"a\"", with: "\"label\":\"b\"")
    #expect(forged != log)
    try place.write("given/project/log/events.jsonl", forged)
    let manifest = try place.read("given/tiebreak-handover.json")
    let sums = [log, forged].map {
      SHA256.hash(data: Data($0.utf8)).map { String(format: "%02x", $0) }.joined()
    }
    try place.write(
      "given/tiebreak-handover.json",
      manifest.replacingOccurrences(of: sums[0], with: sums[1]))
    let run = try place.run("init", "mine", "--handover", "given")
    #expect(run.code == 1)
    #expect(run.complaint.contains("BROKEN"))
    #expect(!FileManager.default.fileExists(atPath: place["mine"]))
  }

  @Test(arguments: ["../secret", "project/../x", "project/store/items.sqlite", "/etc/passwd"])
  func `a manifest that names what is no file of a handover is refused`(name: String) throws {
    let place = try made()
    try place.run("-C", "project", "handover", "given").expect(0)
    let manifest = try place.read("given/tiebreak-handover.json")
    try place.write(
      "given/tiebreak-handover.json",
      manifest.replacingOccurrences(of: "\"README.md\"", with: "\"\(name)\""))
    let run = try place.run("init", "mine", "--handover", "given").expect(3)
    #expect(run.complaint.contains("is no file of a handover"))
  }

  @Test func `a sandbox is not handed over, and nothing is replaced`() throws {
    let place = try made()
    try place.run("init", "toy", "--sandbox", "--from", "ratings.csv").expect(0)
    let sandbox = try place.run("-C", "toy", "handover", "given").expect(5)
    #expect(sandbox.complaint.contains("sandbox"))
    #expect(!FileManager.default.fileExists(atPath: place["given"]))
    try place.run("-C", "project", "handover", "project/inside").expect(4)
    try place.run("-C", "project", "handover", "home").expect(4)
    try place.run("-C", "project", "handover", "ratings.csv").expect(4)
    try place.run("-C", "project", "handover", "given").expect(0)
    try place.run("-C", "project", "handover", "given").expect(4)
    try place.run("init", "project", "--handover", "given").expect(4)
    try place.run("init", "mine", "--handover", "given", "--name", "x").expect(2)
    try place.run("init", "mine", "--older", "--from", "ratings.csv").expect(2)
  }
}
