import Domain
import Interchange
import Workbench

/// The lists of annotators and adjudicators as rows of a table: everything unrounded.
enum PeopleCSV {
  static func rows(_ people: [AnnotatorRow]) -> [[String]] {
    let header =
      ["annotator", "kind", "ratings", "declined"]
      + ["kappa", "agreement", "gold", "rulings", "again"].flatMap { measured($0) }
      + [
        "median_seconds", "trend", "earlier_agreement", "later_agreement", "overuses", "own_share",
        "others_share", "alone", "alone_ruled", "alone_right",
      ]
    return [header] + people.map { row($0) }
  }

  static func rows(_ adjudicators: [AdjudicatorRow]) -> [[String]] {
    let header =
      ["adjudicator", "rulings", "days", "median_seconds"]
      + [
        "against_leading", "withdrawn", "overturned", "again", "changed_mind", "citing", "reasoned",
      ].flatMap { measured($0) } + OutcomeKind.allCases.map(\.rawValue)
    return [header]
      + adjudicators.map { row in
        var cells = [
          row.id.text, String(row.rulings), String(row.daysWorked), seconds(row.milliseconds),
        ]
        for measure in [
          row.against, row.withdrawn, row.overturned, row.again, row.changedMind, row.citing,
          row.reasoned,
        ] {
          cells += self.cells(measure)
        }
        return cells
          + OutcomeKind.allCases.map { kind in
            String(row.outcomes.first { $0.kind == kind }?.count ?? 0)
          }
      }
  }

  private static func row(_ row: AnnotatorRow) -> [String] {
    [
      row.id.text, row.isModel ? "model" : "person", String(row.ratings), String(row.declined),
    ] + [row.rest, row.agreement, row.gold, row.rulings, row.again].flatMap { cells($0) }
      + [
        seconds(row.milliseconds), trend(row.direction), number(row.earlier), number(row.later),
        row.overuse?.label.name ?? "", number(row.overuse?.own), number(row.overuse?.others),
        String(row.alone), String(row.aloneRuled), String(row.aloneRight),
      ]
  }

  private static func measured(_ name: String) -> [String] {
    [name, name + "_low", name + "_high", name + "_cases"]
  }

  private static func cells(_ measure: Measure) -> [String] {
    [
      number(measure.value), number(measure.interval?.lowerBound),
      number(measure.interval?.upperBound), String(measure.cases),
    ]
  }

  private static func trend(_ direction: AnnotatorRow.Direction) -> String {
    switch direction {
    case .falling: "falling"
    case .rising: "rising"
    case .steady: "steady"
    case .unknown: ""
    }
  }

  private static func seconds(_ milliseconds: Double?) -> String {
    number(milliseconds.map { $0 / 1000 })
  }

  private static func number(_ number: Double?) -> String {
    number.map { JSONText.real($0).text() } ?? ""
  }
}
