import Agreement
import ArgumentParser
import Domain
import Interchange
import Runtime

/// `heatmap`: which labels are confused, by whom, and when.
struct HeatmapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "heatmap",
    abstract:
      "Show which labels are confused, by whom and when: a table that glows where it hurts.",
    discussion: """
      Without files it reads the sums of the project in DIR (-C); with files it needs no project: \
      tiebreak heatmap ratings.csv

      --map lays two things against each other:
        label-label          which label is given where another annotator gives which
        label-annotator      who uses which label how, and agrees on it
        annotator-annotator  who agrees with whom
        label-batch          by batch; an item belongs to that of its latest rating
        label-week           by week; an item belongs to that of its latest rating
        label-version        by the version of the guideline that its latest rating was given under
        label-slice          by the values of one slice, named with --slice
        pair-batch, pair-week, pair-version, pair-slice, pair-annotator
                             the pairs of labels that are confused most, by the same

      --of says which items of a project's label-label map count: all; those that are open; or with \
      over-ruled those with a ruling, as label given against label ruled.

      --measure says what the cells show:
        share     label-label: of the ratings beside one of the row's label, those of the column's;
                  annotator-annotator: items on which they differ; else: share of the column's ratings
        count     pairs of ratings, common items, or ratings
        alpha     how well a label, or two, are told apart; annotator-annotator: Cohen's kappa
        specific  of the comparisons of a label, or of two, those that show it on both sides

      Cells with little behind them stand in brackets and are never called hot (--enough). A share of \
      two labels is called hot only where it is above what chance would give by more than noise. \
      Intervals, counts and what chance would give are in --json and --csv.
      """)

  @ParentCommand var root: Tiebreak

  @Argument(help: "Files to draw; none: the project.", completion: .file())
  var files: [String] = []

  @Option(
    help: ArgumentHelp("What against what, as above.", valueName: "kind"),
    completion: .list(HeatMapKind.allCases.map(\.rawValue)))
  var map: String = HeatMapKind.labelLabel.rawValue

  @Option(
    help: ArgumentHelp(
      "share, count, alpha or specific; share otherwise, alpha for annotator-annotator.",
      valueName: "name"),
    completion: .list(HeatMeasure.allCases.map(\.rawValue)))
  var measure: String?

  @Option(
    help: ArgumentHelp(
      "declared, size or clustered: what is confused side by side.", valueName: "name"),
    completion: .list(HeatOrder.allCases.map(\.rawValue)))
  var order: String = HeatOrder.declared.rawValue

  @Option(
    help: ArgumentHelp("all, open or over-ruled: which items count.", valueName: "items"),
    completion: .list(HeatUnits.allCases.map(\.rawValue)))
  var of: String = HeatUnits.all.rawValue

  @Option(
    help: ArgumentHelp("The question to draw, by its name; all otherwise.", valueName: "question"))
  var about: String?

  @Option(help: ArgumentHelp("Cells with less behind them have too few.", valueName: "count"))
  var enough: Int = HeatMapRequest.usualEnough

  @OptionGroup(title: "How columns are read") var columns: MappingOptions

  @Option(help: ArgumentHelp("All labels that can occur, in their order.", valueName: "a,b,…"))
  var labels: String?

  @Flag(help: "A row a cell, unrounded, for spreadsheets.")
  var csv = false

  @Option(
    help: ArgumentHelp("Also draw it as a picture into this file.", valueName: "file"),
    completion: .file())
  var svg: String?

  @Flag(help: "Everything, unrounded, for scripts.")
  var json = false

  func validate() throws {
    let kinds = HeatMapKind.allCases.map(\.rawValue).joined(separator: ", ")
    guard let kind = HeatMapKind(rawValue: map) else {
      throw ValidationError("--map is one of \(kinds), not '\(map)'.")
    }
    guard let units = HeatUnits(rawValue: of) else {
      throw ValidationError("--of is all, open or over-ruled, not '\(of)'.")
    }
    guard kind.units.contains(units) else {
      throw ValidationError("--of \(of) is drawn of label-label only, not of \(map).")
    }
    guard units == .all || files.isEmpty else {
      throw ValidationError("--of \(of) asks for rulings, and files have none: it needs a project.")
    }
    if let measure {
      let choices = kind.measures(of: units)
      let measures = choices.map(\.rawValue).joined(separator: ", ")
      guard let known = HeatMeasure(rawValue: measure), choices.contains(known) else {
        throw ValidationError("--measure of \(map) is one of \(measures), not '\(measure)'.")
      }
    }
    guard HeatOrder(rawValue: order) != nil else {
      throw ValidationError("--order is declared, size or clustered, not '\(order)'.")
    }
    guard enough > 0 else { throw ValidationError("--enough is 1 or more, not \(enough).") }
    guard !(csv && json) else { throw ValidationError("--csv and --json exclude each other.") }
    if columns.slice.count > 1, kind.columns == .slice {
      throw ValidationError("A heat map is cut by one slice: name one.")
    }
  }

  func run() throws {
    let request = HeatMapRequest(
      kind: kind, measure: measure.flatMap { HeatMeasure(rawValue: $0) },
      order: HeatOrder(rawValue: order) ?? .declared, units: units, enough: enough)
    let drawn = try questions().map { $0.drawn(request) }
    if let svg { try draw(drawn, svg) }
    if json {
      let maps = drawn.map { HeatMapJSON.json($0) }
      Output.print(maps.count == 1 ? maps[0] : .object([.init("maps", .array(maps))]))
    } else if csv {
      try table(drawn)
    } else {
      for (index, one) in drawn.enumerated() {
        if index > 0 { Output.print("") }
        Output.print(HeatMapText.lines(one))
      }
    }
  }

  private var units: HeatUnits { HeatUnits(rawValue: of) ?? .all }

  private var kind: HeatMapKind { HeatMapKind(rawValue: map) ?? .labelLabel }

  private func questions() throws -> [HeatMapSource] {
    let read = try files.isEmpty ? [ofProject()] : files.map { try ofFile($0) }
    return try Program.labelled(
      read.flatMap(\.drawable), leaving: read.flatMap(\.unlabelled))
  }

  private func ofProject() throws -> HeatMapQuestions {
    try Program.withProject(root) { project throws(ProjectFailure) in
      try project.heatMaps(
        kind, of: units, slice: columns.slice.first, question: about.map { QuestionID($0) })
    }
  }

  private func ofFile(_ path: String) throws -> HeatMapQuestions {
    let diagnostics = Diagnostics(keeping: 20)
    let reader = FileHeatMaps(
      mapping: columns.mapping(),
      labels: labels.map { $0.split(separator: ",").map(String.init) } ?? [])
    let questions = try Program.doing { () throws(ProjectFailure) in
      try reader.questions(of: path, kind, question: about, diagnostics: diagnostics)
    }
    Findings.tell(diagnostics)
    return questions
  }

  private func draw(_ drawn: [DrawnHeatMap], _ path: String) throws {
    guard drawn.count == 1, let only = drawn.first else {
      let names = drawn.compactMap(\.question).joined(separator: ", ")
      throw CommandFailure(
        drawn.isEmpty
          ? "There is nothing to draw yet."
          : "A picture holds one map, and there are \(drawn.count); choose with --about: \(names)",
        .usage)
    }
    try Program.doing { () throws(ProjectFailure) in
      try HeatMapFile.write(
        only, to: path, project: files.isEmpty ? ProjectFolder(path: root.directory) : nil,
        surroundings: Machine.surroundings())
    }
    Output.note("The picture is in \(path)")
  }

  private func table(_ drawn: [DrawnHeatMap]) throws {
    let output = DataOutput()
    do throws(InterchangeError) {
      var table = try HeatMapCSV(sink: { output.write(Array($0)) })
      for one in drawn { try table.append(one) }
      try table.finish()
    } catch {
      throw CommandFailure(error.description, .trouble)
    }
    output.finish()
  }
}
