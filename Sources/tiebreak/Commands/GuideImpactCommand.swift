import ArgumentParser
import Domain
import Interchange
import Runtime

/// `guide impact`: which rulings a version would put in doubt.
struct GuideImpactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "impact",
    abstract: "Which rulings the next version would put in doubt; changes nothing.",
    discussion: """
      Of what waits to be published, or of the parts that are named. A ruling is in doubt where it \
      cites a clause that changes, where it contradicts an example, and where it settles a contest \
      between the clause's labels another way than the rulings that the clause was made from.
      """)

  @ParentCommand var guide: GuideCommand

  @OptionGroup var options: PublicationOptions

  @Flag(help: "For scripts.")
  var json = false

  func run() throws {
    let choice = try options.choice()
    try Program.withProject(guide.root) { project throws(ProjectFailure) in
      let plan = try choice.plan(in: project)
      if json {
        Output.print(GuidelineJSON.plan(plan, event: nil))
      } else if plan.publication.changes.isEmpty {
        Output.print("Nothing waits to be published.")
      } else {
        Output.print(GuidelineText.plan(plan))
      }
    }
  }
}
