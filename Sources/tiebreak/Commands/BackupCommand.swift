import ArgumentParser
import Runtime

/// `backup`: a project in one file.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Write the project into one file, while others go on working.",
    discussion: """
      The log up to its last event, the imports, attachments, versions of the guideline and the \
      settings, checked before they are written; nothing of anybody's drafts. The file is a tar archive \
      compressed with zstd; it appears whole or not at all, and replaces nothing.
      """)

  @ParentCommand var root: Tiebreak

  @Argument(help: "The file to write; it must not be there yet.", completion: .file())
  var file: String

  @Flag(help: "For scripts.")
  var json = false

  func run() throws {
    let outcome = try Program.doing { () throws(ProjectFailure) in
      try Backup(ProjectFolder(path: root.directory), surroundings: Machine.surroundings())
        .write(to: file)
    }
    if json {
      Output.print(outcome.json)
    } else {
      Output.print(outcome.backupLines)
    }
  }
}
