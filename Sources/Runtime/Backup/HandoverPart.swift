/// A file of a handover. Names in a manifest are only ever compared with these.
enum HandoverPart: ManifestPart {
  static let kind = "handover"
  static let holder = "a handover"
  static let required = BackupPart.required.map { HandoverPart.project($0) }

  /// A file of the project, which lies below `project/` as it does in a project.
  case project(BackupPart)
  case derived(Derived)

  /// What was written from the project, for whoever has no program to read it with.
  enum Derived: String, CaseIterable {
    case readme = "README.md"
    case agreement = "agreement.json"
    case audit = "audit.json"
    case gold = "gold.json"
    case guideline = "guideline.json"
    case draft = "guideline-draft.md"
    case migrations = "migrations.json"
    case rulings = "released.csv"
    case shares = "released-shares.jsonl"
    case votes = "ratings.csv"
  }

  private static let projectFolder = "project/"

  /// The folders that files lie in, those above first.
  static let folders = ["project"] + BackupPart.folders.map { projectFolder + $0 }

  /// nil for whatever is no file of a handover.
  init?(name: String) {
    if let derived = Derived(rawValue: name) {
      self = .derived(derived)
    } else if name.hasPrefix(Self.projectFolder),
      let part = BackupPart(name: String(name.dropFirst(Self.projectFolder.count)))
    {
      self = .project(part)
    } else {
      return nil
    }
    guard self.name.utf8.elementsEqual(name.utf8) else { return nil }
  }

  /// Where it lies below the folder.
  var name: String {
    switch self {
    case .project(let part): Self.projectFolder + part.name
    case .derived(let derived): derived.rawValue
    }
  }
}
