import Domain

/// How many units of each label to check: in proportion to how many there are, and never fewer than
/// a floor, so that rare labels can be judged too.
public struct ValidationBatch: Equatable, Sendable {
  /// Units that there are, by label.
  public let available: [Int]

  /// Units to draw, by label.
  public let drawn: [Int]

  /// Units to draw in all; more than asked for where the floors alone need more.
  public var size: Int { drawn.reduce(0, +) }

  /// What a drawn unit of each label stands for, available / drawn: estimates over all labels weight
  /// by it. Nil for a label without units.
  public var weights: [Double?] {
    zip(available, drawn).map { $1 == 0 ? nil : Double($0) / Double($1) }
  }

  /// - Parameters:
  ///   - size: Units to check in all.
  ///   - floor: The least for each label, or all its units where there are fewer.
  public init(size: Int, available: [Int], floor: Int) {
    precondition(size >= 0 && floor >= 0, "nobody checks fewer than no units")
    let available = available.map { max(0, $0) }
    var drawn = available.map { min($0, floor) }
    let total = available.reduce(0, +)
    let wanted = min(size, total)
    // Those whose proportional share is above what they have get the rest, by largest remainder.
    var open = available.indices.filter { drawn[$0] < available[$0] }
    while drawn.reduce(0, +) < wanted, !open.isEmpty {
      let rest = wanted - drawn.reduce(0, +)
      let target = open.reduce(rest) { $0 + drawn[$1] }
      let weight = open.reduce(0) { $0 + available[$1] }
      let shares = open.map { Double(target) * Double(available[$0]) / Double(weight) }
      let satisfied = zip(open, shares).filter { Double(drawn[$0]) > $1 }.map(\.0)
      if satisfied.isEmpty {
        Self.round(shares, open, available: available, to: target, &drawn)
        break
      }
      open.removeAll { satisfied.contains($0) }
    }
    self.available = available
    self.drawn = drawn
  }

  /// Draws units of one label: indices below `available`, ascending; the same from the same seed.
  public func units(of label: Int, seed: UInt64) -> [Int] {
    var order = SeededOrder(seed: SeededOrder.hash("validation", String(seed), String(label)))
    return Array(order.permutation(of: available[label]).prefix(drawn[label])).sorted()
  }

  private static func round(
    _ shares: [Double], _ open: [Int], available: [Int], to target: Int, _ drawn: inout [Int]
  ) {
    for (label, share) in zip(open, shares) {
      drawn[label] = min(available[label], max(drawn[label], Int(share)))
    }
    var rest = target - open.reduce(0) { $0 + drawn[$1] }
    let byRemainder = open.indices.sorted {
      let one = shares[$0] - shares[$0].rounded(.down)
      let other = shares[$1] - shares[$1].rounded(.down)
      return one != other ? one > other : $0 < $1
    }
    while rest > 0 {
      let before = rest
      for index in byRemainder where rest > 0 && drawn[open[index]] < available[open[index]] {
        drawn[open[index]] += 1
        rest -= 1
      }
      if rest == before { return }
    }
  }
}
