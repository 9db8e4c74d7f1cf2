import Testing

@Suite struct ImportTests {
  @Test func `every import stands in the table of ARCHITECTURE`() throws {
    let repository = try Repository()
    let table = try ImportTable(markdown: repository.text("ARCHITECTURE.md"))
    for (target, allowed) in table.allowed.sorted(by: { $0.key < $1.key }) {
      for file in repository.files(below: "Sources/\(target)", extensions: ["swift"]) {
        for module in ImportScanner.modules(in: try repository.text(file)) where module != "Swift" {
          #expect(
            allowed.contains(module),
            "\(file) imports \(module); ARCHITECTURE.md does not allow that to \(target)")
        }
      }
    }
  }

  @Test func `every target has a row and every row a target`() throws {
    let repository = try Repository()
    let table = try ImportTable(markdown: repository.text("ARCHITECTURE.md"))
    let folders = Set(repository.names(in: "Sources").filter { !$0.hasPrefix(".") })
    #expect(folders.subtracting(table.targets).sorted() == [])
    #expect(table.targets.subtracting(folders).sorted() == [])
  }

  @Test func `C targets hold no Swift`() throws {
    let repository = try Repository()
    let table = try ImportTable(markdown: repository.text("ARCHITECTURE.md"))
    for target in table.cOnly.sorted() {
      #expect(repository.files(below: "Sources/\(target)", extensions: ["swift"]) == [])
    }
  }

  @Test(arguments: [
    ("import Domain", ["Domain"]),
    ("  package import Domain", ["Domain"]),
    ("@preconcurrency import Glibc", ["Glibc"]),
    (
      "@_spi(Testing) public import Ledger\nimport struct Foundation.URL", ["Ledger", "Foundation"]
    ),
    ("import os.log", ["os"]),
    ("// import Nothing\nlet important = 1\nimportant()", []),
  ])
  func `the scanner finds imports in all their forms`(source: String, modules: [String]) {
    #expect(ImportScanner.modules(in: source) == modules)
  }

  @Test func `a table with a row that lacks a cell is refused`() {
    let page = """
      <!-- imports:begin -->
      | target | may import | what it is |
      |---|---|---|
      | `Domain` | nothing |
      <!-- imports:end -->
      """
    #expect(throws: ImportTable.Malformed.self) { try ImportTable(markdown: page) }
  }

  @Test func `a table reads names, C targets and empty cells`() throws {
    let page = """
      <!-- imports:begin -->
      | target | may import | what it is |
      |---|---|---|
      | `Screen` | | grid |
      | `Store` | `Domain`, `GRDB` | tables |
      | `CZlib`, `CZstd` | C only | shims |
      <!-- imports:end -->
      """
    let table = try ImportTable(markdown: page)
    #expect(table.allowed == ["Screen": [], "Store": ["Domain", "GRDB"]])
    #expect(table.cOnly == ["CZlib", "CZstd"])
  }
}
