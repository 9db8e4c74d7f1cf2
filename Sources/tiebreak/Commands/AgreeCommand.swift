import Agreement
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

      Every figure stands with its 95 % interval, or says why it has none. What the ratings have \
      besides labels comes after them by itself: spans and boxes, preferences, a model's votes. \
      Parts, time, mix and plans are there for the asking: --by, --drift, --coverage, --width.
      """)

  @ParentCommand var root: Tiebreak

  @Argument(help: "Files to measure; none: the project.", completion: .file())
  var files: [String] = []

  @OptionGroup(title: "How columns are read") var columns: MappingOptions

  @OptionGroup(title: "What is measured") var measured: AgreementOptions

  @Option(
    help: ArgumentHelp(
      "All labels that can occur, in their order.", valueName: "a,b,…"))
  var labels: String?

  @Flag(help: "Refuse the whole file where a row cannot be read.")
  var strict = false

  @Flag(help: "Everything, unrounded, for scripts.")
  var json = false

  func validate() throws {
    if files.isEmpty, labels != nil {
      throw ValidationError("A project has its labels in tiebreak.toml; --labels is for files.")
    }
  }

  func run() throws {
    var wishes = measured.wishes()
    wishes.probabilities = try probabilities()
    wishes.weightTable = try weightTable()
    let sources = try files.isEmpty ? ofProject(wishes) : files.flatMap { try ofFile($0, wishes) }
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

  private func ofProject(_ wishes: AgreementWishes) throws -> [AgreementSource] {
    try Program.withProject(root) { project throws(ProjectFailure) in
      try project.agreement(wishes, arePreferences: measured.preference)
    }
  }

  private func probabilities() throws -> ModelProbabilities? {
    guard let path = measured.probabilities else { return nil }
    let diagnostics = Diagnostics(keeping: 20)
    let probabilities = try Program.doing { () throws(ProjectFailure) in
      try ModelProbabilities(
        path: path, isOutOfSample: measured.isOutOfSample, diagnostics: diagnostics)
    }
    try Findings.tell(diagnostics, isStrict: strict)
    return probabilities
  }

  private func weightTable() throws -> WeightTable? {
    guard let path = measured.weightTable else { return nil }
    let diagnostics = Diagnostics(keeping: 20)
    let table = try Program.doing { () throws(ProjectFailure) in
      try WeightTable(path: path, diagnostics: diagnostics)
    }
    try Findings.tell(diagnostics, isStrict: strict)
    return table
  }

  private func ofFile(_ path: String, _ wishes: AgreementWishes) throws -> [AgreementSource] {
    let diagnostics = Diagnostics(keeping: 20)
    let reader = FileAgreement(
      mapping: columns.mapping(),
      labels: labels.map { $0.split(separator: ",").map(String.init) } ?? [], wishes: wishes,
      arePreferences: measured.preference)
    let sources = try Program.doing { () throws(ProjectFailure) in
      try reader.sources(of: path, levels: [wishes.level ?? .nominal], diagnostics: diagnostics)
    }
    try Findings.tell(diagnostics, isStrict: strict)
    return sources
  }
}
