import ArgumentParser

/// `guide`: the rules that annotators follow.
struct GuideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guide",
    abstract: "Read the guideline, propose clauses and definitions, publish versions.",
    subcommands: [
      GuideShowCommand.self, GuideDiffCommand.self, GuideDraftCommand.self,
      GuideWithdrawCommand.self, GuideDefineCommand.self, GuideImpactCommand.self,
      GuidePublishCommand.self, GuideCheckCommand.self, GuideLintCommand.self,
    ],
    defaultSubcommand: GuideShowCommand.self)

  @ParentCommand var root: Tiebreak
}
