import Domain
import Interchange
import Store
import Workbench

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
    // What stands in the queue is noted with each ruling, as on screen; without models by the votes.
    _ = try? project.index.learn()
    while let line = lines() {
      guard line.utf8.contains(where: { $0 > 0x20 }) else { continue }
      let ending = rule(line, answer: answer)
      if ending.weight > code.weight { code = ending }
    }
    return code
  }

  /// Tries one line and answers it.
  private func rule(_ line: String, answer: (String) -> Void) -> ExitCode {
    do throws(LineFailure) {
      let outcome = try outcome(of: try read(line))
      answer(Self.text(of: outcome))
      guard case .refused(let refusal) = outcome else { return .done }
      return refusal.isAboutRights ? .notAllowed : .answerIsNo
    } catch {
      switch error {
      case .line(let problem):
        answer(Self.refused(problem.sentence, code: "bad_line"))
        return .answerIsNo
      case .project(let failure):
        // Not the line's fault: it may go in when it is sent again.
        answer(Self.refused(Words.sentence(failure), code: "trouble"))
        return failure.code
      }
    }
  }

  private enum LineFailure: Error {
    case line(RuleLineProblem)
    case project(ProjectFailure)
  }

  private func read(_ line: String) throws(LineFailure) -> RuleLine {
    do throws(RuleLineProblem) {
      return try RuleLine(line)
    } catch {
      throw .line(error)
    }
  }

  private func outcome(of line: RuleLine) throws(LineFailure) -> RecordOutcome {
    do throws(ProjectFailure) {
      let unit = try unit(of: line)
      guard line.deed == .rule else {
        return try recorded(line, command(of: line, about: unit))
      }
      let facts = try facts(unit)
      var decision = Decision(
        seatID: SeatID(unit: unit, seat: line.seat),
        base: line.base ?? facts?.seats[line.seat]?.seq ?? -1, batch: facts?.newestBatch ?? 0,
        outcome: .ambiguous)
      let kind = facts?.kind ?? project.configuration.task.valueKind
      guard let outcome = try? line.outcome(for: kind) else {
        return .refused(.wrongKind(given: .text, expected: kind))
      }
      decision.outcome = outcome
      decision.reason = line.reason
      decision.rationale = line.note
      decision.cites = line.cites
      decision.follows = line.follows
      decision.distinguishes = line.distinguishes
      if let seen = line.votesSeen { decision.votesSeen = seen }
      decision.orderSeed = line.orderSeed
      if line.seat == .main, let dossier = try project.dossier(unit.item)?.unit(unit.question) {
        decision.takeEvidence(of: dossier)
      }
      return try recorded(line, .rule(decision))
    } catch {
      throw .project(error)
    }
  }

  private func recorded(
    _ line: RuleLine, _ command: Command
  ) throws(ProjectFailure) -> RecordOutcome {
    let request = RecordRequest(
      operation: line.operation ?? project.surroundings.newOperation(), command: command)
    let outcome = try project.record([request])[0]
    follow()
    return outcome
  }

  /// Takes the ruling into the models, and makes sums anew where they are due.
  private func follow() {
    if (try? project.index.followLearning()) == .unfitted { _ = try? project.index.learn() }
    project.index.sweepLearning()
  }

  /// What a line that rules nothing asks for.
  private func command(of line: RuleLine, about unit: UnitID) -> Command {
    let seat = SeatID(unit: unit, seat: line.seat)
    return switch line.deed {
    case .withdraw, .rule: .withdraw(seat)
    case .reopen: .reopen(seat, reason: line.reason ?? line.note)
    case .flag, .unflag:
      .flag(Remark(unit: unit, text: line.note ?? "", isRaised: line.deed == .flag))
    case .comment: .comment(Remark(unit: unit, text: line.note ?? ""))
    }
  }

  /// The unit that a line speaks of: without a question the plain one, or the item's only one.
  private func unit(of line: RuleLine) throws(ProjectFailure) -> UnitID {
    let plain = UnitID(item: line.item)
    if let question = line.question { return UnitID(item: line.item, question: question) }
    if try facts(plain) != nil { return plain }
    let units = try project.dossier(line.item)?.units ?? []
    return units.count == 1 ? units[0].facts.id : plain
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

extension ExitCode {
  /// Which of several endings is told: trouble before a want of rights before a plain no.
  fileprivate var weight: Int {
    switch self {
    case .done: 0
    case .answerIsNo: 1
    case .notAllowed: 2
    case .usage, .inputRefused, .trouble: 3
    }
  }
}
