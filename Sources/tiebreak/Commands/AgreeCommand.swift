import ArgumentParser
import Domain
import Interchange
import Runtime

/// `agree`: how far annotators agree, on a project or on bare files.
struct AgreeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agree",
    abstract: "Show how far annotators agree: coefficients, labels and pairs, the worst first.",
    discussion: """
      With files it needs no project: tiebreak agree ratings.csv
      Without files it reads the sums of the project in DIR (-C).
      """)

  @ParentCommand var root: Tiebreak

  @Argument(help: "Files to measure; none: the project.", completion: .file())
  var files: [String] = []

  @OptionGroup(title: "How columns are read") var columns: MappingOptions

  @Option(
    help: ArgumentHelp(
      "Level of measurement of Krippendorff's α: nominal, ordinal, interval or ratio.",
      valueName: "level"))
  var level: String?

  @Option(
    help: ArgumentHelp(
      "All labels that can occur, in their order.", valueName: "a,b,…"))
  var labels: String?

  @Flag(help: "Refuse the whole file where a row cannot be read.")
  var strict = false

  @Flag(help: "Everything, unrounded, for scripts.")
  var json = false

  func validate() throws {
    guard let level else { return }
    guard let scale = Scale(rawValue: level), scale != .set else {
      throw ValidationError("--level is nominal, ordinal, interval or ratio, not '\(level)'.")
    }
  }

  func run() throws {
    let sources = try files.isEmpty ? ofProject() : files.flatMap { try ofFile($0) }
    if json {
      let reports = sources.map { AgreementJSON.json($0) }
      let whole: JSONText =
        reports.count == 1 ? reports[0] : .object([.init("reports", .array(reports))])
      Output.print(whole)
      return
    }
    for (index, source) in sources.enumerated() {
      if index > 0 { Output.print("") }
      Output.print(AgreementText.lines(source))
    }
  }

  private func ofProject() throws -> [AgreementSource] {
    let scale = level.flatMap { Scale(rawValue: $0) }
    return try Program.withProject(root) { project throws(ProjectFailure) in
      try project.agreement(level: scale)
    }
  }

  private func ofFile(_ path: String) throws -> [AgreementSource] {
    let diagnostics = Diagnostics(keeping: 20)
    let scale = level.flatMap { Scale(rawValue: $0) } ?? .nominal
    let reader = FileAgreement(
      mapping: columns.mapping(),
      labels: labels.map { $0.split(separator: ",").map(String.init) } ?? [])
    let sources = try Program.doing { () throws(ProjectFailure) in
      try reader.sources(of: path, levels: [scale], diagnostics: diagnostics)
    }
    for diagnostic in diagnostics.kept.prefix(5) { Output.note(diagnostic.description) }
    if diagnostics.count > 5 {
      Output.note("and \(diagnostics.count - 5) more findings; import writes them all to a file")
    }
    if strict, diagnostics.refused > 0 {
      throw CommandFailure(
        Words.sentence(ProjectFailure.strict(refused: diagnostics.refused, findings: [])),
        .inputRefused)
    }
    return sources
  }
}
