import Foundation
import Testing

/// Something the program does to a project that must not go half wrong.
enum Deed: String, CaseIterable, CustomTestStringConvertible {
  /// Two rulings, and a comment that is too long for a line of the log.
  case rule
  case importing
  case publish
  /// A mapping with the settings it leads to.
  case migrate
  case export
  case logExport
  case rebuild
  /// A command that only reads, where the tables are gone.
  case firstOpening
  case initialise
  case backup
  case restore

  var testDescription: String { rawValue }

  static let added = "more.csv"
  static let exported = "gold.csv"
  static let exportedLog = "log.jsonl"
  static let backedUp = "made.tar.zst"
  static let mapping = "mapping.toml"
  /// A backup that is there already.
  static let archive = "old.tar.zst"

  var arguments: [String] {
    switch self {
    case .rule: ["-C", "project", "rule"]
    case .importing: ["-C", "project", "import", Self.added, "--json"]
    case .publish:
      ["-C", "project", "guide", "publish", "--yes", "--waive", "it is the first", "--json"]
    case .migrate: ["-C", "project", "migrate", "apply", Self.mapping, "--yes", "--json"]
    case .export: ["-C", "project", "export", "--out", Self.exported]
    case .logExport: ["-C", "project", "log", "export", "--out", Self.exportedLog]
    case .rebuild: ["-C", "project", "doctor", "--rebuild", "--json"]
    case .firstOpening: ["-C", "project", "queue", "--json"]
    case .initialise:
      ["init", "fresh", "--sandbox", "--from", Self.added, "--json"]
    case .backup: ["-C", "project", "backup", Self.backedUp]
    case .restore: ["restore", Self.archive, "fresh"]
    }
  }

  /// The folder of the project that it is done to.
  var project: String { makesProject ? "fresh" : "project" }

  /// Whether there is no project before it.
  var makesProject: Bool { self == .initialise || self == .restore }

  /// The ids of what is asked for by lines.
  static let operations = (1...3).map { String(repeating: "\($0)e", count: 16) }

  func input(items: [String]) -> String {
    guard self == .rule else { return "" }
    let words = String(repeating: "long words ", count: 460)
    return """
      {"item":"\(items[0])","label":"other","base":-1,"op":"\(Self.operations[0])"}
      {"item":"\(items[1])","do":"comment","note":"\(words)","op":"\(Self.operations[1])"}
      {"item":"\(items[2])","label":"refund","base":-1,"op":"\(Self.operations[2])"}

      """
  }

  /// What the program said of this run: the ids, or types, of the events that it called recorded.
  func acknowledged(_ run: Finished) -> [String] {
    switch self {
    case .rule:
      // A kill may come in the middle of an answer.
      return run.lines.compactMap { JSON(Data($0.utf8)) }
        .filter { $0["ok"]?.boolean == true }.compactMap { $0["op"]?.string }
    case .importing: return JSON(run.output) == nil ? [] : ["import"]
    case .publish: return JSON(run.output) == nil ? [] : ["publish"]
    case .migrate: return JSON(run.output) == nil ? [] : ["migrate"]
    case .export, .logExport, .rebuild, .firstOpening, .initialise, .backup, .restore: return []
    }
  }

  /// How often the log may hold what this deed records, once it is done: by id or by type.
  var recorded: [String] {
    switch self {
    case .rule: Self.operations
    case .importing: ["import"]
    case .publish: ["publish"]
    case .migrate: ["migrate"]
    case .export, .logExport, .rebuild, .firstOpening, .initialise, .backup, .restore: []
    }
  }
}

extension LogBytes {
  /// How many events carry this operation, or are of this type, from a position on.
  func count(of name: String, from start: Int) -> Int {
    events.dropFirst(start).count { $0.op == name || $0.type == name }
  }
}
