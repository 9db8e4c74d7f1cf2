import ArgumentParser
import Domain
import Runtime

/// `gold mark`: says what is right of a unit.
struct GoldMarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark",
    abstract: "Mark units as gold; adjudicators and leads may who did not rate them.",
    discussion: """
      --from-ruling makes gold of what was ruled. Or the value is said: --label for a label, --value \
      for any as JSON, --outcome for none_of_these and its like.
      """)

  @ParentCommand var gold: GoldCommand

  @Argument(help: ArgumentHelp("Items to mark.", valueName: "item"))
  var items: [String]

  @Option(help: ArgumentHelp("The question, where an item has several.", valueName: "name"))
  var question: String?

  @Option(help: ArgumentHelp("The label that is right.", valueName: "id"))
  var label: String?

  @Option(help: ArgumentHelp("The value that is right.", valueName: "json"))
  var value: String?

  @Option(
    help: ArgumentHelp(
      "none_of_these, not_annotatable or outside_guideline.", valueName: "outcome"))
  var outcome: String?

  @Flag(help: "What the ruling says that stands.")
  var fromRuling = false

  @Flag(help: "For scripts.")
  var json = false

  func validate() throws {
    let ways = [label != nil, value != nil, outcome != nil, fromRuling].count { $0 }
    guard ways == 1 else {
      throw ValidationError("Say one of --from-ruling, --label, --value and --outcome.")
    }
    if let outcome {
      guard let kind = OutcomeKind(rawValue: outcome), Outcome(kind: kind) != nil else {
        throw ValidationError(
          "--outcome is none_of_these, not_annotatable or outside_guideline, not '\(outcome)'.")
      }
    }
  }

  func run() throws {
    let ending = try Program.withProject(gold.root) { project throws(ProjectFailure) in
      try GoldOutput.record(items, question: question, in: project, json: json) {
        unit throws(ProjectFailure) in try wish(unit, project)
      }
    }
    if let ending { throw ending }
  }

  private func wish(
    _ unit: UnitID, _ project: Project
  ) throws(ProjectFailure) -> GoldProposal.Wish {
    if let label { return .outcome(try project.outcome(.label(label), of: unit)) }
    if let value { return .outcome(try project.outcome(.json(value), of: unit)) }
    let stated = outcome.flatMap { OutcomeKind(rawValue: $0) }.flatMap { Outcome(kind: $0) }
    return stated.map { .outcome($0) } ?? .ruling
  }
}
