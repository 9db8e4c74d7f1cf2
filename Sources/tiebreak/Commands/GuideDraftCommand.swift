import ArgumentParser
import Domain
import Interchange
import Runtime
import Workbench

/// `guide draft`: proposes a clause, or a change of one.
struct GuideDraftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft",
    abstract: "Propose a clause, or a change of one; reviewers and leads may.",
    discussion: """
      What is said replaces title, statement and labels, and adds examples and rulings. With nothing \
      said, $EDITOR opens on the clause as Markdown. It is then up for review, and in force once a lead \
      has published it; --unfinished keeps it a draft, which nobody can publish.
      """)

  @ParentCommand var guide: GuideCommand

  @Argument(help: ArgumentHelp("The clause to change; a new one otherwise.", valueName: "id"))
  var id: String?

  @Option(help: ArgumentHelp("A label it concerns; may stand several times.", valueName: "label"))
  var label: [String] = []

  @Option(help: "What it is called.")
  var title: String?

  @Option(help: ArgumentHelp("The rule itself.", valueName: "text"))
  var statement: String?

  @Option(
    help: ArgumentHelp(
      "A case to which it applies: an item, or words of your own; several times.",
      valueName: "item|text"))
  var example: [String] = []

  @Option(
    help: ArgumentHelp(
      "A case to which it does not apply; several times.", valueName: "item|text"))
  var counter: [String] = []

  @Option(help: ArgumentHelp("The event of a ruling behind it; several times.", valueName: "seq"))
  var from: [Int] = []

  @Option(
    help: ArgumentHelp(
      "All rulings on items that meet this limit are behind it, the first are its examples.",
      valueName: "limit"))
  var evidence: String?

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
    if finish, id == nil {
      throw ValidationError("--finish sends a draft that there is: say R-0042.")
    }
    if file != nil, !edit.isEmpty || evidence != nil {
      throw ValidationError("--file brings all of a clause; leave the other options out.")
    }
  }

  func run() throws {
    let id = try self.id.map { try GuideArgument.clause($0) }
    let evidence = try limit
    try Program.withProject(guide.root) { project throws(ProjectFailure) in
      let edit = try project.naming(items: self.edit)
      let standing = try id.map { (id) throws(ProjectFailure) in try project.clause(id) }
      var proposal = ClauseProposal(id: id, text: nil, stage: unfinished ? .draft : .review)
      if let file {
        let read = try ClauseDocument.read(try TextFile.read(file), name: file)
        proposal.text = read.text
        proposal.id = id ?? read.id
      } else if !edit.isEmpty || finish {
        proposal.text = edit.applied(to: try begun(with: standing?.content, evidence, in: project))
      } else {
        let shown = edit.applied(to: try begun(with: standing?.content, evidence, in: project))
        proposal.text = try edited(shown, id, in: project)
        proposal.base = standing?.seq
      }
      try GuideOutput.record(.clause(proposal), in: project, json: json)
    }
  }

  private var limit: Limit? {
    get throws(CommandFailure) {
      guard let evidence else { return nil }
      do throws(LimitError) {
        return try LimitParser.parse(evidence)
      } catch {
        throw CommandFailure(Words.sentence(error), .usage)
      }
    }
  }

  /// The clause with the rulings that `--evidence` finds.
  private func begun(
    with text: ClauseText?, _ evidence: Limit?, in project: Project
  ) throws(ProjectFailure) -> ClauseText? {
    guard let evidence else { return text }
    let source = SeedSource.limit(evidence)
    let labels = label.isEmpty ? source.labels : label.map { LabelID($0) }
    let made = ClauseText(labels: labels, from: try project.clauseSeeds(from: source))
    guard let text else { return made }
    return ClauseText(
      title: text.title, labels: text.labels, statement: text.statement,
      examples: text.examples + made.examples,
      counterExamples: text.counterExamples + made.counterExamples,
      bornFrom: text.bornFrom + made.bornFrom)
  }

  private var edit: ClauseEdit {
    var edit = ClauseEdit()
    edit.title = title
    edit.statement = statement.map { GuidelineWriting.trimmed($0) }
    edit.labels = label.map { LabelID($0) }
    edit.examples = example.map { ClauseExample($0) }
    edit.counterExamples = counter.map { ClauseExample($0) }
    edit.bornFrom = from
    return edit
  }

  private func edited(
    _ text: ClauseText, _ id: ClauseID?, in project: Project
  ) throws(ProjectFailure) -> ClauseText {
    let shown = ClauseDocument.text(of: text, id: id)
    let written = try TextFile.edited(shown, name: "clause.md", in: project)
    do throws(ProjectFailure) {
      return try ClauseDocument.read(written, name: "clause").text
    } catch {
      try TextFile.keep(written, name: "clause-kept.md", in: project, after: error)
    }
  }
}
