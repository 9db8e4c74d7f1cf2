import ArgumentParser
import Domain
import Interchange
import Runtime

/// `digest`: what annotators have to know.
struct DigestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest",
    abstract:
      "Tell annotators what changed in the guideline, and which of their labels were over-ruled.",
    discussion: """
      With --annotator it is for that one: their labels, with the clauses cited and the reasons, and \
      nobody else's name. Without, it counts everybody's together. Markdown, or --html.
      """)

  @ParentCommand var root: Tiebreak

  @Option(
    help: ArgumentHelp(
      "3 or v3: since that version; otherwise since the one before the last.", valueName: "version")
  )
  var since: String?

  @Option(help: ArgumentHelp("For this annotator.", valueName: "name"))
  var annotator: String?

  @Flag(help: "A page of HTML.")
  var html = false

  @Option(
    help: ArgumentHelp("Where to; standard output otherwise.", valueName: "file"),
    completion: .file())
  var out: String?

  @Flag(help: "For scripts.")
  var json = false

  func validate() throws {
    guard !(html && json) else { throw ValidationError("--html and --json exclude each other.") }
    guard since == nil || version != nil else {
      throw ValidationError("--since is a version, such as 3 or v3, not '\(since ?? "")'.")
    }
  }

  private var version: Int? {
    guard let since else { return nil }
    let digits = since.hasPrefix("v") ? since.dropFirst() : since[...]
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(digits)
  }

  func run() throws {
    try Program.withProject(root) { project throws(ProjectFailure) in
      let digest = try project.digest(
        since: version, annotator: annotator.map { AnnotatorID($0) })
      let text: String
      if json {
        guard out != nil else { return Output.print(DigestJSON.json(digest)) }
        text = DigestJSON.json(digest).text(.indented) + "\n"
      } else {
        text = html ? DigestHTML.text(digest) : DigestMarkdown.text(digest)
      }
      guard let out else { return Output.print(document: text) }
      try project.write(Array(text.utf8), to: out)
    }
  }
}
