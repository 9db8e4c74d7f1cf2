package import Agreement
import Screen

/// Agreement over time for people: the latest windows, then what to make of them.
package enum DriftText {
  private static let listed = 24
  /// A p-value below this is worth a sentence.
  private static let notable = 0.05
  private static let alarmsNamed = 6

  /// The same for one of many changes (Bonferroni).
  private static func threshold(_ report: DriftReport) -> Double {
    notable / Double(max(1, report.comparedChanges))
  }

  package static func lines(
    _ report: DriftReport, fatigue: SessionFatigue? = nil, series: UnitSeries? = nil
  ) -> [String] {
    guard !report.windows.isEmpty else {
      return ["No rating says when it was given, so there is nothing to see over time."]
    }
    var table = TextTable([
      .init(SafeText(heading(report.scheme))), .init("items", .right), .init("agreement", .right),
      .init("α", .right), .init("95 % interval", .right), .init("change", .right), .init(""),
    ])
    for window in report.windows.suffix(listed) { table.append(cells(window, report)) }
    var lines = table.lines()
    let earlier = report.windows.count - listed
    if earlier > 0 {
      lines.append("  and \(Words.count(earlier, "earlier window")): --json")
    }
    lines += [""] + notes(report).map { "  " + $0 }
    if let series { lines += changes(series).map { "  " + $0 } }
    if let fatigue { lines += [""] + self.fatigue(fatigue) }
    return lines
  }

  private static func heading(_ scheme: WindowScheme) -> String {
    switch scheme {
    case .hours(let count): "from, \(count) h each"
    case .day: "day"
    case .week: "week from"
    case .numbered: "window"
    }
  }

  private static func name(_ number: Int, start: Int64?, _ scheme: WindowScheme) -> String {
    guard let start else { return Figures.count(number) }
    let second = Int(start / 1000)
    if case .hours = scheme { return Figures.minute(ofSecond: second) }
    return Figures.day(ofSecond: second)
  }

  private static func cells(_ window: DriftReport.Window, _ report: DriftReport) -> [SafeText] {
    let change = window.change.map { change in
      let isNotable = (change.probability ?? 1) < threshold(report)
      return Figures.change(change.difference) + (isNotable ? "*" : "")
    }
    let isTooFew = window.alpha.status == .undefinedTooFewUnits
    let remark = isTooFew ? "too few" : window.alarms.isEmpty ? "" : "alarm"
    return [
      SafeText(name(window.number, start: window.start, report.scheme)),
      SafeText(Figures.count(window.pairableUnits)),
      EstimateText.share(window.agreement), EstimateText.share(window.alpha),
      EstimateText.interval(window.alpha),
      SafeText(change ?? ""), SafeText(remark),
    ]
  }

  private static func notes(_ report: DriftReport) -> [String] {
    var notes: [String] = []
    if let test = report.homogeneity {
      let verdict =
        test.probability < notable
        ? "The windows differ by more than chance" : "The windows differ no more than by chance"
      notes.append(
        "\(verdict): χ²(\(test.degreesOfFreedom)) \(Figures.fixed(test.statistic, places: 1)),"
          + " p \(ProbabilityText.text(test.probability))."
      )
    } else {
      notes.append("Fewer than two windows can be judged, so nothing can be said of a change.")
    }
    if report.windows.contains(where: { ($0.change?.probability ?? 1) < threshold(report) }) {
      notes.append("* a change since the last window that could be judged; chance gives one so")
      notes.append("large among all of these less than once in 20.")
    }
    for window in report.alarmed.prefix(alarmsNamed) {
      let way = window.alarms.contains(.decrease) ? "fallen" : "risen"
      let name = name(window.number, start: window.start, report.scheme)
      notes.append("Alarm in \(name): α has \(way), by the sum of small shifts.")
    }
    if report.alarmed.count > alarmsNamed {
      notes.append("and \(Words.count(report.alarmed.count - alarmsNamed, "alarm")) more: --json")
    }
    let few = report.windows.count { $0.alpha.status == .undefinedTooFewUnits }
    if few > 0 {
      notes.append(
        "\(Words.count(few, "window")) with fewer than \(report.smallest) items of two ratings: too"
          + " few to judge.")
    }
    if report.untimed > 0 {
      notes.append("\(Words.count(report.untimed, "item")) without a time left out.")
    }
    return notes
  }

  private static func changes(_ series: UnitSeries) -> [String] {
    guard let first = series.alarms.first else { return [] }
    let way = first.direction == .decrease ? "fell" : "rose"
    let more = series.alarms.count > 1 ? ", the first of \(series.alarms.count) changes" : ""
    return [
      "Item by item, agreement \(way) by \(Figures.minute(ofSecond: Int(first.time / 1000)))\(more)."
    ]
  }

  private static func fatigue(_ fatigue: SessionFatigue) -> [String] {
    guard fatigue.sessions > 0 else { return [] }
    var table = TextTable([
      .init("minutes into a session"), .init("ratings", .right), .init("agreement", .right),
      .init("95 % interval", .right), .init(""),
    ])
    for bucket in fatigue.buckets {
      table.append([
        SafeText(bucket.to.map { "\(bucket.from) to \($0)" } ?? "\(bucket.from) and later"),
        SafeText(Figures.count(bucket.ratings)),
        EstimateText.share(bucket.agreement), EstimateText.interval(bucket.agreement),
        SafeText(bucket.agreement.status == .undefinedTooFewUnits ? "too few" : ""),
      ])
    }
    return table.lines() + [
      "  \(Words.count(fatigue.sessions, "session")); one ends after"
        + " \(Words.count(fatigue.pause, "minute")) without a rating."
    ]
  }
}
