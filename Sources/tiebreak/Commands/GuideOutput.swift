import Domain
import Interchange
import Runtime

/// Records a proposal and says so.
enum GuideOutput {
  static func record(
    _ command: Command, in project: Project, json: Bool
  ) throws(ProjectFailure) {
    let event = try project.record(command)
    let part: GuidelinePart
    let what: String
    var next = "A lead publishes it: tiebreak guide publish"
    switch event.body {
    case .clause(let change):
      part = .clause(change.id)
      what = change.text == nil ? "is to be withdrawn" : words(change.stage)
      if change.stage == .draft {
        next = "When it is finished: tiebreak guide draft \(change.id.text) --finish"
      }
    case .guideline(let change):
      part = .section(change.id)
      what = change.text.isEmpty ? "is to go" : words(change.stage)
      if change.stage == .draft { next = "When it is finished: tiebreak guide define … --finish" }
    default: return
    }
    guard json else {
      Output.print(
        "\(Words.part(part)) \(what), by event \(event.seq). \(next)")
      return
    }
    Output.print(.object([.init("part", .string(part.key)), .init("seq", .integer(event.seq))]))
  }

  private static func words(_ stage: ProposalStage) -> String {
    switch stage {
    case .draft: "is kept as a draft"
    case .review: "is up for review"
    }
  }
}
