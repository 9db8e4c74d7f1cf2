import Agreement
import Domain
import Screen

/// What a lead should look at first among adjudicators, in sentences.
enum AdjudicatorRemarks {
  private static let listed = 6

  static func sentences(_ report: AdjudicatorReport) -> [String] {
    let all = report.standings.flatMap { standing in
      [against(standing, report.standings), consistency(standing)].compactMap { $0 }
        .map { "\(Words.plain(standing.member.text)) \($0)" }
    }
    guard all.count > listed else { return all }
    return all.prefix(listed) + ["And \(all.count - listed) more: --json."]
  }

  /// Where somebody rules against the leading value by far more, or less, than all others do.
  private static func against(
    _ standing: AdjudicatorStanding, _ all: [AdjudicatorStanding]
  ) -> String? {
    let own = standing.againstLeading
    let others = all.filter { $0.member != standing.member }.map(\.againstLeading)
    let count = others.reduce(0) { $0 + $1.count }
    let total = others.reduce(0) { $0 + $1.total }
    guard own.isEnough, total >= AdjudicatorStanding.enough else { return nil }
    let pooled = Double(own.count + count) / Double(own.total + total)
    let error = (pooled * (1 - pooled) * (1 / Double(own.total) + 1 / Double(total))).squareRoot()
    let (share, rest) = (Double(own.count) / Double(own.total), Double(count) / Double(total))
    guard error > 0, ((share - rest) / error).magnitude >= LabelHabit.threshold else { return nil }
    return "rules against the leading value for \(percent(share)) of the units, the others for"
      + " \(percent(rest))."
  }

  private static func consistency(_ standing: AdjudicatorStanding) -> String? {
    let again = standing.again
    guard again.isEnough, let upper = again.estimate.interval95?.upper, upper < 0.9 else {
      return nil
    }
    return
      "ruled \(Words.count(again.count, "unit")) of \(Figures.count(again.total)) the same when"
      + " shown again."
  }

  private static func percent(_ share: Double) -> String {
    Figures.fixed(share * 100, places: 0) + " %"
  }
}
