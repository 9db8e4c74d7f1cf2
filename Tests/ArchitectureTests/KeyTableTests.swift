import Foundation
import Testing
import Workbench

/// The README's key table is made from the command table; `make generated` renews it.
@Suite struct KeyTableTests {
  @Test func `the key table of README is that of the program`() throws {
    let repository = try Repository()
    let page = try repository.text("README.md")
    let begin = try #require(page.range(of: "<!-- keys:begin -->\n"))
    let end = try #require(page.range(of: "<!-- keys:end -->"))
    #expect(
      page[begin.upperBound..<end.lowerBound] == KeyTable().markdown,
      "renew it: make generated")
  }

  @Test func `every command has a row`() {
    let rows = KeyTable().markdown.split(separator: "\n").filter { $0.hasPrefix("| ") }
    let headings = rows.filter { $0.hasPrefix("| Key |") }
    #expect(rows.count - headings.count == CommandTable.all.count)
  }
}
