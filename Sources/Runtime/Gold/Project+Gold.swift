package import Domain
import Interchange
import Store

extension Project {
  /// Gold and how annotators stand by it. O(gold units and their ratings).
  ///
  /// - Parameter question: only gold of this question; nil for all.
  package func goldReport(
    question: QuestionID? = nil, extent: GoldReport.Extent = .all
  ) throws(ProjectFailure) -> GoldReport {
    let units = try goldUnits(question)
    var answers: [UnitID: [TrialAnswer]] = [:]
    do throws(ReadFailure) {
      for gold in units where gold.measure != nil {
        answers[gold.unit] = try index.answers(to: gold.unit)
      }
    } catch {
      throw .read(error)
    }
    return GoldReport(units, answers: answers, extent: extent)
  }

  /// Gold as it holds at the log's end.
  func goldUnits(_ question: QuestionID? = nil) throws(ProjectFailure) -> [GoldUnit] {
    _ = try caughtUp()
    do throws(ReadFailure) {
      return try index.goldUnits().filter { question == nil || $0.unit.question == question }
    } catch {
      throw .read(error)
    }
  }

  /// The unit that an item and perhaps a question name: without a question the plain one, or the item's
  /// only one.
  package func unit(
    of item: ItemID, question: QuestionID?
  ) throws(ProjectFailure) -> UnitID {
    if let question { return UnitID(item: item, question: question) }
    _ = try caughtUp()
    let questions = try dossier(item)?.units.map(\.facts.id.question) ?? []
    if questions.contains(.label) || questions.isEmpty { return UnitID(item: item) }
    guard questions.count == 1 else {
      let names = Words.list(questions.map { Words.plain($0.text) })
      throw .usage(
        "\(Words.plain(item.text)) has the questions \(names); say which: --question NAME")
    }
    return UnitID(item: item, question: questions[0])
  }

  /// What a label or a JSON text says of a unit.
  package func outcome(
    _ stated: StatedValue, of unit: UnitID
  ) throws(ProjectFailure) -> Outcome {
    let facts: UnitFacts?
    do throws(ReadFailure) {
      facts = try index.facts(unit)
    } catch {
      throw .read(error)
    }
    let answer: RuleLine.Answer
    switch stated {
    case .label(let label): answer = .label(label)
    case .json(let text):
      do throws(JSONProblem) {
        answer = .value(try JSONText.read(Array(text.utf8)))
      } catch {
        throw .usage("--value \(error.reason).")
      }
    }
    do throws(RuleLineProblem) {
      return try answer.outcome(for: facts?.kind ?? configuration.task.valueKind)
    } catch {
      throw .usage(error.sentence)
    }
  }
}

/// How somebody says a value on the command line.
package enum StatedValue: Hashable, Sendable {
  case label(String)
  case json(String)
}
