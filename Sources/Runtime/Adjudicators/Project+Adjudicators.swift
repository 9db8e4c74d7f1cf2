import Agreement
package import Domain
import Ledger
import Store

extension Project {
  /// How adjudicators rule: read from the log, beside the ratings as they are now. O(events).
  ///
  /// - Parameters:
  ///   - question: only rulings on this one.
  ///   - isWanted: asked now and then; where it says no, nothing is returned.
  /// - Throws: `.usage` with the questions there are, where nobody was asked `question`.
  package func adjudicators(
    of question: QuestionID? = nil, while isWanted: () -> Bool = { true }
  ) throws(ProjectFailure) -> AdjudicatorReport? {
    var tally = AdjudicationTally(question: question)
    let leaders: [UnitID: Value]
    let questions: [QuestionID]
    let reading: LabelReading
    do throws(ReadFailure) {
      questions = try index.summary(now: now).questions
      leaders = try index.leaders()
      reading = try index.labelReading()
    } catch {
      throw .read(error)
    }
    if let question, !questions.contains(question) {
      throw .usage(
        Words.choose(
          "question", among: questions.map(\.text), wanted: question.text, with: "--about"))
    }
    var isWhole = true
    do throws(LedgerError) {
      try log.forEachEvent { event in
        tally.add(event.read(through: reading))
        if event.seq % 1024 == 0 { isWhole = isWanted() }
        return isWhole
      }
    } catch {
      throw .ledger(error)
    }
    guard isWhole else { return nil }
    return AdjudicatorReport(
      source: configuration.name, question: question,
      standings: AdjudicatorStanding.all(tally, leading: { leaders[$0] }, today: now),
      units: tally.ruledUnits.count, today: now)
  }
}
