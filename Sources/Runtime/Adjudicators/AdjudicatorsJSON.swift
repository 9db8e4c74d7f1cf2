import Agreement
import Domain
package import Interchange

/// `annotators --adjudicators` for scripts: nothing is rounded, and what is undefined is null with its
/// reason.
package enum AdjudicatorsJSON {
  package static func json(_ report: AdjudicatorReport) -> JSONText {
    [
      "source": .string(report.source),
      "question": report.question.map { .string($0.text) } ?? nil,
      "adjudicators": .integer(report.standings.count), "units": .integer(report.units),
      "rulings": .integer(report.rulings), "order": "rulings",
      "enough_cases": .integer(AdjudicatorStanding.enough),
      "last_day": .string(String(report.today.text.prefix(10))),
      "rows": .array(report.standings.map { row($0) }),
    ]
  }

  private static func row(_ standing: AdjudicatorStanding) -> JSONText {
    let seconds = { (milliseconds: Double?) in ValueJSON.real(milliseconds.map { $0 / 1000 }) }
    return [
      "adjudicator": .string(standing.member.text), "rulings": .integer(standing.rulings),
      "against_leading": share(standing.againstLeading), "withdrawn": share(standing.withdrawn),
      "overturned": share(standing.overturned), "self_consistency": share(standing.again),
      "changed_mind": share(standing.changedMind), "citing": share(standing.citing),
      "reasoned": share(standing.reasoned),
      "outcomes": .object(
        standing.outcomes.map { .init($0.kind.rawValue, .integer($0.count)) }),
      "seconds": [
        "rulings": .integer(standing.pace.ratings), "median": seconds(standing.pace.median),
        "lower_quartile": seconds(standing.pace.lowerQuartile),
        "upper_quartile": seconds(standing.pace.upperQuartile),
      ],
      "days_worked": .integer(standing.daysWorked),
      "rulings_by_day": .array(standing.days.map { .integer($0) }),
    ]
  }

  private static func share(_ share: AdjudicatorStanding.Share) -> JSONText {
    EstimateJSON.json(
      share.estimate,
      [
        .init("count", .integer(share.count)), .init("of", .integer(share.total)),
        .init("enough", .boolean(share.isEnough)),
      ])
  }
}
