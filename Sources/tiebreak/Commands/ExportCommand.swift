import ArgumentParser
import Interchange
import Runtime

/// `export`: gold labels, votes and soft labels go out.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write what was settled, in a format that others read.",
    discussion: """
      csv            gold: a row an item, with where its label comes from
      votes-csv      a row a rating, and a row a ruling
      soft-jsonl     a probability a label, a line an item
      label-studio   tasks with the ruling as one more annotation, ground_truth: true
      """)

  @ParentCommand var root: Tiebreak

  @Option(help: ArgumentHelp("csv, votes-csv, soft-jsonl or label-studio.", valueName: "name"))
  var format: String = "csv"

  @Option(
    help: ArgumentHelp("Where to; standard output otherwise.", valueName: "file"),
    completion: .file())
  var out: String?

  @Flag(help: "Put a ' before cells that a spreadsheet would take for formulas, and say how many.")
  var neutralise = false

  @Flag(help: "Only what was ruled on or is unanimous.")
  var settled = false

  @Flag(
    help:
      "Say what was written for scripts, on standard error where the data goes to standard output.")
  var json = false

  func validate() throws {
    guard ExportFormat(rawValue: format) != nil else {
      throw ValidationError(
        "--format is \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")), not '\(format)'."
      )
    }
  }

  func run() throws {
    let request = ExportRequest(
      format: ExportFormat(rawValue: format) ?? .csv, path: out, isNeutralised: neutralise,
      isSettledOnly: settled)
    let output = DataOutput()
    let report = try Program.withProject(root) { project throws(ProjectFailure) in
      try project.export(request, standardOutput: { output.write($0) })
    }
    output.finish()
    if json {
      out == nil ? Output.note(report.json.text()) : Output.print(report.json, .compact)
    } else {
      for line in report.lines { Output.note(line) }
    }
  }
}
