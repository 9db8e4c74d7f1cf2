import ArgumentParser
import Domain
import Glibc
import Interchange
import Runtime

/// `guide publish`: puts drafts in force as the next version.
struct GuidePublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Put drafts in force as the next version; only a lead may.",
    discussion: """
      Says what it would do and asks. Without a terminal it publishes only with --yes. Rulings that \
      rest on what changes are put in doubt and go back to the queue: those that cite a clause, those \
      that contradict one of its examples, and those that settle the same labels another way.
      """)

  @ParentCommand var guide: GuideCommand

  @OptionGroup var options: PublicationOptions

  @Option(
    help: ArgumentHelp("Why there is no calibration before it.", valueName: "text"))
  var waive: String?

  @Flag(help: "Do not ask.")
  var yes = false

  @Flag(help: "For scripts; asks nothing.")
  var json = false

  func run() throws {
    let choice = try options.choice()
    let isPublished = try Program.withProject(guide.root) {
      project throws(ProjectFailure) -> Bool in
      let plan = try choice.plan(in: project, waived: waive)
      // What would be refused is tried without asking: the attempt is recorded where rights forbid it.
      let isAsking = try project.refusal(of: plan) == nil && !yes
      if !json, !plan.publication.changes.isEmpty { Output.print(GuidelineText.plan(plan)) }
      if isAsking, !isConfirmed(plan) {
        if json { Output.print(GuidelineJSON.plan(plan, event: nil)) }
        return false
      }
      let event = try project.publish(plan)
      if json {
        Output.print(GuidelineJSON.plan(plan, event: event))
      } else {
        Output.print(
          "Version \(plan.publication.version) is in force, from event \(event.seq) on.")
      }
      return true
    }
    if !isPublished { throw Runtime.ExitCode.answerIsNo }
  }

  private func isConfirmed(_ plan: PublicationPlan) -> Bool {
    guard !json, Machine.isTerminal(STDIN_FILENO) else {
      Output.complain("nothing was published. Say --yes to publish without being asked.")
      return false
    }
    Output.draw("Publish version \(plan.publication.version)? [y/N] ")
    return ["y", "yes"].contains(StandardLines().next() ?? "")
  }
}
