import ArgumentParser
import Domain
import Runtime

/// `calibrate score`: how well annotators agree on a draw.
struct CalibrateScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Show how well annotators agree on a draw, label by label; keep it with --record.",
    discussion: """
      Beside each figure stands how well they agreed on the same items before. exit 1 where a figure is \
      below the target.
      """)

  @ParentCommand var calibrate: CalibrateCommand

  @Argument(help: ArgumentHelp("The draw's event; the last one otherwise.", valueName: "event"))
  var draw: Int?

  @Option(
    help: ArgumentHelp(
      "The least agreement on each label; otherwise as the settings say.", valueName: "share"))
  var target: String?

  @Flag(help: "Keep the result in the log, for guide publish.")
  var record = false

  @Flag(help: "For scripts.")
  var json = false

  func validate() throws {
    guard let target else { return }
    guard let number = Number(target), (0...1).contains(number.double) else {
      throw ValidationError("--target is a share from 0 to 1.")
    }
  }

  func run() throws {
    let isReached = try Program.withProject(calibrate.root) { project throws(ProjectFailure) in
      let score = try project.score(
        try project.calibrationDraw(draw), target: target.flatMap { Number($0) })
      let event = record ? try project.record(.recordCalibration(score.result)) : nil
      if json {
        Output.print(CalibrationDrawJSON.score(score, recorded: event))
      } else {
        Output.print(CalibrationDrawText.score(score))
        if let event { Output.print(CalibrationDrawText.said(score.result, event)) }
      }
      return score.target.map { score.result.reaches($0) } ?? true
    }
    if !isReached { throw Runtime.ExitCode.answerIsNo }
  }
}
