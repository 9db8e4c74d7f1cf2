import Agreement
import Domain
import Interchange

/// The ratings of one question of a bare file, as codes, with what its items are sorted by.
///
/// Ratings wait until all are there, because the last one decides in which week a unit belongs: memory
/// grows with the ratings, by twenty bytes each.
struct HeatColumns {
  private var rows = TimedRows()
  /// By item: when its latest rating was given, for weeks.
  private var latest: [Int64] = []

  /// Whether anything but abstentions was handed over.
  var hasRows: Bool { !latest.isEmpty }

  /// Takes a row of a block; abstentions are no ratings to compare.
  mutating func append(_ block: RatingBlock, _ row: Int) {
    guard block.labels[row] != RatingBlock.abstained else { return }
    append(
      item: block.items[row], annotator: block.annotators[row], label: block.labels[row],
      time: block.hasTimes ? block.times[row] : RatingBlock.noTime)
  }

  mutating func append(item: Int32, annotator: Int32, label: Int32, time: Int64) {
    rows.append(item: item, annotator: annotator, label: label, time: time)
    let missing = Int(item) + 1 - latest.count
    if missing > 0 { latest.append(contentsOf: repeatElement(VoteTable.noTime, count: missing)) }
    latest[Int(item)] = max(latest[Int(item)], time)
  }

  /// All sums, those of the columns too.
  ///
  /// - Parameter name: of the column that an item stands in, from its code and its latest time.
  func counted(
    keeping policy: RepeatPolicy, name: (_ item: Int, _ latest: Int64) -> String?
  ) -> (sums: AgreementSums, cuts: [HeatCut]) {
    var grouper = UnitGrouper(keeping: policy)
    rows.ordered(into: &grouper)
    let grouped = grouper.grouped()
    var sums = AgreementSums()
    sums.add(grouped)
    var cutter = HeatCutter(labelCount: grouped.labelCount)
    let ratings = grouped.ratings.span
    for unit in 0..<grouped.count {
      let places = grouped.offsets[unit]..<grouped.offsets[unit + 1]
      guard !places.isEmpty else { continue }
      cutter.add(ratings.extracting(places), to: name(unit, latest[unit]))
    }
    return (sums, cutter.cuts)
  }
}
