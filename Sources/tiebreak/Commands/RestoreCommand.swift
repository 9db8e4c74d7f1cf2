import ArgumentParser
import Runtime

/// `restore`: makes a project of a backup.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Make a project of a backup, after checking everything in it.",
    discussion: """
      Every file is held against the backup's list, the log against its chain, imports and attachments \
      against the log. The folder appears when all of it is right. It is yours alone; give others their \
      rights back with chgrp and chmod.
      """)

  @ParentCommand var root: Tiebreak

  @Argument(help: "The backup.", completion: .file())
  var file: String

  @Argument(help: "The folder to make; it must be empty or not there yet.", completion: .directory)
  var directory: String

  @Flag(help: "Also a backup that ends before what you saw of the project.")
  var older = false

  @Flag(help: "For scripts.")
  var json = false

  func run() throws {
    let outcome = try Program.doing { () throws(ProjectFailure) in
      try Restore(
        file, to: ProjectFolder(path: directory), isOlderAccepted: older,
        surroundings: Machine.surroundings()
      ).run()
    }
    if json {
      Output.print(outcome.json)
    } else {
      Output.print(outcome.restoreLines)
    }
  }
}
