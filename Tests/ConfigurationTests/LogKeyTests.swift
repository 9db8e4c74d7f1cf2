import Configuration
import Domain
import Testing

@Suite struct LogKeyTests {
  private static let body = String(repeating: "A", count: 44)
  private let first = "tiebreak/1+0123abcd+" + Self.body
  private let second = "tiebreak/1+4567abcd+" + Self.body

  private func key(_ text: String) throws -> LogKey {
    try #require(LogKey(text))
  }

  @Test(
    arguments: [
      .below("[log]\nkey = []", "4:1: unknown key \"key\" in [log]; did you mean \"keys\"?"),
      .below(
        "[log]\nkeys = \"a\"",
        "4:8: keys in [log] is text; write a list of texts, as in keys = [\"…\"]"),
      .below(
        "[log]\nkeys = [\"a+b+c\"]",
        "4:9: \"a+b+c\" is no key; write it as tiebreak key show prints it"),
      .below(
        "[log]\nkeys = [\"k+0123abcd+\(body)\", \"k+0123abcd+\(body)\"]",
        "4:68: this key is there already; take it out"),
    ] as [BadFile])
  func `a key that is none is named by its place`(file: BadFile) {
    let heard = file.heard { text, name throws(ConfigurationError) in
      try ConfigurationReader.read(text, file: name)
    }
    #expect(heard == file.said)
  }

  @Test(arguments: [
    "", "a", "a+0123abcd", "+0123abcd+" + body, "a+0123ABCD+" + body, "a+0123abc+" + body,
    "a+0123abcd+" + body.dropLast(), "a b+0123abcd+" + body, "a\"+0123abcd+" + body,
    "a\u{E9}+0123abcd+" + body, "a\\+0123abcd+" + body,
  ])
  func `what does not have three parts is no key`(_ text: String) {
    #expect(LogKey(text) == nil)
  }

  @Test(arguments: [
    "[project]\nname = \"p\"\n", "[project]\nname = \"p\"", "[project]\r\nname = \"p\"\r\n",
    "[project]\nname = \"p\"\n\n[[labels]]\nid = \"log\" # [log]\n",
  ])
  func `the first key gets a block at the end, and nothing else changes`(_ text: String) throws {
    let added = try #require(
      try ConfigurationText.adding(key: try key(first), to: text, file: "t"))
    #expect(added.hasPrefix(text))
    #expect(added.utf8.contains(0x0D) == text.utf8.contains(0x0D))
    var expected = try ConfigurationReader.read(text, file: "t")
    expected.logKeys = [try key(first)]
    #expect(try ConfigurationReader.read(added, file: "t") == expected)
  }

  @Test(arguments: [
    "[log]\nkeys = [\"FIRST\"]\n[project]\nname = \"p\"\n",
    "log.keys = [\"FIRST\"] # mine\n[project]\nname = \"p\"\n",
    "[project]\nname = \"é\"\n[log]\nkeys = [ # of the office\n  'FIRST',\n]\n",
    "log = { keys = [\"FIRST\"] }\n[project]\nname = \"p\"\n",
  ])
  func `a further key stands before the others`(_ text: String) throws {
    let text = text.replacing("FIRST", with: first)
    let added = try #require(
      try ConfigurationText.adding(key: try key(second), to: text, file: "t"))
    #expect(added.utf8.count == text.utf8.count + second.utf8.count + 4)
    #expect(
      try ConfigurationReader.read(added, file: "t").logKeys == [try key(second), try key(first)])
  }

  @Test func `a table without a list is left to its owner, and so is an empty one`() throws {
    let without = "[project]\nname = \"p\"\n[log]\n"
    #expect(try ConfigurationText.adding(key: try key(first), to: without, file: "t") == nil)
    let empty = "[project]\nname = \"p\"\n[log]\nkeys = []\n"
    let added = try #require(
      try ConfigurationText.adding(key: try key(first), to: empty, file: "t"))
    #expect(try ConfigurationReader.read(added, file: "t").logKeys == [try key(first)])
  }
}
