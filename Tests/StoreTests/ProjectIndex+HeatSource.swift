import Agreement
import Domain

@testable import Store

extension ProjectIndex {
  /// What every map of a question can be drawn from.
  func heatSource(
    _ question: QuestionID, of units: HeatUnits = .all, by cut: UnitCut? = nil
  ) throws(ReadFailure) -> HeatSource? {
    try sums(question).map { sums throws(ReadFailure) in
      try heatSource(question, from: sums, of: units, by: cut)
    }
  }
}
