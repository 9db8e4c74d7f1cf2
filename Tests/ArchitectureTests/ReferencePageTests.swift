import Configuration
import Domain
import Foundation
import Interchange
import Testing

@Suite struct ReferencePageTests {
  @Test func `the example of the settings page is read`() throws {
    let page = try Repository().text("docs/settings.md")
    let begin = try #require(page.range(of: "```toml\n"))
    let rest = page[begin.upperBound...]
    let end = try #require(rest.range(of: "\n```"))
    let read = try ConfigurationReader.read(
      String(rest[..<end.lowerBound]) + "\n", file: "settings.md")
    #expect(read.labels.map(\.id.text) == ["privacy", "rights"])
    #expect(read.routes.count == 1)
  }

  @Test(arguments: ["support-tickets", "reply-preferences"])
  func `the settings of a sample are read`(name: String) throws {
    let path = "sample-projects/\(name)/tiebreak.toml"
    let read = try ConfigurationReader.read(Repository().text(path), file: path)
    #expect(read.name == name)
    #expect(read.labels.count >= 5)
  }

  @Test func `the page of formats names every format there is`() throws {
    let page = try Repository().text("docs/formats.md")
    for format in ImportFormat.all {
      #expect(page.contains("| `\(format.name)` |"), "\(format.name) has no row")
    }
  }
}
