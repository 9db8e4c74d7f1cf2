import Agreement
import Domain

/// What agreement is looked at by: `--by`.
package enum Cut: Hashable, Sendable {
  case batch
  /// The pass over the items under one version of the guideline.
  case round
  /// The version of the guideline that was in force.
  case version
  /// A calendar day, week or month in UTC, by the time of the rating.
  case time(Period)
  /// A property of the item.
  case slice(String)

  package enum Period: String, Sendable, CaseIterable {
    case day
    case week
    case month
  }

  /// `batch`, `round`, `version`, `day`, `week`, `month`, or the name of a slice, which may be spelled
  /// `slice.NAME` where it is one of the former.
  package init(_ text: String) {
    if text == "batch" {
      self = .batch
    } else if text == "round" {
      self = .round
    } else if text == "version" {
      self = .version
    } else if let period = Period(rawValue: text) {
      self = .time(period)
    } else {
      self = .slice(text.hasPrefix("slice.") ? String(text.dropFirst(6)) : text)
    }
  }

  package var name: String {
    switch self {
    case .batch: "batch"
    case .round: "round"
    case .version: "version"
    case .time(let period): period.rawValue
    case .slice(let name): "slice.\(name)"
    }
  }

  /// The parts of the votes: their names, in order, and which one a vote belongs to.
  func parts(
    of votes: QuestionVotes
  ) -> (names: [String], group: (_ unit: Int, _ vote: Int) -> Int?) {
    let keys: [String?]
    let isByUnit: Bool
    switch self {
    case .batch:
      keys = votes.batches.map { Self.padded($0) }
      isByUnit = false
    case .round:
      keys = votes.roundOfVote.map { $0 < 0 ? nil : votes.rounds[Int($0)] }
      isByUnit = false
    case .version:
      let most = votes.versions.max().map { String($0).utf8.count } ?? 1
      keys = votes.versions.map { $0 < 0 ? nil : Self.padded(Int($0), to: most) }
      isByUnit = false
    case .time(let period):
      keys = votes.table.times.map { $0 == VoteTable.noTime ? nil : Self.text($0, period) }
      isByUnit = false
    case .slice(let name):
      keys = votes.units.indices.map { unit in
        unit < votes.slices.count ? votes.slices[unit].first { $0.key == name }?.value : nil
      }
      isByUnit = true
    }
    let names = Set(keys.compactMap { $0 }.map { Identifier<Self>($0) }).sorted().map(\.text)
    let codes = Dictionary(
      names.enumerated().map { (Identifier<Self>($1), $0) }, uniquingKeysWith: { first, _ in first }
    )
    let coded = keys.map { key in key.flatMap { codes[Identifier<Self>($0)] } }
    return (
      names,
      { unit, vote in
        let place = isByUnit ? unit : vote
        return place < coded.count ? coded[place] : nil
      }
    )
  }

  /// Batches stand in the order of their numbers.
  private static func padded(_ number: Int32) -> String {
    let digits = String(number)
    return "batch " + String(repeating: " ", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// Versions stand in the order of their numbers, those of before the first in front.
  private static func padded(_ version: Int, to width: Int) -> String {
    let name = VersionName.text(version)
    guard version > 0 else { return name }
    let digits = String(version).utf8.count
    return "v" + String(repeating: " ", count: max(0, width - digits)) + name.dropFirst()
  }

  private static func text(_ milliseconds: Int64, _ period: Period) -> String {
    let moment = Instant(milliseconds: milliseconds)
    switch period {
    case .day: return String(moment.text.prefix(10))
    case .month: return String(moment.text.prefix(7))
    case .week: return Week(moment).text
    }
  }
}
