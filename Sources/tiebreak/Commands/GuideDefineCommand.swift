import ArgumentParser
import Domain
import Runtime
import Workbench

/// `guide define`: proposes what a label means, or a policy.
struct GuideDefineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "define",
    abstract: "Propose what a label means, or a policy; reviewers and leads may.",
    discussion:
      "With neither --text nor --file, $EDITOR opens on what stands. No text takes it out.")

  @ParentCommand var guide: GuideCommand

  @Argument(help: ArgumentHelp("The label's id, or the policy's name.", valueName: "label"))
  var name: String

  @Flag(help: "It is the name of a policy: skipping, smallest size, when to escalate.")
  var policy = false

  @Option(help: ArgumentHelp("What it is to say.", valueName: "text"))
  var text: String?

  @Option(
    help: ArgumentHelp("Read it from this file, as Markdown.", valueName: "file"),
    completion: .file(extensions: ["md"]))
  var file: String?

  @Flag(help: "Keep it a draft: others see it, and it cannot be published yet.")
  var unfinished = false

  @Flag(help: "Send a draft for review as it stands.")
  var finish = false

  @Flag(help: "For scripts.")
  var json = false

  func validate() throws {
    if finish, unfinished { throw ValidationError("Say either --finish or --unfinished.") }
    if text != nil, file != nil { throw ValidationError("Say either --text or --file.") }
  }

  func run() throws {
    try Program.withProject(guide.root) { project throws(ProjectFailure) in
      let id: SectionID = policy ? .policy(PolicyID(name)) : .label(LabelID(name))
      let standing = try project.currentGuideline().sections[id]
      var proposal = SectionProposal(id: id, text: "", stage: unfinished ? .draft : .review)
      if let text {
        proposal.text = text
      } else if let file {
        proposal.text = try TextFile.read(file)
      } else if finish {
        proposal.text = standing?.proposed ?? ""
        proposal.base = standing?.seq ?? -1
      } else {
        let shown = standing?.proposed.map { $0 + "\n" } ?? ""
        proposal.text = try TextFile.edited(shown, name: "section.md", in: project)
        proposal.base = standing?.seq ?? -1
      }
      proposal.text = GuidelineWriting.trimmed(proposal.text)
      try GuideOutput.record(.section(proposal), in: project, json: json)
    }
  }
}
