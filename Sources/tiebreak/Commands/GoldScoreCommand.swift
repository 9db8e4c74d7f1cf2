import Agreement
import ArgumentParser
import Domain
import Runtime

/// `gold score`: annotators beside gold.
struct GoldScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Show how often each annotator says what gold says.",
    discussion: """
      Of each annotator the last answer counts that was given unseen, else the rating in force. With \
      --pass it says who needs calibration and on what; exit 1 where somebody is below.
      """)

  @ParentCommand var gold: GoldCommand

  @Option(help: ArgumentHelp("Only gold of this question.", valueName: "name"))
  var question: String?

  @Option(help: ArgumentHelp("The least rate that passes, as in .8.", valueName: "share"))
  var pass: Double?

  @Flag(help: "Only answers that were given unseen, to gold among other items.")
  var seeded = false

  @Flag(help: "For scripts.")
  var json = false

  func validate() throws {
    if let pass, !(0...1).contains(pass) {
      throw ValidationError("--pass is a share from 0 to 1.")
    }
  }

  func run() throws {
    let isBelow = try Program.withProject(gold.root) { project throws(ProjectFailure) in
      let report = try project.goldReport(
        question: question.map { QuestionID($0) }, extent: seeded ? .seeded : .all)
      if json {
        Output.print(GoldJSON.json(report, pass: pass))
      } else {
        Output.print(GoldText.people(report, pass: pass))
      }
      return pass.map { mark in report.people.contains { ($0.rate.value ?? 1) < mark } } ?? false
    }
    if isBelow { throw Runtime.ExitCode.answerIsNo }
  }
}
