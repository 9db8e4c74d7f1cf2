import Foundation
import TestSupport
import Testing

/// Every command there is: its help, its JSON, what a closed pipe does to it.
@Suite struct CommandTableTests {
  /// A command by its words, and whether it speaks JSON.
  struct Entry: CustomTestStringConvertible {
    let words: [String]
    let speaksJSON: Bool

    init(_ words: String, json: Bool = true) {
      self.words = words.split(separator: " ").map(String.init)
      speaksJSON = json
    }

    var testDescription: String { words.joined(separator: " ") }
  }

  static let commands = [
    Entry("workbench", json: false), Entry("init"), Entry("join"), Entry("push"),
    Entry("pull"), Entry("import"), Entry("agree"),
    Entry("heatmap"),
    Entry("annotators"),
    Entry("queue"), Entry("show"), Entry("rule"), Entry("precedents"), Entry("alike"),
    Entry("guide show"), Entry("guide diff"), Entry("guide draft"), Entry("guide withdraw"),
    Entry("guide define"), Entry("guide publish"), Entry("guide lint"), Entry("gold list"),
    Entry("gold mark"), Entry("gold unmark"), Entry("gold export"), Entry("gold score"),
    Entry("calibrate list"), Entry("calibrate draw"), Entry("calibrate export"),
    Entry("calibrate score"), Entry("digest"), Entry("log show"),
    Entry("log verify"), Entry("log checkpoint"), Entry("log prove inclusion"),
    Entry("log prove consistency"), Entry("log check-proof"), Entry("key show"), Entry("key new"),
    Entry("log export", json: false), Entry("export"), Entry("member list"),
    Entry("member add"), Entry("member role"), Entry("apply"), Entry("audit show"),
    Entry("audit draw"), Entry("audit advise"), Entry("release"), Entry("doctor"),
    Entry("simulate"), Entry("backup"), Entry("restore"),
    Entry("themes"),
    Entry("keys"),
  ]

  @Test(arguments: commands)
  func `a command explains itself`(entry: Entry) throws {
    let place = try Workplace()
    let help = try place.run(entry.words + ["--help"]).expect(0)
    #expect(help.text.contains("OVERVIEW:"))
    #expect(help.text.contains("USAGE:"))
    #expect(help.text.contains("--json") == entry.speaksJSON)
    #expect(help.errors.isEmpty)
    let wrong = try place.run(entry.words + ["--no-such-option"]).expect(2)
    #expect(wrong.output.isEmpty)
    #expect(wrong.complaint.contains("Usage: tiebreak \(entry.words[0])"))
  }

  @Test func `the help of the program names every command`() throws {
    let place = try Workplace()
    let help = try place.run("--help").expect(0)
    let listed = help.lines.compactMap { $0.split(separator: " ").first.map(String.init) }
    for name in Set(Self.commands.compactMap(\.words.first)) {
      #expect(listed.contains(name), "\(name)")
    }
    #expect(help.text.contains("Exit codes"))
    #expect(try place.run("--version").expect(0).lines.count == 1)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions are written for a shell`(shell: String) throws {
    let place = try Workplace()
    let script = try place.run("--generate-completion-script", shell).expect(0).text
    for word in Set(Self.commands.flatMap(\.words)) { #expect(script.contains(word), "\(word)") }
  }

  @Test func `a reader that goes away is no reason to complain`() throws {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    for command in ["queue -n 1000 --everyone", "log show --json", "export", "doctor --dump"] {
      let run = try place.shell("\"$tiebreak\" -C project \(command) | head -n 1")
      #expect(run.lines.count == 1, "\(command)")
      let said = run.complaint.split(separator: "\n").filter { !$0.contains(" units: ") }
      #expect(said.isEmpty, "\(command)")
    }
  }

  @Test func `output on a pipe is plain, and the same in every locale and time zone`() throws {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    for command in ["agree", "heatmap", "queue", "member", "log show", "export"] {
      let words = ["-C", "project"] + command.split(separator: " ").map(String.init)
      let first = try place.run(words).expect(0)
      let second = try place.run(words, environment: ["LC_ALL": "C", "TZ": "Asia/Tokyo"])
      #expect(first.output == second.output, "\(command)")
      #expect(!first.output.contains { $0 < 0x20 && $0 != 0x0A }, "\(command)")
    }
  }
}
