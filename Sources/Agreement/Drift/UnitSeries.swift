/// The agreement of one unit after another, in the order of their last ratings, and where its mean
/// changes.
public struct UnitSeries: Equatable, Sendable {
  /// One alarm of the Page–Hinkley test.
  public struct Alarm: Equatable, Sendable {
    /// The unit's place in the series, from 0.
    public let place: Int
    /// When its last rating was given, milliseconds since 1970.
    public let time: Int64
    public let direction: ChangeSignal
  }

  /// The share of agreeing pairs of each pairable unit that has a time.
  public let values: [Double]
  public let alarms: [Alarm]

  /// O(units log units). Units with the same time stand by their agreement, so the order of the
  /// table changes nothing.
  public init(_ table: VoteTable, test: PageHinkley = PageHinkley()) {
    var units: [(time: Int64, value: Double)] = []
    var ratings: [UnitRating] = []
    for unit in 0..<table.unitCount {
      let time = table.lastTime(of: unit)
      guard time != VoteTable.noTime else { continue }
      table.read(unit, into: &ratings)
      guard let value = UnitAgreement(ratings).pairwise else { continue }
      units.append((time, value))
    }
    units.sort { ($0.time, $0.value) < ($1.time, $1.value) }
    var test = test
    values = units.map(\.value)
    alarms = units.enumerated().compactMap { place, unit in
      test.add(unit.value).map { Alarm(place: place, time: unit.time, direction: $0) }
    }
  }
}
