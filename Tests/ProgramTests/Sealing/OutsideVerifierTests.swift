import Foundation
import Testing

/// The two programs in Python that the format's page shows need nothing of ours, and say what ours says.
@Suite struct OutsideVerifierTests {
  private static func page(_ name: String) throws -> String {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return try String(
      contentsOf: folder.appendingPathComponent("docs/" + name), encoding: .utf8)
  }

  /// A project of every kind of event that a person makes at once, with a key and checkpoints.
  private func project() throws -> Workplace {
    let place = try Workplace()
    let sample = Sample.supportTickets
    try place.run(
      ["init", "project", "--config", sample.folder + "/tiebreak.toml", "--from"]
        + [sample.folder + "/ratings.csv"] + sample.mapping
    ).expect(0)
    try place.run("-C", "project", "key", "new").expect(0)
    let rulings = try sample.text("rulings.jsonl")
    try place.run("-C", "project", "rule", input: rulings)
    try place.run("-C", "project", "member", "add", "rev", "--role", "reviewer").expect(0)
    try place.run("-C", "project", "log", "checkpoint").expect(0)
    for name in ["verify_log.py", "verify_proof.py"] {
      try place.write(name, try Self.page(name))
    }
    return place
  }

  /// nil where there is no Python.
  private func python(_ place: Workplace, _ words: String...) throws -> Finished? {
    let run = try place.shell("python3 " + words.joined(separator: " "))
    guard run.code != 127 else {
      print("skipped: what the page's programs say (no python3 here)")
      return nil
    }
    return run
  }

  private func key(_ place: Workplace) throws -> String {
    let shown = try place.run("-C", "project", "key", "show", "--json").expect(0).json()
    return try #require(shown["keys"]?[0]?["key"]?.string)
  }

  @Test func `the program stands on the page as it lies beside it, and is short`() throws {
    let page = try Self.page("log-format.md")
    for (name, most) in [("verify_log.py", 70), ("verify_proof.py", 50)] {
      let program = try Self.page(name)
      #expect(page.contains("```python\n" + program + "```\n"), "\(name)")
      #expect(program.split(separator: "\n").count <= most)
    }
  }

