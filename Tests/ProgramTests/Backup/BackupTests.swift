import Crypto
import Foundation
import Testing

/// `backup` and `restore`: what goes in comes out, and what was touched in between does not.
@Suite struct BackupTests {
  /// A project with an attachment, a version of the guideline and a file of refused rows.
  private func made() throws -> (place: Workplace, items: [String]) {
    let project = try TortureProject()
    let place = project.place
    try place.run(Deed.importing.arguments).expect(0)
    try place.run(Deed.rule.arguments, input: Deed.rule.input(items: project.items)).expect(0)
    try place.run(Deed.publish.arguments).expect(0)
    return (place, project.items)
  }

  @Test func `a project comes back as it was`() throws {
    let (place, _) = try made()
    let backup = try place.run("-C", "project", "backup", "b.tar.zst", "--json").expect(0).json()
    let log = try LogBytes(at: place["project/log/events.jsonl"])
    #expect(backup["events"]?.integer == log.events.count)
    #expect(backup["hash"]?.string == log.events.last?.hash)
    #expect(backup["batches"]?.integer == 2)
    try place.run("restore", "b.tar.zst", "back", "--json").expect(0)
    for command in [
      ["doctor", "--dump"], ["log", "verify"], ["log", "export"], ["guide", "show"],
    ] {
      let one = try place.run(["-C", "project"] + command).expect(0)
      let other = try place.run(["-C", "back"] + command).expect(0)
      #expect(one.output == other.output, "\(command)")
    }
    let doctor = try place.run("-C", "back", "doctor", "--json").expect(0).json()
    #expect(doctor["good"]?.boolean == true)
    // Apart from what is derived, who holds the locks, and the note of a head that may be a later one,
    // every file is there.
    let derived = { (line: String) in
      line.hasPrefix("store/") || line.contains("lock ") || line.hasPrefix("log/head ")
    }
    let before = place.listing("project").filter { !derived($0) }
    let after = place.listing("back").filter { !derived($0) }
    #expect(before.filter { !after.contains($0) } == [])
    // Anybody can look into it.
    let listed = try place.shell("tar --zstd -tf b.tar.zst || zstd -dc b.tar.zst | tar -tf -")
    #expect(listed.expect(0).lines.first == "tiebreak-backup.json")
  }

  @Test func `a backup is taken while others rule, and is a beginning of the log`() throws {
    let (place, items) = try made()
    let lines = items.dropFirst(3).flatMap { item in
      (0..<30).flatMap { _ in
        [#"{"item":"\#(item)","label":"other"}"#, #"{"item":"\#(item)","do":"withdraw"}"#]
      }
    }
    let writer = try place.start(
      ["-C", "project", "rule"], input: lines.joined(separator: "\n") + "\n")
    var backups: [Int] = []
    for number in 0..<3 {
      let name = "b\(number).tar.zst"
      let backup = try place.run("-C", "project", "backup", name, "--json").expect(0).json()
      backups.append(backup["events"]?.integer ?? -1)
    }
    _ = try writer.finish()
    let log = try LogBytes(at: place["project/log/events.jsonl"])
    #expect(backups == backups.sorted() && backups[0] > 0)
    for (number, count) in backups.enumerated() {
      try place.run("restore", "b\(number).tar.zst", "r\(number)", "--older").expect(0)
      let part = try LogBytes(at: place["r\(number)/log/events.jsonl"])
      #expect(part.events.count == count)
      #expect(part.events.map(\.hash) == log.events.prefix(count).map(\.hash))
    }
  }

  @Test func `nothing is replaced, and nothing broken is backed up`() throws {
    let (place, _) = try made()
    try place.write("taken", "mine")
    try place.run("-C", "project", "backup", "taken").expect(4)
    #expect(try place.read("taken") == "mine")
    try place.run("-C", "project", "backup", "b").expect(0)
    try place.run("restore", "b", "project").expect(4)
    try place.run("restore", "b", "home").expect(4)
    try place.run("restore", "missing", "back").expect(4)
    try place.run("-C", "home", "backup", "c").expect(4)
    let log = try place.read("project/log/events.jsonl")
    try place.write(
      "project/log/events.jsonl",
      log.replacingOccurrences(of: #""outcome":"value""#, with: #""outcome":"Value""#))
    let broken = try place.run("-C", "project", "backup", "c")
    #expect(broken.code == 1 || broken.code == 4, "\(broken.complaint)")
    #expect(broken.complaint.contains("BROKEN"))
    #expect(!FileManager.default.fileExists(atPath: place["c"]))
  }

  @Test func `an older backup is taken only by who says so`() throws {
    let (place, items) = try made()
    try place.run("-C", "project", "backup", "b").expect(0)
    let more = #"{"item":"\#(items[4])","label":"other"}"#
    try place.run("-C", "project", "rule", input: more).expect(0)
    let refused = try place.run("restore", "b", "back").expect(1)
    #expect(refused.complaint.contains("--older"), "\(refused.complaint)")
    #expect(!FileManager.default.fileExists(atPath: place["back"]))
    try place.run("restore", "b", "back", "--older").expect(0)
    try place.run("-C", "back", "rule", input: more).expect(0)
  }

  @Test func `what was touched is refused, and says what it is`() throws {
    let (place, _) = try made()
    try place.run("-C", "project", "backup", "b").expect(0)
    try place.shell("zstd -dcq b > b.tar").expect(0)
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: place["b.tar"])))
    for tampering in Tampering.allCases {
      try place.write("t.tar", tampering.done(to: bytes))
      try place.shell("zstd -qf t.tar -o t").expect(0)
      let before = place.listing()
      let run = try place.run("restore", "t", "back")
      #expect(run.code == tampering.code, "\(tampering): \(run.complaint)")
      #expect(run.complaint.contains(tampering.words), "\(tampering): \(run.complaint)")
      #expect(place.listing() == before, "\(tampering)")
      #expect(!FileManager.default.fileExists(atPath: "/tmp/tiebreak-escaped"))
    }
    // The compressed bytes: cut anywhere, and one changed.
    let packed = [UInt8](try Data(contentsOf: URL(fileURLWithPath: place["b"])))
    var changed = packed
    changed[packed.count / 2] ^= 0x40
    for wrong in [Array(packed.prefix(packed.count - 9)), Array(packed.prefix(40)), changed, bytes]
    {
      try place.write("t", wrong)
      try place.run("restore", "t", "back").expect(3)
      #expect(!FileManager.default.fileExists(atPath: place["back"]))
    }
  }
}
