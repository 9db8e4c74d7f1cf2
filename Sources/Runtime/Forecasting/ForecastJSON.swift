package import Domain
package import Interchange

/// `forecast --json`; numbers are not rounded.
package enum ForecastJSON {
  package static func json(_ answer: ForecastAnswer) -> JSONText {
    .object([
      .init("learning", QueueJSON.json(answer.learning)),
      .init("outlook", answer.outlook.map { json($0) } ?? nil),
      .init("reach", ValueJSON.real(answer.bound)),
    ])
  }

  package static func json(_ outlook: ReleaseOutlook) -> JSONText {
    .object([
      .init("units", .integer(outlook.units)), .init("waiting", .integer(outlook.waiting)),
      .init("errors_by_expected", .real(outlook.factor)),
      .init(
        "points",
        .array(
          outlook.points.map { point in
            .object([
              .init("rulings", .integer(point.rulings)), .init("accuracy", .real(point.accuracy)),
              .init("band95", .array([.real(point.low), .real(point.high)])),
            ])
          })),
      .init("rulings_needed", outlook.needed.map { .integer($0) } ?? nil),
      .init("is_measurement", .boolean(false)),
    ])
  }
}
