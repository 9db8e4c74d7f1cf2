import ArgumentParser
import Domain
import Runtime

/// `calibrate draw`: draws items and remembers them.
struct CalibrateDrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draw items for annotators to answer under the drafts that wait.",
    discussion: """
      Each label in proportion and at least --floor times, as far as there are as many; of each, \
      contested items first for the share --hard. The same project, size and seed draw the same items.
      """)

  @ParentCommand var calibrate: CalibrateCommand

  @Option(help: ArgumentHelp("How many items.", valueName: "number"))
  var size: Int = 80

  @Option(help: ArgumentHelp("What the draw depends on.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("The least of each label.", valueName: "number"))
  var floor: Int = 5

  @Option(help: ArgumentHelp("Share of contested items, drawn first.", valueName: "share"))
  var hard: Double = 0.5

  @Option(help: ArgumentHelp("The question, where there are several.", valueName: "name"))
  var question: String?

  @Flag(help: "Try the version in force, and not the drafts.")
  var inForce = false

  @OptionGroup var output: CalibrationOutputOptions

  @Flag(help: "For scripts.")
  var json = false

  func validate() throws {
    guard size > 0 else { throw ValidationError("--size is at least 1.") }
    guard floor >= 0 else { throw ValidationError("--floor is not negative.") }
    guard (0...1).contains(hard) else { throw ValidationError("--hard is a share from 0 to 1.") }
  }

  func run() throws {
    let wish = CalibrationWish(
      question: question.map { QuestionID($0) }, size: size, floor: floor, hardShare: hard,
      seed: seed, triesDrafts: !inForce)
    try Program.withProject(calibrate.root) { project throws(ProjectFailure) in
      let drawn = try project.drawCalibration(wish)
      if let out = output.out {
        try project.export(drawn, as: output.batchFormat, for: output.annotators, to: out)
      }
      if json {
        Output.print(CalibrationDrawJSON.drawn(drawn, to: output.out))
      } else {
        Output.print(CalibrationDrawText.drawn(drawn, to: output.out))
      }
    }
  }
}
