import Domain

/// A file of a project that a backup may hold. Names in an archive are only ever compared with these
/// shapes: what is written is written where the shape belongs, and never where a name points.
enum BackupPart: ManifestPart {
  static let kind = "backup"
  static let holder = "a project"
  static let required = [BackupPart.log, .settings]

  case settings
  case log
  case attachment(String)
  /// A torn tail that was cut off, as evidence.
  case quarantined(String)
  case checkpoint(String)
  /// The number with its digits, and the first digits of the digest.
  case batch(String)
  /// The rows of an import that could not be read.
  case refused(String)
  case guideline(Int)

  /// nil for whatever is no file of a project.
  init?(name: String) {
    switch name {
    case "tiebreak.toml": self = .settings
    case "log/events.jsonl": self = .log
    default:
      let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard let part = Self.part(parts) else { return nil }
      self = part
    }
    guard self.name == name else { return nil }
  }

  private static func part(_ parts: [String]) -> BackupPart? {
    if parts.count == 3, parts[0] == "log" {
      switch parts[1] {
      case "attach": return isHexadecimal(parts[2], 64) ? .attachment(parts[2]) : nil
      case "quarantine": return isHexadecimal(parts[2], 64) ? .quarantined(parts[2]) : nil
      case "checkpoints": return isNumber(parts[2], 12...18) ? .checkpoint(parts[2]) : nil
      default: return nil
      }
    }
    guard parts.count == 2 else { return nil }
    if parts[0] == "guidelines", parts[1].hasPrefix("v"), parts[1].hasSuffix(".md") {
      return Int(parts[1].dropFirst().dropLast(3)).flatMap { $0 > 0 ? .guideline($0) : nil }
    }
    guard parts[0] == "batches" else { return nil }
    let words = parts[1].split(separator: ".", maxSplits: 1).map(String.init)
    let name = words[0].split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard words.count == 2, name.count == 2, isNumber(name[0], 4...9), isHexadecimal(name[1], 16)
    else { return nil }
    switch words[1] {
    case "jsonl.zst": return .batch(words[0])
    case "refused": return .refused(words[0])
    default: return nil
    }
  }

  /// Where it lies below the project's folder, and what it is called in an archive.
  var name: String {
    switch self {
    case .settings: "tiebreak.toml"
    case .log: "log/events.jsonl"
    case .attachment(let digest): "log/attach/" + digest
    case .quarantined(let digest): "log/quarantine/" + digest
    case .checkpoint(let size): "log/checkpoints/" + size
    case .batch(let name): "batches/\(name).jsonl.zst"
    case .refused(let name): "batches/\(name).refused"
    case .guideline(let version): "guidelines/v\(version).md"
    }
  }

  /// The folders that files lie in, those above first.
  static let folders = [
    "batches", "guidelines", "log", "log/attach", "log/checkpoints", "log/quarantine",
  ]

  private static func isHexadecimal(_ text: String, _ count: Int) -> Bool {
    text.utf8.count == count
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  private static func isNumber(_ text: String, _ digits: ClosedRange<Int>) -> Bool {
    digits.contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
