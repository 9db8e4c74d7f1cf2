package import Agreement
import Domain
package import Interchange

/// `annotators --person … --json`: the row of the list, and what only the page has.
package enum AnnotatorPageJSON {
  package static func json(_ page: AnnotatorPage, _ report: AnnotatorReport) -> JSONText {
    let labels = report.votes.labels
    return .object(
      AnnotatorsJSON.head(report) + AnnotatorsJSON.row(page.standing, report) + [
        .init("against", page.reference.map { .string($0.rawValue) } ?? nil),
        .init("inferred", AnnotatorsJSON.reference(page.standing.inferred)),
        .init(
          "confusion",
          .array(
            (page.table?.table.cells ?? []).map {
              [
                "right": .string(labels[$0.row]), "given": .string(labels[$0.column]),
                "count": .integer($0.count),
              ]
            })),
        .init("by_label", .array(page.byLabel.map { row($0, labels) })),
        .init(
          "confusions",
          .array(
            page.confusions.map { confusion in
              [
                "right": .string(labels[confusion.truth]),
                "given": .string(labels[confusion.given]), "count": .integer(confusion.units.count),
                "items": .array(confusion.units.map { .string(report.votes.units[$0].text) }),
              ]
            })),
        .init("working_time", workingTime(page.workingTime)),
      ])
  }

  private static func row(_ row: AnnotatorPage.LabelRow, _ labels: [String]) -> JSONText {
    [
      "label": .string(labels[row.label]), "given": .integer(row.given),
      "right": .integer(row.right), "precision": EstimateJSON.json(row.precision),
      "recall": EstimateJSON.json(row.recall),
    ]
  }

  private static func workingTime(_ time: WorkingTime) -> JSONText {
    [
      "sessions": .integer(time.sessions),
      "pause_minutes": .integer(Int(WorkingTime.pause / 60_000)),
      "stretches": .array(
        time.stretches.map { stretch in
          AnnotatorsJSON.mean(
            stretch.figures,
            [
              .init("from_minute", .integer(stretch.start)),
              .init("before_minute", stretch.end.map { .integer($0) } ?? nil),
            ])
        }),
    ]
  }
}
