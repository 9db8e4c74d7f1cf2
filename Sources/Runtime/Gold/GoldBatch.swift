import Agreement
import Domain
import Interchange
import Ledger

/// A batch for annotators with gold among its items: everything under new ids and in one shuffled order,
/// so that nothing tells them apart.
struct GoldBatch {
  /// In the order in which annotators get them, under the ids that they see.
  let items: [Item]
  let key: BatchKey

  /// Puts gold into a batch. The same parts and seed give the same batch.
  ///
  /// - Parameter gold: what was chosen from it.
  init(_ batch: [Item], gold: [Item], project: OperationID, prefix: String, seed: UInt64) {
    let all = batch.map { ($0, false) } + gold.map { ($0, true) }
    var order = SeededOrder(seed: SeededOrder.hash("gold-batch", String(seed)))
    let width = max(4, String(all.count).utf8.count)
    var items: [Item] = []
    var entries: [BatchKey.Entry] = []
    for (place, index) in order.permutation(of: all.count).enumerated() {
      let (item, isGold) = all[index]
      let digits = String(place + 1)
      let padding = String(repeating: "0", count: width - digits.utf8.count)
      let shown = ItemID("\(prefix)-\(padding)\(digits)")
      items.append(Item(id: shown, payload: item.payload))
      entries.append(BatchKey.Entry(shown: shown, item: item.id, isGold: isGold))
    }
    let names = entries.flatMap { [$0.shown.text, $0.item.text, $0.isGold ? "1" : "0"] }
    let digest = Digest.sha256(of: names.joined(separator: "\u{0}"))
    self.items = items
    key = BatchKey(
      project: project, round: BatchKey.roundPrefix + digest.hex.prefix(8), entries: entries)
  }

  /// Which gold goes in: each value in proportion to how much gold has it, and each at least once, drawn by
  /// the seed. Fewer than `count` where there are fewer.
  static func chosen(_ gold: [GoldUnit], count: Int, seed: UInt64) -> [GoldUnit] {
    let byValue = Dictionary(grouping: gold) { Canonical.text($0.outcome.value?.canonical ?? "") }
    let values = byValue.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let strata = values.map { (byValue[$0] ?? []).sorted { $0.unit < $1.unit } }
    let plan = ValidationBatch(size: count, available: strata.map(\.count), floor: 1)
    let drawn = strata.indices.flatMap { stratum in
      plan.units(of: stratum, seed: seed).map { strata[stratum][$0] }
    }
    // The floors alone may be more than was asked for.
    guard drawn.count > count else { return drawn }
    var order = SeededOrder(seed: SeededOrder.hash("gold-choice", String(seed)))
    return order.permutation(of: drawn.count).prefix(count).sorted().map { drawn[$0] }
  }
}
