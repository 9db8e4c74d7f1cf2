import Testing

@Suite struct SourceTreeTests {
  @Test func `no source file is longer than 400 lines`() throws {
    let repository = try Repository()
    let extensions: Set = ["swift", "c", "cpp", "h", "py"]
    for folder in ["Sources", "Tests"] {
      for file in repository.files(below: folder, extensions: extensions) {
        let lines = try repository.text(file).split(
          separator: "\n", omittingEmptySubsequences: false)
        let isGenerated = lines.first?.lowercased().contains("generated") ?? false
        #expect(isGenerated || lines.count - 1 <= 400, "\(file) has \(lines.count - 1) lines")
      }
    }
  }

  @Test func `no placeholder file is left in a finished target`() throws {
    let repository = try Repository()
    let left = ["Sources", "Tests"].flatMap { folder in
      repository.files(below: folder, extensions: ["swift"])
        .filter { $0.hasSuffix("/Placeholder.swift") }
        .filter { repository.files(below: Self.folder(of: $0), extensions: ["swift"]).count > 1 }
    }
    #expect(left == [])
  }

  @Test func `the top level holds what ARCHITECTURE says and nothing else`() throws {
    let repository = try Repository()
    let expected: Set = [
      "ARCHITECTURE.md", "CHANGELOG.md", "LICENSE", "Makefile", "Package.swift", "README.md",
      "Sources", "Tests", "docs", "sample-projects", "themes",
    ]
    let present = repository.names(in: "").filter { !$0.hasPrefix(".") }
    let ignored = try repository.text(".gitignore").split(separator: "\n")
      .map { $0.split(separator: "/").joined() }
    #expect(Set(present).subtracting(expected.union(ignored)).sorted() == [])
    #expect(expected.subtracting(present).sorted() == [])
  }

  private static func folder(of file: String) -> String {
    file.split(separator: "/").dropLast().joined(separator: "/")
  }
}
