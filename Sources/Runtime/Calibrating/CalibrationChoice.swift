import Agreement
import Domain
import Store

/// Which items a calibration draws: each label in proportion and at least so often, contested ones among
/// them.
struct CalibrationChoice {
  /// What somebody asked for.
  struct Wish {
    var size: Int
    var floor: Int
    /// Of the items of each label, the share that is drawn from contested ones first.
    var hardShare: Double
    var seed: UInt64
  }

  let items: [ItemID]
  /// How many of them are contested.
  let hard: Int

  /// The order of items depends on the seed and on their ids alone: an item that is added later moves no
  /// other. O(units · log units).
  init(_ units: [DrawableUnit], _ wish: Wish) {
    let strata = Dictionary(grouping: units) { Canonical.text($0.value.canonical) }
    let names = strata.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let plan = ValidationBatch(
      size: wish.size, available: names.map { strata[$0]?.count ?? 0 }, floor: wish.floor)
    var drawn: [DrawableUnit] = []
    for (name, count) in zip(names, plan.drawn) {
      let order = Self.shuffled(strata[name] ?? [], seed: wish.seed)
      let wanted = Int((Double(count) * wish.hardShare).rounded(.up))
      let hard = order.filter(\.isContested).prefix(min(wanted, count))
      let chosen = Set(hard.map(\.item))
      drawn += hard + order.filter { !chosen.contains($0.item) }.prefix(count - hard.count)
    }
    items = drawn.map(\.item)
    hard = drawn.count { $0.isContested }
  }

  private static func shuffled(_ units: [DrawableUnit], seed: UInt64) -> [DrawableUnit] {
    units.map { (SeededOrder.hash("calibration", String(seed), $0.item.text), $0) }
      .sorted { ($0.0, $0.1.item) < ($1.0, $1.1.item) }.map(\.1)
  }
}
