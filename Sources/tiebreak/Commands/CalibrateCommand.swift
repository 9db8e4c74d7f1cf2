import ArgumentParser

/// `calibrate`: how well annotators agree under drafts of the guideline, before they are published.
struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Try drafts of the guideline on some items before they are published.",
    discussion: """
      draw items, hand them out, import the answers, score them, record the result: where the settings \
      name a target, guide publish asks for it. docs/calibration.md
      """,
    subcommands: [
      CalibrateListCommand.self, CalibrateDrawCommand.self, CalibrateExportCommand.self,
      CalibrateScoreCommand.self,
    ],
    defaultSubcommand: CalibrateListCommand.self)

  @ParentCommand var root: Tiebreak
}
