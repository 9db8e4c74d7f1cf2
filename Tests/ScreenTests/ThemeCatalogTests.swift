import Foundation
import Screen
import Testing
import ThemeCatalog

@Suite struct ThemeCatalogTests {
  @Test(arguments: ThemeCatalog.names)
  func `every theme is complete`(name: String) throws {
    let theme = try #require(try ThemeCatalog.theme(named: name))
    #expect(theme.name == name)
  }

  @Test func `every file in themes is compiled in`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../themes").standardizedFileURL
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.sorted() == ThemeCatalog.names.map { $0 + ".theme" }.sorted())
    for name in ThemeCatalog.names {
      let text = try String(
        contentsOf: folder.appendingPathComponent(name + ".theme"), encoding: .utf8)
      #expect(ThemeCatalog.source(named: name) == text)
    }
  }

  @Test func `an unknown name has no theme`() throws {
    #expect(try ThemeCatalog.theme(named: "solarised") == nil)
  }

  @Test func `the mono theme is what every theme becomes without colour`() throws {
    let mono = try #require(try ThemeCatalog.theme(named: "mono"))
    #expect(mono == .plain)
    let dark = ThemeCatalog.standard
    for role in Role.allCases {
      for ground in Ground.allCases {
        #expect(
          dark.style(of: role, on: ground, at: .mono)
            == mono.style(of: role, on: ground, at: .direct))
      }
    }
  }
}
