package import Domain
import Screen

/// What further rulings would bring, in words; the same on a screen and in a command.
package struct OutlookWords {
  private let outlook: ReleaseOutlook

  package init(_ outlook: ReleaseOutlook) {
    self.outlook = outlook
  }

  /// "94.1 % right, 92 to 96 %": a share of the release.
  package static func accuracy(_ point: ReleaseOutlook.Point) -> String {
    "\(percent(point.accuracy)), \(percent(point.low)) to \(percent(point.high))"
  }

  /// With one place: `94.1 %`.
  package static func percent(_ share: Double) -> String {
    Figures.fixed(share * 100, places: 1) + " %"
  }

  /// "+1.2 points".
  package static func points(_ growth: Double) -> String {
    "+" + Figures.fixed(growth * 100, places: 1) + " points"
  }

  /// What stands now.
  package var now: String {
    guard let now = outlook.now else { return "Nothing would be released yet." }
    let units = Figures.count(outlook.units)
    return "About \(Self.percent(now.accuracy)) of \(units) labels are right"
      + " (\(Self.percent(now.low)) to \(Self.percent(now.high))),"
      + " by what the models say of themselves."
  }

  /// "100 more rulings are worth 2.1 points."
  package func worth(of rulings: Int) -> String? {
    guard let growth = outlook.worth(of: rulings), rulings > 0 else { return nil }
    let points = Figures.fixed(growth * 100, places: 1)
    let more = rulings == 1 ? "1 more ruling is" : "\(Figures.count(rulings)) more rulings are"
    return "\(more) worth \(points) \(points == "1.0" ? "point" : "points")."
  }

  /// How many reach what was asked for.
  package func needed(for bound: Double) -> String? {
    guard let needed = outlook.needed else { return nil }
    let share = Self.percent(bound)
    if needed == 0 { return "\(share) is expected already." }
    if needed == outlook.waiting { return "\(share) takes a ruling on every unit that waits." }
    return "\(share) takes about \(Figures.count(needed)) further rulings."
  }

  /// The honest note.
  package static let note =
    "This is a plan and no measurement: only an audit measures how right a release is."
}
