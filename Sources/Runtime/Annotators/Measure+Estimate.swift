import Agreement
import Workbench

extension Measure {
  /// A figure of the statistics as the workbench shows it.
  init(_ estimate: Estimate, cases: Int, isEnough: Bool) {
    let interval = estimate.intervalStatus == .collapsed ? nil : estimate.interval95
    self.init(
      estimate.value, interval: interval.map { min($0.lower, $0.upper)...max($0.lower, $0.upper) },
      cases: cases, isEnough: isEnough)
  }

  init(_ share: AdjudicatorStanding.Share) {
    self.init(share.estimate, cases: share.total, isEnough: share.isEnough)
  }

  /// The share of units that a reference upholds: those where none of the labels given was right are
  /// not upheld.
  static func upheld(_ table: ReferenceTable?) -> Measure {
    guard let table else { return .none }
    let cases = table.table.units + table.rejected
    return Measure(
      .share(table.table.agreeing, of: cases), cases: cases, isEnough: table.isEnough)
  }
}
