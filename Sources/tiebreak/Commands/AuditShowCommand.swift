import ArgumentParser
import Runtime
import Workbench

/// `audit show`: what the newest audit says.
struct AuditShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what the newest audit says so far.",
    discussion: """
      While it is being ruled, only what is ruled in one row from the draw's beginning is counted. Wrong \
      ones are listed with what would have been released.
      """)

  @ParentCommand var audit: AuditCommand

  @Flag(help: "For scripts.")
  var json = false

  func run() throws {
    try Program.withProject(audit.root) { project throws(ProjectFailure) in
      let report = try project.audit()
      if json {
        Output.print(AuditJSON.json(report))
      } else {
        Output.print(AuditText.lines(report, LabelLook(project.configuration)))
      }
    }
  }
}
