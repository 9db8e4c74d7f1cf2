import Foundation
import Testing

@Suite struct DocumentTests {
  @Test func `every link of a page leads to a file that is there`() throws {
    let repository = try Repository()
    let pages =
      repository.names(in: "").filter { $0.hasSuffix(".md") }
      + ["docs", "sample-projects"].flatMap { repository.files(below: $0, extensions: ["md"]) }
    #expect(pages.contains("README.md"))
    for page in pages {
      let folder = page.split(separator: "/").dropLast().joined(separator: "/")
      for target in Self.relativeLinks(in: try repository.text(page)) {
        let path = repository.root.appendingPathComponent(folder).appendingPathComponent(target)
        #expect(
          FileManager.default.fileExists(atPath: path.standardizedFileURL.path),
          "\(page) links to \(target), which is not there")
      }
    }
  }

  @Test func `continuous integration runs nothing that is not in the Makefile`() throws {
    let lines = try Repository().text(".ci/run").split(separator: "\n")
    let commands = lines.filter { !$0.hasPrefix("#") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(Set(commands).subtracting(["set", "cd", "export", "make"]).sorted() == [])
    #expect(lines.filter { $0.hasPrefix("make ") }.count == 2)
  }

  @Test func `links are found in pages, and addresses of the web are not`() {
    let page = """
      See [the log](docs/log-format.md#lines), ![a picture](docs/a.svg), [web](https://swift.org)
      and [below](#below).
      """
    #expect(Self.relativeLinks(in: page) == ["docs/log-format.md", "docs/a.svg"])
  }

  /// Targets of `](…)`, without fragments, that are not addresses of the web.
  private static func relativeLinks(in page: String) -> [String] {
    page.components(separatedBy: "](").dropFirst().compactMap { rest in
      guard let end = rest.firstIndex(of: ")") else { return nil }
      let target = rest[..<end].prefix { $0 != "#" }
      return target.isEmpty || target.contains("://") ? nil : String(target)
    }
  }
}
