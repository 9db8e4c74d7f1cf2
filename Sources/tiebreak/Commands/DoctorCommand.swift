import ArgumentParser
import Runtime

/// `doctor`: looks a project over.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look the project over: mend what may be mended, and show what may not.",
    discussion: """
      Mended are tables that are missing, behind, damaged or of another project, a write to the log that \
      never came to its end, documents of the guideline, and files that ended processes left. A line \
      that was changed, a log that was cut, a batch or an attachment that is missing or changed, and \
      rights by which anybody could write are named with what speaks for it, and left alone: exit 1.
      """)

  @ParentCommand var root: Tiebreak

  @Flag(help: "Drop everything that is derived and make it anew from log and batches.")
  var rebuild = false

  @Flag(help: "Print the derived tables as sorted rows, to compare two of them.")
  var dump = false

  @Flag(help: "For scripts.")
  var json = false

  func run() throws {
    if dump { return try printTables() }
    let report = try Program.doing { () throws(ProjectFailure) in
      try Doctor(
        ProjectFolder(path: root.directory), surroundings: Machine.surroundings(),
        progress: ProgressLine.drawing()
      ).run(rebuilding: rebuild)
    }
    if json {
      Output.print(report.json)
    } else {
      Output.print(report.lines)
    }
    if !report.isGood { throw Runtime.ExitCode.answerIsNo }
  }

  private func printTables() throws {
    try Program.withProject(root) { project throws(ProjectFailure) in
      if rebuild { try project.rebuild(progress: ProgressLine.drawing()) }
      let output = DataOutput()
      try project.dump { output.write(Array($0.utf8) + [0x0A]) }
      output.finish()
    }
  }
}
