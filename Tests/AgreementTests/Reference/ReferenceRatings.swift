import Agreement
import Foundation
import TestSupport
import Testing

/// A real data set as the reference values see it: of repeated ratings the first one counts.
struct ReferenceRatings {
  /// Labels in the order of the scale, by code; their numbers where they are numbers.
  let labels: [String]
  let raters: [String]
  let items: [String]
  let units: [[UnitRating]]
  let repeatsDropped: Int

  /// - Parameters:
  ///   - rows: Item, rater, label; an empty rater is nobody in particular.
  init(_ rows: [(item: String, rater: String, label: String)]) {
    let present = Set(rows.map(\.label))
    let labels = present.sorted { one, other in
      guard let first = Double(one), let second = Double(other) else { return one < other }
      return first < second
    }
    let raters = Set(rows.map(\.rater)).subtracting([""]).sorted()
    let labelCodes = Self.codes(labels)
    let raterCodes = Self.codes(raters)
    var itemCodes: [String: Int] = [:]
    var items: [String] = []
    var units: [[UnitRating]] = []
    var seen: Set<[Int32]> = []
    var dropped = 0
    for row in rows {
      let item = itemCodes[row.item] ?? items.count
      if item == items.count {
        itemCodes[row.item] = item
        items.append(row.item)
        units.append([])
      }
      let rater = raterCodes[row.rater] ?? UnitRating.unknownAnnotator
      guard rater < 0 || seen.insert([Int32(item), rater]).inserted else {
        dropped += 1
        continue
      }
      units[item].append(UnitRating(annotator: rater, label: labelCodes[row.label] ?? 0))
    }
    self.labels = labels
    self.raters = raters
    self.items = items
    self.units = units
    repeatsDropped = dropped
  }

  private static func codes(_ names: [String]) -> [String: Int32] {
    Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
  }

  var numbers: [Double]? {
    let numbers = labels.compactMap { Double($0) }
    return numbers.count == labels.count ? numbers : nil
  }

  var votes: NamedVotes {
    NamedVotes(
      zip(items, units).flatMap { item, unit in
        unit.map { [item, raters[Int($0.annotator)], labels[Int($0.label)]] }
      }, units: items, annotators: raters, labels: labels)
  }
}
