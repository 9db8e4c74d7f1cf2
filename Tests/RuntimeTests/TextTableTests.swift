import Runtime
import Screen
import Testing

struct TextTableTests {
  @Test func `columns line up by cells, not by characters`() {
    var table = TextTable([.init("label"), .init("n", .right)])
    table.append(["末末", "7"])
    table.append(["a", "1 204"])
    #expect(table.lines() == ["  label      n", "  末末       7", "  a      1 204"])
  }

  @Test func `what comes from outside is made visible`() {
    var table = TextTable([.init("item", widest: 12, cut: .end)])
    table.append([SafeText("a\u{1B}[31m\u{202E}b and so on for long")])
    let line = table.lines()[1]
    #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    #expect(line.hasSuffix("…"))
  }

  @Test func `names that begin alike stay apart, sentences lose their end`() {
    var table = TextTable([.init("who", widest: 11), .init("why", widest: 9, cut: .end)])
    table.append(["annotator-of-team-1", "because of it"])
    table.append(["annotator-of-team-2", "because of it"])
    #expect(
      table.lines() == [
        "  who          why", "  annot…eam-1  because …", "  annot…eam-2  because …",
      ])
  }
}
