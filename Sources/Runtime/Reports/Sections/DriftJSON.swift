package import Agreement
package import Interchange

/// Agreement over time, unrounded; times are milliseconds since 1970.
package enum DriftJSON {
  package static func json(
    _ report: DriftReport, fatigue: SessionFatigue? = nil, series: UnitSeries? = nil
  ) -> JSONText {
    var members: [JSONText.Member] = [
      .init("window", .string(name(report.scheme))),
      .init("smallest", .integer(report.smallest)),
      .init("untimed_items", .integer(report.untimed)),
      .init("windows", .array(report.windows.map { json($0) })),
      .init("pooled_alpha", EstimateJSON.real(report.pooled)),
      .init("compared_windows", .integer(report.comparedWindows)),
      .init("homogeneity", report.homogeneity.map { ChiSquareJSON.json($0) } ?? .null),
    ]
    if report.homogeneity == nil {
      members += [
        .init("homogeneity_reason", "too_few_windows"),
        .init(
          "homogeneity_explanation",
          "Fewer than two windows can be judged, so nothing can be said of a change."),
      ]
    }
    members.append(
      .init("cusum", ["slack": .real(report.slack), "limit": .real(report.limit)]))
    if let series { members.append(.init("page_hinkley", json(series))) }
    if let fatigue { members.append(.init("fatigue", json(fatigue))) }
    return .object(members)
  }

  private static func name(_ scheme: WindowScheme) -> String {
    switch scheme {
    case .hours(let count): "hours_\(count)"
    case .day: "day"
    case .week: "week"
    case .numbered: "numbered"
    }
  }

  private static func json(_ window: DriftReport.Window) -> JSONText {
    [
      "number": .integer(window.number),
      "start": window.start.map { .integer(Int($0)) } ?? .null,
      "items": .integer(window.units), "pairable_items": .integer(window.pairableUnits),
      "percent_agreement": EstimateJSON.json(window.agreement),
      "krippendorff_alpha": EstimateJSON.json(window.alpha),
      "change": window.change.map { json($0) } ?? .null,
      "alarms": .array(window.alarms.map { .string($0.rawValue) }),
    ]
  }

  private static func json(_ change: DriftReport.Change) -> JSONText {
    [
      "since": .integer(change.since), "difference": .real(change.difference),
      "z": EstimateJSON.real(change.z), "p": EstimateJSON.real(change.probability),
    ]
  }

  private static func json(_ series: UnitSeries) -> JSONText {
    [
      "items": .integer(series.values.count),
      "alarms": .array(
        series.alarms.map {
          [
            "place": .integer($0.place), "time": .integer(Int($0.time)),
            "direction": .string($0.direction.rawValue),
          ]
        }),
    ]
  }

  private static func json(_ fatigue: SessionFatigue) -> JSONText {
    [
      "pause_minutes": .integer(fatigue.pause), "sessions": .integer(fatigue.sessions),
      "annotators": .integer(fatigue.annotators),
      "ratings_left_out": .integer(fatigue.leftOut),
      "buckets": .array(
        fatigue.buckets.map {
          [
            "from_minute": .integer($0.from), "to_minute": $0.to.map { .integer($0) } ?? .null,
            "ratings": .integer($0.ratings), "pairs": .integer($0.pairs),
            "items": .integer($0.units), "agreement": EstimateJSON.json($0.agreement),
          ]
        }),
    ]
  }
}
