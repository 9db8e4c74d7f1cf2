import Foundation
import TestSupport
import Testing

/// A project on a PostgreSQL, through the program.
@Suite struct TeamProjectTests {
  @Test func `figures, queue and tables are those of a folder`() throws {
    guard let team = try TeamSample() else { return }
    try TeamSample.sample.make(in: team.place, as: "folder")
    for words in [["agree", "--json"], ["annotators", "--json"]] {
      let folder = try team.place.run(["-C", "folder"] + words).expect(0)
      let server = try team.place.run(["-C", "otto"] + words, environment: team.user("otto"))
      #expect(folder.text == server.expect(0).text, "\(words)")
    }
    // Among equals the order is drawn from the project's id, so the rows are compared by item.
    let queue = ["queue", "--json", "-n", "100", "--everyone"]
    let folder = try team.place.run(["-C", "folder"] + queue)
    let server = try team.place.run(["-C", "otto"] + queue, environment: team.user("otto"))
    let rows = [folder, server].map { run in
      (run.expect(0).json()["rows"]?.array ?? []).map { row in
        ["item", "agreement", "tier"].map { String(describing: row[$0]) }.joined(separator: " ")
      }.sorted()
    }
    #expect(rows[0].count == 97)
    let isSame = rows[0] == rows[1]
    #expect(isSame)
    let doctor = try team.run("otto", "doctor", "--json").expect(0).json()
    #expect(doctor["good"]?.boolean == true)
    let backup = try team.run("otto", "backup", "b.tar.zst").expect(2)
    #expect(backup.complaint.contains("tiebreak pull"))
    try team.run("otto", "doctor", "--rebuild").expect(0)
    let dumps = try ["lena", "ruth", "otto"].map { try team.run($0, "doctor", "--dump").expect(0) }
    #expect(Set(dumps.map(\.output)).count == 1)
  }

