import Agreement
import Workbench

extension AdjudicatorRow {
  init(_ standing: AdjudicatorStanding) {
    self.init(standing.member)
    rulings = standing.rulings
    against = Measure(standing.againstLeading)
    withdrawn = Measure(standing.withdrawn)
    overturned = Measure(standing.overturned)
    again = Measure(standing.again)
    changedMind = Measure(standing.changedMind)
    citing = Measure(standing.citing)
    reasoned = Measure(standing.reasoned)
    outcomes = standing.outcomes.map { OutcomeCount($0.kind, $0.count) }
    milliseconds = standing.pace.median
    days = standing.days
    daysWorked = standing.daysWorked
  }
}