  @Test func `a sealed log verifies, and a changed one does not from the same event on`() throws {
    let place = try project()
    let log = "project/log"
    guard let sound = try python(place, "verify_log.py", log) else { return }
    let ours = try place.run("-C", "project", "log", "verify", "--json").expect(0).json()
    let head = try #require(ours["head"]?.integer)
    let hash = try #require(ours["hash"]?.string)
    sound.expect(0)
    #expect(sound.text.hasPrefix("\(head + 1) \(hash) \(head + 1) signatures"))

    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: place["project/log/events.jsonl"])))
    var numbers = SystemRandomNumberGenerator()
    var changes: [[UInt8]] = (0..<10).map { _ in
      var changed = bytes
      changed[Int.random(in: bytes.indices, using: &numbers)] ^= 1
      return changed
    }
    let ends = bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    // Cut after a line, cut in a line, a line twice, a line less.
    changes.append(Array(bytes[..<ends[ends.count - 4]]))
    changes.append(Array(bytes.dropLast(5)))
    changes.append(Array(bytes[..<ends[6]] + bytes[ends[5]...]))
    changes.append(Array(bytes[..<ends[6]] + bytes[ends[7]...]))
    for changed in changes {
      try place.write("project/log/events.jsonl", changed)
      try expectAgreement(place)
    }
    try place.write("project/log/events.jsonl", bytes)
    try place.run("-C", "project", "log", "verify").expect(0)
  }

  @Test func `a changed checkpoint is named by both`() throws {
    let place = try project()
    let folder = place["project/log/checkpoints"]
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names.count >= 3)
    guard try python(place, "--version") != nil, try hasSignatures(place) else { return }
    let middle = "project/log/checkpoints/" + names[1]
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: place[middle])))
    for offset in stride(from: 3, to: bytes.count - 3, by: 11) {
      var changed = bytes
      changed[offset] ^= 1
      try place.write(middle, changed)
      let said = try place.run("-C", "project", "log", "verify", "--json").expect(1).json()
      let python = try #require(try self.python(place, "verify_log.py", "project/log"))
      python.expect(1)
      let seq = try #require(Int(names[1])) - 1
      #expect(said["first_bad"]?.integer == seq, "byte \(offset)")
      #expect(python.complaint.hasPrefix("position \(seq):"), "byte \(offset) \(python.complaint)")
    }
  }

  @Test func `proofs are taken by both, and changed ones by neither`() throws {
    let place = try project()
    let key = try key(place)
    let size = try #require(
      try place.run("-C", "project", "log", "verify", "--json").json()["events"]?.integer)
    for words in [
      ["inclusion", "0"], ["inclusion", "\(size - 1)"], ["inclusion", "\(size / 2)"],
      ["consistency", "0"], ["consistency", "1"], ["consistency", "7", "\(size - 1)"],
      ["consistency", "8"], ["consistency", "\(size)"],
    ] {
      let proof = try place.run(["-C", "project", "log", "prove"] + words).expect(0)
      try place.write("proof.json", proof.text)
      try place.run("log", "check-proof", "proof.json").expect(0)
      if let run = try python(place, "verify_proof.py", "proof.json") { run.expect(0) }
      if words[0] == "inclusion" {
        let trusted = try place.run("log", "check-proof", "proof.json", "--key", key).expect(0)
        #expect(trusted.text.contains("Signed by"))
      }
      let step = try #require(proof.json()["path"]).array.first?.string
      guard let step else { continue }
      let other = String(step.map { $0 == "0" ? "1" : "0" })
      try place.write("wrong.json", proof.text.replacingOccurrences(of: step, with: other))
      let refused = try place.run("log", "check-proof", "wrong.json", "--json").expect(1).json()
      #expect(refused["good"]?.boolean == false)
      if let run = try python(place, "verify_proof.py", "wrong.json") { run.expect(1) }
    }
    try place.run("-C", "project", "log", "prove", "inclusion", "\(size)").expect(2)
    try place.run("-C", "project", "log", "prove", "consistency", "2", "1").expect(2)
  }

  @Test func `a proof's line is what was ruled, and another line is not proved by it`() throws {
    let place = try project()
    let proof = try place.run("-C", "project", "log", "prove", "inclusion", "8").expect(0).text
    let line = try #require(JSON(Data(proof.utf8))?["line"]?.string)
    let lines = try place.read("project/log/events.jsonl").split(separator: "\n")
    #expect(line.utf8.elementsEqual(lines[8].utf8))
    let mine = try #require(spelled(line))
    for other in [7, 9] {
      let changed = proof.replacingOccurrences(
        of: mine, with: try #require(spelled(String(lines[other]))))
      #expect(changed != proof)
      try place.write("wrong.json", changed)
      try place.run("log", "check-proof", "wrong.json").expect(1)
      if let run = try python(place, "verify_proof.py", "wrong.json") { run.expect(1) }
    }
  }

  @Test(arguments: [
    "", "{}", "[]", "{\"format\":\"adjlog-proof/1\"}",
    #"{"format":"adjlog-proof/1","origin":"o","proof":"other","checkpoints":[]}"#,
    #"{"format":"adjlog-proof/1","origin":"o","proof":"consistency","older":-1,"newer":1,"#
      + #""older_root":"","newer_root":"","path":[],"checkpoints":[]}"#,
    #"{"format":"adjlog-proof/1","origin":"o","proof":"consistency","older":9223372036854775807,"#
      + #""newer":9223372036854775807,"older_root":"0","newer_root":"0","path":[],"checkpoints":[1]}"#,
    "\u{1B}[2J", #"{"format":"adjlog-proof/1","format":"adjlog-proof/1"}"#,
  ])
  func `what is no proof shows nothing, and is told in one plain line`(_ text: String) throws {
    let place = try Workplace()
    try place.write("proof.json", text)
    let run = try place.run("log", "check-proof", "proof.json").expect(1)
    #expect(run.lines.count == 1 && run.text.hasPrefix("NOT PROVED: "))
    #expect(!run.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  private func spelled(_ line: String) -> String? {
    let bytes = try? JSONSerialization.data(
      withJSONObject: [line], options: [.withoutEscapingSlashes])
    return bytes.map { String(decoding: $0.dropFirst().dropLast(), as: UTF8.self) }
  }

  private func hasSignatures(_ place: Workplace) throws -> Bool {
    let run = try python(place, "verify_log.py", "project/log")
    return run?.text.contains("signatures checked") == true
  }

  /// Both programs refuse the log, at the same event.
  private func expectAgreement(_ place: Workplace) throws {
    let said = try place.run("-C", "project", "log", "verify", "--json").expect(1).json()
    let seq = try #require(said["first_bad"]?.integer)
    let python = try #require(try python(place, "verify_log.py", "project/log"))
    python.expect(1)
    #expect(python.complaint.hasPrefix("position \(seq):"), "\(seq) \(python.complaint)")
  }
}
