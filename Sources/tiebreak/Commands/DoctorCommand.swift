import ArgumentParser
import Runtime

/// `doctor`: looks after the derived tables.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check the derived tables, make them anew, or print them.")

  @ParentCommand var root: Tiebreak

  @Flag(help: "Drop everything that is derived and make it anew from log and batches.")
  var rebuild = false

  @Flag(help: "Print the derived tables as sorted rows, to compare two of them.")
  var dump = false

  @Flag(help: "For scripts.")
  var json = false

  func run() throws {
    let report = try Program.withProject(root) { project throws(ProjectFailure) -> DoctorReport in
      if rebuild { try project.rebuild(progress: ProgressLine.drawing()) }
      if dump {
        let output = DataOutput()
        try project.dump { output.write(Array($0.utf8) + [0x0A]) }
        output.finish()
      }
      return try project.examine()
    }
    guard !dump else { return }
    if json {
      Output.print(report.json)
    } else {
      Output.print(report.lines)
    }
    if !report.isGood { throw Runtime.ExitCode.answerIsNo }
  }
}
