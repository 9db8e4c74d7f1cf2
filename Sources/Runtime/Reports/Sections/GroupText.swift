package import Agreement
import Screen

/// Agreement by part for people: the least agreed on first.
package enum GroupText {
  private static let listed = 24

  /// A slice by its own name: with what else it could be confused is of no interest here.
  private static func heading(_ report: GroupReport) -> SafeText {
    let prefix = "slice."
    let name =
      report.name.hasPrefix(prefix) ? String(report.name.dropFirst(prefix.count)) : report.name
    return SafeText("by \(name), worst first").clipped(to: 24)
  }

  package static func lines(_ report: GroupReport) -> [String] {
    var table = TextTable([
      .init(heading(report), widest: 24), .init("items", .right),
      .init("agreement", .right), .init("α", .right), .init("95 % interval", .right), .init(""),
    ])
    for group in report.groups.prefix(listed) {
      table.append([
        SafeText(group.name), SafeText(Figures.count(group.pairableItems)),
        EstimateText.share(group.percentAgreement), EstimateText.share(group.alpha),
        EstimateText.interval(group.alpha), SafeText(group.isTooFew ? "too few" : ""),
      ])
    }
    guard !table.isEmpty else {
      return ["No rating says its \(Words.plain(report.name)), so there is nothing to part by."]
    }
    var lines = table.lines()
    if report.groups.count > listed {
      lines.append("  and \(Figures.count(report.groups.count - listed)) more: --json")
    }
    if report.ratingsOutside > 0 {
      lines.append("  \(Words.count(report.ratingsOutside, "rating")) without one left out")
    }
    return lines
  }
}
