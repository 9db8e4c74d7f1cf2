import Runtime

/// What commands share: opening the project, and turning its failures into words.
enum Program {
  /// What a command takes `tiebreak.toml` for.
  enum Settings {
    case areInForce
    case mayDiffer
  }

  /// Runs `body`, with failures as sentences and exit codes.
  static func doing<Result>(
    _ body: () throws(ProjectFailure) -> Result
  ) throws(CommandFailure) -> Result {
    do throws(ProjectFailure) {
      return try body()
    } catch {
      throw CommandFailure(Words.sentence(error), error.code)
    }
  }

  /// The questions that figures about labels can be said of. Those left out are named on standard error.
  ///
  /// - Throws: where none is left, with the reason.
  static func labelled<Question>(
    _ questions: [Question], leaving unlabelled: [UnlabelledQuestion]
  ) throws(CommandFailure) -> [Question] {
    guard questions.isEmpty else {
      for one in unlabelled { Output.note(one.sentence) }
      return questions
    }
    guard !unlabelled.isEmpty else { throw CommandFailure("There are no ratings.", .answerIsNo) }
    let (sentence, code) = UnlabelledQuestion.failure(unlabelled)
    throw CommandFailure(sentence, code)
  }

  /// Opens the project that `-C` names. What opening had to mend is said on standard error.
  static func open(_ root: Tiebreak) throws(ProjectFailure) -> Project {
    let project = try Project.open(
      ProjectFolder(path: root.directory), surroundings: Machine.surroundings(),
      progress: ProgressLine.drawing())
    for notice in project.notices { Output.note(notice) }
    noteClock(project)
    return project
  }

  /// Says on standard error that the clock was set back, where it was and nobody said so yet.
  static func noteClock(_ project: Project) {
    if let notice = project.takeClockNotice() { Output.note(notice) }
  }

  /// Opens the project that `-C` names and runs `body` on it. Settings that are not in force are said
  /// on standard error too.
  ///
  /// - Parameter settings: whether the command is about settings that are not in force yet.
  static func withProject<Result>(
    _ root: Tiebreak, settings: Settings = .areInForce,
    _ body: (Project) throws(ProjectFailure) -> Result
  ) throws(CommandFailure) -> Result {
    try doing { () throws(ProjectFailure) in
      let project = try open(root)
      defer { if let reason = project.leave() { Output.note(reason) } }
      if settings == .areInForce, project.settingsDiffer() {
        Output.note(
          "tiebreak.toml differs from what is in force. A lead applies it: tiebreak apply")
      }
      defer {
        noteClock(project)
        project.rememberHead()
      }
      return try body(project)
    }
  }
}
