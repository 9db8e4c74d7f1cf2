import ArgumentParser
import Domain
import Interchange
import Runtime

/// `guide diff`: what changed between two versions.
struct GuideDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what changed between two versions, part by part.")

  @ParentCommand var guide: GuideCommand

  @Argument(help: ArgumentHelp("The older version; that in force otherwise.", valueName: "from"))
  var old: String?

  @Argument(help: ArgumentHelp("The newer version; the draft otherwise.", valueName: "to"))
  var new: String?

  @Flag(help: "For scripts.")
  var json = false

  func run() throws {
    let from = try old.map { try GuideArgument.version($0) }
    let to = try new.map { try GuideArgument.version($0) } ?? .draft
    try Program.withProject(guide.root) { project throws(ProjectFailure) in
      let guideline = try project.currentGuideline()
      let before = try guideline.contents(from ?? .version(guideline.version))
      let after = try guideline.contents(to)
      let difference = GuidelineDifference(from: before, to: after)
      if json {
        Output.print(GuidelineJSON.difference(difference, from: before, to: after))
      } else {
        Output.print(GuidelineText.difference(difference))
      }
    }
  }
}
