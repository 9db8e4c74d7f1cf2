import ArgumentParser
import Domain
import Interchange
import Runtime

/// `alike`: open units with a text very like an item's, to be ruled on together.
struct AlikeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alike",
    abstract: "Open items with a text very like that of one, which I may rule on.",
    discussion: """
      The same labels stand against each other in them. Where votes are hidden until a first verdict, \
      only the text counts. --lines rules them as the item was ruled, with its reason, note and \
      clauses: tiebreak alike T-0022 --lines | tiebreak rule. Units with hidden votes are left out of \
      that: they are ruled on one by one.
      """)

  @ParentCommand var root: Tiebreak

  @Argument(help: "The item's id.")
  var item: String

  @Option(help: ArgumentHelp("Of an item with several.", valueName: "question"))
  var question: String?

  @Flag(help: "As lines for tiebreak rule.")
  var lines = false

  @Flag(help: "For scripts.")
  var json = false

  func validate() throws {
    guard !(lines && json) else { throw ValidationError("--lines or --json, not both.") }
  }

  static func missing(_ item: String, _ question: String?) -> CommandFailure {
    CommandFailure(
      question == nil
        ? "There is no item \(item), or it has several questions: name one with --question."
        : "There is no item \(item) with that question.", .answerIsNo)
  }

  private enum Answer {
    case done
    case missing
    case notRuled
  }

  func run() throws {
    let answer = try Program.withProject(root) { project throws(ProjectFailure) -> Answer in
      let unit = try project.unit(ItemID(item), question: question.map { QuestionID($0) })
      guard let unit, let like = try project.alike(unit.facts.id) else { return .missing }
      if lines { return write(like, asRuled: unit, project.configuration) }
      if json {
        Output.print(PrecedentJSON.json(like))
      } else {
        Output.print(PrecedentText.lines(like))
      }
      return .done
    }
    switch answer {
    case .done: break
    case .missing: throw Self.missing(item, question)
    case .notRuled:
      throw CommandFailure(
        "No ruling stands on \(item) that others could follow. Rule on it first.", .answerIsNo)
    }
  }

  private func write(
    _ like: LikeUnits, asRuled unit: UnitDossier, _ configuration: ProjectConfiguration
  ) -> Answer {
    guard let ruling = unit.ruling, ruling.decision.outcome != .escalated else { return .notRuled }
    let shown = like.found.filter { !configuration.hidesVotes(of: $0.row) }
    for one in shown {
      let line = PrecedentJSON.line(one, asRuled: ruling.decision, at: ruling.seq)
      Output.print(line: line.text())
    }
    let hidden = like.found.count - shown.count
    if hidden > 0 {
      Output.note("With hidden votes, left out, to be ruled on one by one: \(hidden).")
    }
    return .done
  }
}
