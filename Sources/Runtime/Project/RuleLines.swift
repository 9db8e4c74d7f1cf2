import Domain
import Interchange
import Store

/// `rule`: takes rulings as JSON lines and answers each with a line. The same `decide` as the
/// screen's.
package struct RuleLines {
  private let project: Project

  package init(project: Project) {
    self.project = project
  }

  /// Tries every line.
  ///
  /// - Returns: done, or why not all went in: for want of a right, or for another reason.
  package func run(
    lines: () -> String?, answer: (String) -> Void
  ) throws(ProjectFailure) -> ExitCode {
    var code = ExitCode.done
    while let line = lines() {
      guard line.utf8.contains(where: { $0 > 0x20 }) else { continue }
      do throws(RuleLineProblem) {
        let outcome = try rule(try RuleLine(line))
        answer(Self.text(of: outcome))
        if case .refused(let refusal) = outcome {
          code = refusal.isAboutRights ? .notAllowed : (code == .done ? .answerIsNo : code)
        }
      } catch {
        answer(Self.refused(error.sentence, code: "bad_line"))
        if code == .done { code = .answerIsNo }
      }
    }
    return code
  }

  private func rule(_ line: RuleLine) throws(RuleLineProblem) -> RecordOutcome {
    do throws(ProjectFailure) {
      let facts = try facts(line.unit)
      let kind = facts?.kind ?? project.configuration.task.valueKind
      var decision = Decision(
        seatID: SeatID(unit: line.unit, seat: line.seat),
        base: line.base ?? facts?.seats[line.seat]?.seq ?? -1, batch: facts?.newestBatch ?? 0,
        outcome: .ambiguous)
      do throws(RuleLineProblem) {
        decision.outcome = try line.outcome(for: kind)
      } catch {
        return .refused(.wrongKind(given: .text, expected: kind))
      }
      decision.reason = line.reason
      decision.rationale = line.note
      decision.cites = line.cites
      let request = RecordRequest(
        operation: line.operation ?? project.surroundings.newOperation(),
        command: .rule(decision))
      return try project.record([request])[0]
    } catch {
      throw RuleLineProblem(Words.sentence(error))
    }
  }

  private func facts(_ unit: UnitID) throws(ProjectFailure) -> UnitFacts? {
    do throws(ReadFailure) {
      return try project.index.facts(unit)
    } catch {
      throw .read(error)
    }
  }

  private static func text(of outcome: RecordOutcome) -> String {
    switch outcome {
    case .recorded(let event), .alreadyThere(let event):
      let json: JSONText = [
        "ok": true, "seq": .integer(event.seq), "op": .string(event.draft.operation.hex),
      ]
      return json.text()
    case .refused(let refusal):
      return refused(Words.sentence(refusal), code: refusal.code)
    }
  }

  private static func refused(_ sentence: String, code: String) -> String {
    let json: JSONText = [
      "ok": false, "refused": .string(sentence), "code": .string(code),
    ]
    return json.text()
  }
}
