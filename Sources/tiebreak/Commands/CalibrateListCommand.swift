import ArgumentParser
import Runtime

/// `calibrate list`: what was drawn, and what came of it.
struct CalibrateListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List draws and results.")

  @ParentCommand var calibrate: CalibrateCommand

  @Flag(help: "For scripts.")
  var json = false

  func run() throws {
    try Program.withProject(calibrate.root) { project throws(ProjectFailure) in
      let calibrations = try project.calibrations()
      if json {
        Output.print(CalibrationDrawJSON.list(calibrations))
      } else {
        Output.print(CalibrationDrawText.list(calibrations))
      }
    }
  }
}
