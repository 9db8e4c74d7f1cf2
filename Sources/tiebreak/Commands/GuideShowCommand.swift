import ArgumentParser
import Domain
import Interchange
import Runtime
import Workbench

/// `guide show`: all of the guideline, one version, or one clause.
struct GuideShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what there is, a version, the draft of the next, or a clause.")

  @ParentCommand var guide: GuideCommand

  @Argument(
    help: ArgumentHelp(
      "3 or v3: that version as Markdown; draft: the next; R-0042: that clause; nothing: all in short.",
      valueName: "version"))
  var what: String?

  @Flag(help: "For scripts.")
  var json = false

  func run() throws {
    let view = try GuideArgument.view(what)
    try Program.withProject(guide.root) { project throws(ProjectFailure) in
      let page = try project.guidelinePage()
      switch view {
      case .overview:
        if json {
          Output.print(GuidelineJSON.overview(page))
        } else {
          Output.print(GuidelineText.overview(page))
        }
      case .clause(let id):
        let clause = try project.clause(id)
        if json {
          Output.print(
            GuidelineJSON.clause(
              id, clause, page.citations[id] ?? [], page.since[id] ?? []))
        } else {
          Output.print(GuidelineText.clause(id, clause, page))
        }
      case .version, .draft: try show(view, page)
      }
    }
  }

  private func show(_ view: GuidelineView, _ page: GuidelinePage) throws(ProjectFailure) {
    let contents = try page.guideline.contents(view)
    guard json else {
      Output.print(document: GuidelineMarkdown.text(of: contents, project: page.project))
      return
    }
    let published = page.guideline.versions.first { $0.number == contents.version }
    Output.print(GuidelineJSON.contents(contents, digest: published?.digest))
  }
}

/// What people call versions and parts on the command line.
enum GuideArgument {
  static func view(_ text: String?) throws(ValidationError) -> GuidelineView {
    guard let text else { return .overview }
    guard let view = GuidelineView(text) else {
      throw ValidationError("'\(text)' is no version and no clause; say 3, draft or R-0042.")
    }
    return view
  }

  static func version(_ text: String) throws(ValidationError) -> GuidelineView {
    let view = try view(text)
    if case .clause = view { throw ValidationError("'\(text)' is no version; say 3 or draft.") }
    return view
  }

  static func clause(_ text: String) throws(ValidationError) -> ClauseID {
    let id = ClauseID(text)
    guard id.number != nil else {
      throw ValidationError("'\(text)' is no id of a clause; they read R-0042.")
    }
    return id
  }

  static func parts(_ texts: [String]) throws(ValidationError) -> [GuidelinePart] {
    var parts: [GuidelinePart] = []
    for text in texts {
      guard let part = GuidelinePart(key: text) else {
        throw ValidationError(
          "'\(text)' is no part of a guideline; say R-0042, label:ID or policy:NAME.")
      }
      parts.append(part)
    }
    return parts
  }
}
