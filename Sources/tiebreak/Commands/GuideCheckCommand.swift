import ArgumentParser
import Domain
import Interchange
import Runtime
import Workbench

/// `guide check`: which rulings come out as a clause says.
struct GuideCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Which rulings come out as a clause says, and which contradict it.",
    discussion: """
      A clause says what most of the rulings on its examples, and of those it was made from, came out as. \
      Held against that are these, those that cite it, and all that were contested between its labels. \
      Exit code 1 where one contradicts.
      """)

  @ParentCommand var guide: GuideCommand

  @Argument(help: ArgumentHelp("The clause, as it was last proposed.", valueName: "id"))
  var id: String?

  @Option(
    help: ArgumentHelp("A clause as Markdown in this file.", valueName: "file"),
    completion: .file(extensions: ["md"]))
  var file: String?

  @Flag(help: "For scripts.")
  var json = false

  func validate() throws {
    if id == nil, file == nil { throw ValidationError("Say R-0042, or --file.") }
  }

  func run() throws {
    let named = try self.id.map { try GuideArgument.clause($0) }
    let contradicts = try Program.withProject(guide.root) {
      project throws(ProjectFailure) -> Bool in
      var id = named
      let text: ClauseText
      if let file {
        let read = try ClauseDocument.read(try TextFile.read(file), name: file)
        text = read.text
        id = named ?? read.id
      } else if let named {
        text = try project.clause(named).content
      } else {
        return false
      }
      let evidence = try project.clauseEvidence(of: text, id: id, limit: .max)
      if json {
        Output.print(GuidelineJSON.evidence(evidence, of: id))
      } else {
        Output.print(GuidelineText.evidence(evidence))
      }
      return evidence.contradicting > 0
    }
    if contradicts { throw Runtime.ExitCode.answerIsNo }
  }
}
