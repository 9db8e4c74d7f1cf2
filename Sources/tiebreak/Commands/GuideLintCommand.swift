import ArgumentParser
import Domain
import Interchange
import Runtime

/// `guide lint`: what the guideline lacks.
struct GuideLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Say what the guideline lacks, drafts included; exit 1 where it lacks something.")

  @ParentCommand var guide: GuideCommand

  @Flag(help: "For scripts.")
  var json = false

  func run() throws {
    let findings = try Program.withProject(guide.root) { project throws(ProjectFailure) in
      try project.lintGuideline()
    }
    if json {
      Output.print(GuidelineJSON.findings(findings))
    } else {
      Output.print(GuidelineText.findings(findings))
    }
    if !findings.isEmpty { throw Runtime.ExitCode.answerIsNo }
  }
}