  @Test func `one rules, the other sees it, and the log is the server's byte for byte`() throws {
    guard let team = try TeamSample() else { return }
    let item = try #require(try team.queued("ruth").first)
    try team.run("ruth", "rule", input: #"{"item":"\#(item)","label":"other"}"#).expect(0)
    #expect(try !team.queued("otto").contains(item))
    let again = try team.run("otto", "rule", input: #"{"item":"\#(item)","label":"refund"}"#)
    again.expect(1)
    #expect(again.text.contains("meanwhile") || again.text.contains("already"))
    let exported = try team.run("otto", "log", "export").expect(0)
    let stored = try team.sql("SELECT line FROM log ORDER BY seq")
    #expect(exported.lines == stored)
    #expect(exported.output.count == stored.reduce(0) { $0 + $1.utf8.count + 1 })
    let last = try #require(exported.jsonLines().last { $0["type"]?.string == "decision" })
    #expect(last["actor"]?.string == "ruth")
    for user in ["lena", "ruth", "otto"] {
      let report = try team.run(user, "log", "verify", "--json").expect(0).json()
      #expect(report["events"]?.integer == stored.count)
    }
  }

  @Test func `a changed line and a changed batch are named, with exit 1`() throws {
    guard let team = try TeamSample() else { return }
    let good = try team.sql("SELECT line FROM batch_record WHERE position = 7")[0]
    try team.sql("UPDATE batch_record SET line = replace(line, 'T-0', 'T-1') WHERE position = 7")
    let batch = try team.run("ruth", "log", "verify", "--json").expect(1).json()
    #expect(batch["first_bad"]?.integer == 3)
    try team.sql("UPDATE batch_record SET line = $$\(good)$$ WHERE position = 7")
    try team.run("ruth", "log", "verify").expect(0)
    try team.sql("UPDATE log SET line = replace(line, 'ruth', 'rath') WHERE seq = 4")
    let line = try team.run("ruth", "log", "verify", "--json").expect(1).json()
    #expect(line["first_bad"]?.integer == 4)
  }

  @Test func `a log that was cut is BROKEN for whoever saw more of it`() throws {
    guard let team = try TeamSample() else { return }
    try team.run("otto", "queue").expect(0)
    try team.sql("DELETE FROM log WHERE seq = 5")
    try team.sql("UPDATE head SET seq = 4, hash = (SELECT hash FROM log WHERE seq = 4)")
    let told = try team.run("otto", "queue").expect(4)
    #expect(told.complaint.contains("BROKEN"))
    try team.run("otto", "log", "verify").expect(1)
  }

  @Test func `a key signs for all, and a log that was written anew is found by its signature`()
    throws
  {
    guard let team = try TeamSample() else { return }
    try team.run("lena", "key", "new").expect(0)
    let sealed = try team.run("ruth", "log", "verify", "--json").expect(0).json()
    #expect(sealed["checkpoints"]?["verified"]?.integer == 1)
    let size = try #require(sealed["events"]?.integer)
    #expect(try team.sql("SELECT size, login FROM checkpoint") == ["\(size)|lena"])
    // The log ends earlier now; somebody who never saw more has only the checkpoint to go by.
    try team.sql("DELETE FROM log WHERE seq = \(size - 1)")
    try team.sql(
      """
      UPDATE head SET seq = \(size - 2), hash = (SELECT hash FROM log WHERE seq = \(size - 2))
      """)
    let late = try team.place.run(
      ["join", "late", "--store", team.address],
      environment: team.user("otto").merging(
        ["XDG_STATE_HOME": team.place["late-state"], "XDG_CACHE_HOME": team.place["late-cache"]]
      ) { $1 })
    late.expect(4)
    #expect(late.complaint.contains("BROKEN"))
  }

  @Test func `a password in an address is refused, and never shown or kept`() throws {
    guard let team = try TeamSample(making: false) else { return }
    let address = "postgresql://lena:hunter2@/tests?host=\(team.server.socketFolder)"
    let words = ["init", "x", "--store", address]
    let refused = try team.place.run(words, environment: team.user("lena")).expect(3)
    #expect(refused.complaint.contains(".pgpass"))
    try team.place.write("toml", "[project]\nname = \"x\"\nstore = \"\(address)\"\n")
    let settings = try team.place.run(["init", "y", "--config", "toml"]).expect(3)
    try FileManager.default.createDirectory(
      atPath: team.place["z"], withIntermediateDirectories: false)
    try team.place.write("z/tiebreak.toml", "[project]\nname = \"z\"\nstore = \"\(address)\"\n")
    let opened = try team.place.run(["-C", "z", "queue"]).expect(3)
    let verified = try team.place.run(["-C", "z", "log", "verify"]).expect(3)
    for run in [refused, settings, opened, verified] {
      #expect(!run.complaint.contains("hunter2"))
      #expect(!run.text.contains("hunter2"))
    }
    #expect(try team.sql("SELECT 1 FROM pg_namespace WHERE nspname = '\(team.schema)'").isEmpty)
  }

  @Test func `a project that fails to come into being leaves nothing on the server`() throws {
    guard let team = try TeamSample(making: false) else { return }
    try team.place.write("bad.csv", "nothing,of,use\n1,2,3\n")
    try team.initialise(["--from", "bad.csv"]).expect(3)
    #expect(!FileManager.default.fileExists(atPath: team.place["lena"]))
    #expect(try team.sql("SELECT 1 FROM pg_namespace WHERE nspname = '\(team.schema)'").isEmpty)
    try team.initialise().expect(0)
    let twice = try team.initialise()
    twice.expect(4)
  }

  @Test func `a sandbox is not kept on a server, and a log in the folder is not passed over`()
    throws
  {
    guard let team = try TeamSample() else { return }
    try team.place.run(["init", "toy", "--sandbox", "--store", team.address]).expect(2)
    try TeamSample.sample.make(in: team.place, as: "folder")
    let settings = try team.place.read("folder/tiebreak.toml")
    try team.place.write(
      "folder/tiebreak.toml",
      settings.replacingOccurrences(
        of: "[project]\n", with: "[project]\nstore = \"\(team.address)\"\n"))
    let both = try team.place.run(["-C", "folder", "queue"]).expect(4)
    #expect(both.complaint.contains("log in this folder"))
  }

  @Test func `settings take effect without the address, which each may write their own way`() throws
  {
    guard let team = try TeamSample() else { return }
    let text = try team.place.read("lena/tiebreak.toml")
    #expect(text.contains("store = "))
    let recorded = try team.sql("SELECT line FROM log WHERE line LIKE '%\"type\":\"config\"%'")
    #expect(recorded.count == 1)
    #expect(recorded[0].contains("postgresql") == false)
    let mine = text.replacingOccurrences(of: "postgresql:///", with: "postgresql://lena@/")
    try team.place.write("lena/tiebreak.toml", mine + "\n# a remark\n")
    let before = try team.run("lena", "apply").expect(0)
    #expect(before.text.contains("in force from event"))
    #expect(try team.sql("SELECT count(*) FROM log WHERE line LIKE '%postgresql%'") == ["0"])
    try team.place.write(
      "ruth/tiebreak.toml", try team.place.read("ruth/tiebreak.toml") + "# another\n")
    try team.run("ruth", "apply").expect(5)
  }

  @Test func `a copy of the settings follows what is in force until somebody edits it`() throws {
    guard let team = try TeamSample() else { return }
    let own = try team.place.read("ruth/tiebreak.toml") + "# ruth's own\n"
    try team.place.write("ruth/tiebreak.toml", own)
    try team.place.write(
      "lena/tiebreak.toml", try team.place.read("lena/tiebreak.toml") + "# newer\n")
    try team.run("lena", "apply").expect(0)
    let otto = try team.run("otto", "queue").expect(0)
    #expect(!otto.complaint.contains("differs"))
    #expect(
      try team.place.read("otto/tiebreak.toml") == team.place.read("lena/tiebreak.toml"))
    let ruth = try team.run("ruth", "queue").expect(0)
    #expect(ruth.complaint.contains("differs"))
    #expect(try team.place.read("ruth/tiebreak.toml") == own)
  }

  @Test func `an import by a lead reaches the others, and by somebody else is refused`() throws {
    guard let team = try TeamSample() else { return }
    try team.place.write(
      "more.csv", "item,annotator,label,text\nN-1,A1,refund,new\nN-1,A2,billing,new\n")
    let words = ["import", "more.csv", "--field", "text"]
    try team.place.run(["-C", "ruth"] + words, environment: team.user("ruth")).expect(5)
    try team.place.run(["-C", "lena"] + words, environment: team.user("lena")).expect(0)
    #expect(try team.queued("otto").contains("N-1"))
    let again = try team.place.run(["-C", "lena"] + words, environment: team.user("lena"))
    again.expect(0)
    #expect(try team.sql("SELECT count(*) FROM batch") == ["2"])
  }
}
