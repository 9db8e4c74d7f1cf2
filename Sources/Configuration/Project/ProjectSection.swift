import Domain

/// `[project]`: what it is called and how people work on it.
enum ProjectSection {
  /// - Returns: a configuration with nothing else in it; its name is empty where none was read.
  static func read(_ root: RootReader) -> ProjectConfiguration {
    var configuration = ProjectConfiguration(name: "")
    guard let reader = root.table("project", keys: ["name", "task", "blind", "store"]) else {
      root.reportMissingTable("project", example: "name = \"…\" below it")
      return configuration
    }
    reader.reportMissing("name", example: "\"…\"")
    configuration.name = reader.text("name")?.content ?? ""
    configuration.task = reader.choice("task") ?? configuration.task
    configuration.blind = reader.choice("blind") ?? configuration.blind
    configuration.store = store(reader)
    return configuration
  }

  /// The address is never quoted in a message: it may hold a password.
  private static func store(_ reader: TableReader) -> String? {
    guard let store = reader.text("store") else { return nil }
    let isKnown = ["postgresql://", "postgres://"].contains {
      store.content.utf8.starts(with: $0.utf8)
    }
    guard isKnown else {
      reader.problems.report(
        "store in [project] is no address of PostgreSQL; "
          + "write \"postgresql://…\", or take it out to keep the log in the folder",
        at: store.offset)
      return nil
    }
    return store.content
  }
}
