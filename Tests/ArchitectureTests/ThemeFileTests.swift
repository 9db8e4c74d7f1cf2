import Testing

@Suite struct ThemeFileTests {
  @Test func `the five themes are there`() throws {
    let repository = try Repository()
    #expect(
      repository.names(in: "themes").filter { $0.hasSuffix(".theme") } == [
        "colour-blind-safe.theme", "dark.theme", "high-contrast.theme", "light.theme", "mono.theme",
      ])
  }

  @Test func `every theme gives every role a style at every depth`() throws {
    let repository = try Repository()
    let reference = try roles("dark.theme", in: repository)
    #expect(reference.count > 30)
    for name in repository.names(in: "themes").sorted() where name.hasSuffix(".theme") {
      let found = try roles(name, in: repository)
      #expect(Set(found).count == found.count, "\(name) names a role twice")
      #expect(Set(found) == Set(reference), "\(name) does not name the same roles as dark.theme")
    }
  }

  /// The roles a theme names; each line must have true colour, 256, 16 colours and attributes.
  private func roles(_ name: String, in repository: Repository) throws -> [String] {
    let lines = try repository.text("themes/\(name)").split(separator: "\n")
    return lines.filter { !$0.hasPrefix("#") }.compactMap { line in
      let sides = line.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else {
        Issue.record("\(name): a line without an equals sign: \(line)")
        return nil
      }
      #expect(sides[1].split(separator: "/").count == 4, "\(name): \(line)")
      return sides[0].split(separator: " ").joined()
    }
  }
}
