import Agreement
import ArgumentParser
import Domain
import Interchange
import Runtime

/// `annotators`: how each person works, on a project or on bare files.
struct AnnotatorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotators",
    abstract: "Show how each annotator works: agreement with the others, with gold and rulings.",
    discussion: """
      With files it needs no project: tiebreak annotators ratings.csv --gold gold.csv
      Without files it reads the ratings and rulings of the project in DIR (-C).

      --person NAME shows one annotator: the confusion matrix, each label, working time, and the \
      items behind the worst confusion. --posteriors writes what the model says of each item.
      --adjudicators shows those who rule, measured the same way, from the log.
      """)

  @ParentCommand var root: Tiebreak

  @Argument(help: "Files to read; none: the project.", completion: .file())
  var files: [String] = []

  @Flag(help: "Those who rule, measured the same way.")
  var adjudicators = false

  @Option(help: ArgumentHelp("One annotator's page.", valueName: "name"))
  var person: String?

  @Option(
    help: ArgumentHelp(
      "The question to look at, by its name; all otherwise.", valueName: "question"))
  var about: String?

  @OptionGroup var finalLabels: GoldFileOptions

  @Option(
    help: ArgumentHelp(
      "What infers the truth from the votes: \(TruthFit.names.joined(separator: ", ")), or none.",
      valueName: "name"))
  var model: String = TruthFit.names[0]

  @Option(
    help: ArgumentHelp(
      "What the page holds the ratings against: gold, rulings or model.", valueName: "what"))
  var against: String?

  @Option(
    help: ArgumentHelp(
      "Write each item's agreement, label, probabilities and entropy as JSON Lines; - is standard output.",
      valueName: "file"), completion: .file())
  var posteriors: String?

  @OptionGroup(title: "How columns are read") var columns: MappingOptions

  @Option(help: ArgumentHelp("All labels that can occur, in their order.", valueName: "a,b,…"))
  var labels: String?

  @Flag(help: "Refuse the whole file where a row cannot be read.")
  var strict = false

  @Flag(help: "Everything, unrounded, for scripts.")
  var json = false

  private static let noModel = "none"

  func validate() throws {
    guard model == Self.noModel || TruthFit.model(named: model) != nil else {
      throw ValidationError(
        "--model is \(TruthFit.names.joined(separator: ", ")) or none, not '\(model)'.")
    }
    if let against, AnnotatorEvidence.Reference(rawValue: against) == nil {
      throw ValidationError("--against is gold, rulings or model, not '\(against)'.")
    }
    if posteriors != nil, model == Self.noModel {
      throw ValidationError("--posteriors wants a model; --model none has none.")
    }
    if adjudicators { try validateAdjudicators() }
  }

  func run() throws {
    if adjudicators { return try runAdjudicators() }
    let read = try files.isEmpty ? [ofProject()] : files.map { try ofFile($0) }
    let reports = try Program.labelled(
      read.flatMap(\.reports), leaving: read.flatMap(\.unlabelled))
    if let posteriors {
      try write(reports, to: posteriors)
      if posteriors == "-" { return }
    }
    if let name = chosenPerson {
      try showPages(of: AnnotatorID(name), reports)
    } else if json {
      show(reports.map { AnnotatorsJSON.json($0) })
    } else {
      show(reports.map { AnnotatorsText.lines($0) })
    }
  }

  /// On a project, which has no columns, `--annotator` and `--question` say whom and what.
  private var chosenPerson: String? { person ?? (files.isEmpty ? columns.annotator : nil) }
  var chosenQuestion: String? { about ?? (files.isEmpty ? columns.question : nil) }

  private func showPages(of name: AnnotatorID, _ reports: [AnnotatorReport]) throws {
    let reference = against.flatMap { AnnotatorEvidence.Reference(rawValue: $0) }
    let pages = reports.compactMap { report in
      report.page(of: name, against: reference).map { (report, $0) }
    }
    guard !pages.isEmpty else {
      let names = Set(reports.flatMap(\.votes.annotators)).sorted().map(\.text)
      throw CommandFailure(
        Words.choose("annotator", among: names, wanted: name.text, with: "--person"), .usage)
    }
    if let reference {
      let problems = pages.compactMap { $0.0.problem(of: reference, goldFile: finalLabels.gold) }
      if let first = problems.first, problems.count == pages.count {
        throw CommandFailure(first, .usage)
      }
    }
    if json {
      show(pages.map { AnnotatorPageJSON.json($0.1, $0.0) })
    } else {
      show(pages.map { AnnotatorPageText.lines($0.1, $0.0) })
    }
  }

  func show(_ values: [JSONText]) {
    Output.print(values.count == 1 ? values[0] : .object([.init("reports", .array(values))]))
  }

  private func show(_ texts: [[String]]) {
    for (index, lines) in texts.enumerated() {
      if index > 0 { Output.print("") }
      Output.print(lines)
    }
  }

  private func write(_ reports: [AnnotatorReport], to path: String) throws {
    let without = reports.filter { $0.truth == nil }
    if without.count == reports.count, let problem = without.first?.modelProblem {
      throw CommandFailure("There are no posteriors: \(problem)", .answerIsNo)
    }
    for report in without {
      Output.note(
        "\(report.votes.question.text): there are no posteriors: \(report.modelProblem ?? "")")
    }
    let output = DataOutput()
    try Program.doing { () throws(ProjectFailure) in
      try PosteriorFile.write(
        reports, to: path, surroundings: Machine.surroundings(),
        project: files.isEmpty ? ProjectFolder(path: root.directory) : nil
      ) { output.write($0) }
    }
    output.finish()
  }

  private func ofProject() throws -> AnnotatorQuestions {
    let goldFile = try goldValues()
    let all = try Program.withProject(root) { project throws(ProjectFailure) in
      try project.votes(of: chosenQuestion.map { QuestionID($0) })
    }
    return try measured(all, gold: goldFile, diagnostics: nil)
  }

  private func ofFile(_ path: String) throws -> AnnotatorQuestions {
    let diagnostics = Diagnostics(keeping: 20)
    let reader = reader(columns.mapping())
    let goldFile = try goldValues()
    let all = try Program.doing { () throws(ProjectFailure) in
      try reader.votes(of: path, diagnostics: diagnostics)
    }
    try Findings.tell(diagnostics, isStrict: strict)
    return try measured(all, gold: goldFile, diagnostics: diagnostics)
  }

  private func reader(_ mapping: Mapping) -> VoteFile {
    VoteFile(
      mapping: mapping,
      labels: labels.map { $0.split(separator: ",").map { LabelID(String($0)) } } ?? [])
  }

  private func goldValues() throws -> GoldFile? {
    guard let gold = finalLabels.gold else { return nil }
    let reader = VoteFile(mapping: finalLabels.mapping(like: columns))
    let diagnostics = Diagnostics(keeping: 5)
    let values = try Program.doing { () throws(ProjectFailure) in
      try reader.finalValues(of: gold, diagnostics: diagnostics)
    }
    for diagnostic in diagnostics.kept where diagnostic.code != .noAnnotators {
      Output.note(diagnostic.description)
    }
    return GoldFile(values: values)
  }

  private func measured(
    _ all: [QuestionVotes], gold: GoldFile?, diagnostics: Diagnostics?
  ) throws -> AnnotatorQuestions {
    let chosen = all.filter { votes in
      chosenQuestion.map { votes.question == QuestionID($0) } ?? true
    }
    if chosen.isEmpty, let wanted = chosenQuestion {
      throw CommandFailure(
        Words.choose(
          "question", among: all.map(\.question.text), wanted: wanted, with: "--about"), .usage)
    }
    var questions = AnnotatorQuestions()
    for var votes in chosen {
      if let unlabelled = UnlabelledQuestion(votes, isOneOfSeveral: all.count > 1) {
        questions.unlabelled.append(unlabelled)
        continue
      }
      let unknown = gold.map { votes.replaceGold($0.values(for: votes.question)) } ?? 0
      questions.reports.append(
        AnnotatorReport(
          votes, model: TruthFit.model(named: model), isOneOfSeveral: all.count > 1,
          unknownGold: unknown, rowsRefused: diagnostics?.refused ?? 0,
          diagnostics: diagnostics?.count ?? 0))
    }
    return questions
  }
}

/// The questions of a file or a project, as far as figures about annotators go.
private struct AnnotatorQuestions {
  var reports: [AnnotatorReport] = []
  /// Those without labels.
  var unlabelled: [UnlabelledQuestion] = []
}

/// The final labels of a file, by question.
private struct GoldFile {
  let values: [QuestionID: [ItemID: Value]]

  /// A file of one question speaks of whatever is asked.
  func values(for question: QuestionID) -> [ItemID: Value] {
    if let own = values[question] { return own }
    return values.count == 1 ? values.values.first ?? [:] : [:]
  }
}
