import Domain

/// `[sources.NAME]`: how items get their ids.
enum SourceSection {
  static func read(_ root: RootReader) -> [SourceSettings] {
    root.namedTables("sources", keys: ["item"]).map {
      SourceSettings(name: $0.name.content, item: $0.reader.text("item")?.content)
    }
  }
}
