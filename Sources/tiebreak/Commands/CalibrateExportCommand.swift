import ArgumentParser
import Runtime

/// `calibrate export`: writes the items of a draw once more.
struct CalibrateExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the items of a draw for annotators.")

  @ParentCommand var calibrate: CalibrateCommand

  @Argument(help: ArgumentHelp("The draw's event; the last one otherwise.", valueName: "event"))
  var draw: Int?

  @OptionGroup var output: CalibrationOutputOptions

  @Flag(help: "For scripts.")
  var json = false

  func validate() throws {
    guard output.out != nil else { throw ValidationError("--out names a file.") }
  }

  func run() throws {
    try Program.withProject(calibrate.root) { project throws(ProjectFailure) in
      let drawn = try project.calibrationDraw(draw)
      try project.export(
        drawn, as: output.batchFormat, for: output.annotators, to: output.out ?? "")
      if json {
        Output.print(CalibrationDrawJSON.drawn(drawn, to: output.out))
      } else {
        Output.print(CalibrationDrawText.drawn(drawn, to: output.out))
      }
    }
  }
}
