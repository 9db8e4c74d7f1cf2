import ArgumentParser
import Runtime

/// `import`: adds files to a project.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Add the ratings of files to the project.",
    discussion: """
      What is there already is not added again, and no import ever touches a ruling. Rows that cannot \
      be read are left out, counted, and written to a .refused file; --strict refuses the whole file.
      """)

  @ParentCommand var root: Tiebreak

  @Argument(help: "Files to import, plain or compressed.", completion: .file())
  var files: [String]

  @OptionGroup(title: "How columns are read") var columns: MappingOptions

  @Flag(
    help: "The file is all there is of its source: ratings that are gone from it are retracted.")
  var full = false

  @Flag(help: "Refuse the whole file where a row cannot be read.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "These are answers to a trial, such as calibration-57, and count as no ratings.",
      valueName: "round"))
  var trial: String?

  @Option(
    help: ArgumentHelp(
      "The key of a batch that gold was put into: tiebreak gold export.", valueName: "file"),
    completion: .file())
  var key: String?

  @Option(
    help: ArgumentHelp(
      "The version that annotators worked under; otherwise the one in force when they rated.",
      valueName: "version"))
  var guideline: Int?

  @Flag(help: "Say it for scripts.")
  var json = false

  func validate() throws {
    if full, trial != nil || key != nil {
      throw ValidationError("--full is for ratings; answers to trials only add to what is there.")
    }
    if trial != nil, key != nil {
      throw ValidationError("--key says itself which answers are to a trial; leave --trial out.")
    }
    if let guideline, guideline < 0 {
      throw ValidationError("--guideline is a version, 0 before the first; not \(guideline).")
    }
    if trial?.isEmpty == true { throw ValidationError("--trial names a round.") }
    if key != nil, columns.source != nil {
      throw ValidationError("The ids of a batch with a key are the key's; leave --source out.")
    }
  }

  func run() throws {
    let mapping = columns.mapping()
    let outcomes = try Program.withProject(root) { project throws(ProjectFailure) in
      let key = try self.key.map { path throws(ProjectFailure) in try project.batchKey(path) }
      var outcomes: [ImportOutcome] = []
      for file in files {
        let request = ImportRequest(
          path: file,
          mapping: ImportMapping(
            mapping: mapping, isEverything: full, trial: trial,
            key: key?.digest, version: guideline), isStrict: strict, key: key)
        outcomes.append(try project.importFile(request, progress: ProgressLine.drawing()))
      }
      return outcomes
    }
    if json {
      Output.print(ImportReports.json(outcomes, project: nil))
    } else {
      for outcome in outcomes { Output.print(ImportReports.lines(outcome)) }
    }
  }
}
