import Domain
import Interchange
import Runtime

/// Records marks and says so.
enum GoldOutput {
  /// Tries every item; what is refused is told, and the others go in.
  ///
  /// - Parameter wish: what is to become of a unit.
  static func record(
    _ items: [String], question: String?, in project: Project, json: Bool,
    wish: (UnitID) throws(ProjectFailure) -> GoldProposal.Wish
  ) throws(ProjectFailure) -> Runtime.ExitCode? {
    var ending: Runtime.ExitCode?
    for item in items {
      do throws(ProjectFailure) {
        let unit = try project.unit(of: ItemID(item), question: question.map { QuestionID($0) })
        let event = try project.record(.gold(GoldProposal(unit: unit, wish: try wish(unit))))
        guard case .gold(let change) = event.body else { continue }
        if json {
          Output.print(GoldJSON.json(change, event), .compact)
        } else {
          Output.print(GoldText.said(change, event))
        }
      } catch {
        guard case .refusal(let refusal) = error else { throw error }
        Output.complain("\(item): \(Words.sentence(refusal))")
        if ending != .notAllowed { ending = error.code }
      }
    }
    return ending
  }
}
