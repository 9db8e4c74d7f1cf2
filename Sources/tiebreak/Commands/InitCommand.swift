import ArgumentParser
import Runtime

/// `init`: makes a project, and imports a first file into it.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a project, with a first import if one is named.",
    discussion: """
      tiebreak init facts --from ratings.csv.gz --item question --annotator rater --label judgment

      Labels that occur in the file are written to DIR/tiebreak.toml, where they get names, tiers and \
      an order. You become lead and adjudicator.
      """)

  @ParentCommand var root: Tiebreak

  @Argument(help: "The folder to make; it must be empty or not there yet.", completion: .directory)
  var directory: String

  @Option(
    help: ArgumentHelp("A file to import; may be repeated.", valueName: "file"),
    completion: .file())
  var from: [String] = []

  @Option(
    help: ArgumentHelp("Settings to begin with, instead of new ones.", valueName: "tiebreak.toml"),
    completion: .file(extensions: ["toml"]))
  var config: String?

  @Option(help: ArgumentHelp("The project's name; else the folder's.", valueName: "name"))
  var name: String?

  @Option(
    help: ArgumentHelp(
      "Keep the project on a PostgreSQL, for a team: postgresql://host/database.",
      discussion: "The password stays in ~/.pgpass. ?schema=NAME holds several projects apart.",
      valueName: "address"))
  var store: String?

  @Option(
    help: ArgumentHelp(
      "A folder that tiebreak handover wrote: the project in it, checked, with the same log.",
      valueName: "folder"),
    completion: .directory)
  var handover: String?

  @Flag(help: "With --handover: also one that ends before what you saw of the project.")
  var older = false

  @Flag(
    help: ArgumentHelp(
      "A project to try things in: TIEBREAK_AS=member says who you are, and nothing of it is ever released."
    ))
  var sandbox = false

  @Flag(help: "Refuse a whole file where a row cannot be read.")
  var strict = false

  @Flag(help: "Say it for scripts.")
  var json = false

  @OptionGroup(title: "How columns are read") var columns: MappingOptions

  func validate() throws {
    guard handover != nil else {
      if older { throw ValidationError("--older goes with --handover.") }
      return
    }
    if !from.isEmpty || config != nil || name != nil || store != nil || sandbox || strict {
      throw ValidationError("--handover brings its own files, name and settings.")
    }
  }

  func run() throws {
    if let handover { return try takeOver(handover) }
    let plan = NewProject(
      folder: ProjectFolder(path: directory), name: name, settingsFile: config,
      isSandbox: sandbox, files: from, mapping: columns.mapping(), isStrict: strict, store: store)
    let made = try Program.doing { () throws(ProjectFailure) in
      try plan.make(surroundings: Machine.surroundings(), progress: ProgressLine.drawing())
    }
    if json {
      Output.print(ImportReports.json(made.imports, project: made.summary))
      return
    }
    for outcome in made.imports { Output.print(ImportReports.lines(outcome)) }
    Output.print(made.sentences)
  }

  private func takeOver(_ source: String) throws {
    let outcome = try Program.doing { () throws(ProjectFailure) in
      try Restore(
        handover: source, to: ProjectFolder(path: directory), isOlderAccepted: older,
        surroundings: Machine.surroundings()
      ).run()
    }
    if json {
      Output.print(outcome.json)
    } else {
      Output.print(outcome.restoreLines)
    }
  }
}
