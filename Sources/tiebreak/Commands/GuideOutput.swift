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
    switch event.body {
    case .clause(let change):
      part = .clause(change.id)
      what = change.text == nil ? "is to be withdrawn" : "is drafted"
    case .guideline(let change):
      part = .section(change.id)
      what = change.text.isEmpty ? "is to go" : "is drafted"
    default: return
    }
    guard json else {
      Output.print(
        "\(Words.part(part)) \(what), by event \(event.seq). A lead publishes it: "
          + "tiebreak guide publish")
      return
    }
    Output.print(.object([.init("part", .string(part.key)), .init("seq", .integer(event.seq))]))
  }
}
