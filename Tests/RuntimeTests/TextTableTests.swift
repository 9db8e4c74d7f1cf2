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
    var table = TextTable([.init("item", widest: 12)])
    table.append([SafeText("a\u{1B}[31m\u{202E}b and so on for long")])
    let line = table.lines()[1]
    #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    #expect(line.hasSuffix("…"))
  }
}
