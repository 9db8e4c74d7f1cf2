import Foundation
import Testing
import Workbench

/// The README's key table is made from the command table; `TIEBREAK_RECORD_KEYS=1` renews it instead
/// of comparing, which is refused where `CI` is set.
@Suite struct KeyTableTests {
  @Test func `the key table of README is that of the program`() throws {
    let repository = try Repository()
    let page = try repository.text("README.md")
    let begin = try #require(page.range(of: "<!-- keys:begin -->\n"))
    let end = try #require(page.range(of: "<!-- keys:end -->"))
    let environment = ProcessInfo.processInfo.environment
    if environment["TIEBREAK_RECORD_KEYS"] == "1" {
      try #require(environment["CI"] == nil, "the key table is not renewed where CI is set")
      let renewed = page[..<begin.upperBound] + KeyTable.markdown + page[end.lowerBound...]
      try Data(renewed.utf8).write(to: repository.root.appendingPathComponent("README.md"))
      return
    }
    #expect(
      page[begin.upperBound..<end.lowerBound] == KeyTable.markdown,
      "renew it: TIEBREAK_RECORD_KEYS=1 swift test --disable-xctest --filter KeyTableTests")
  }

  @Test func `every command has a row`() {
    let rows = KeyTable.markdown.split(separator: "\n").filter { $0.hasPrefix("| ") }
    let headings = rows.filter { $0.hasPrefix("| Key |") }
    #expect(rows.count - headings.count == CommandTable.all.count)
  }
}
