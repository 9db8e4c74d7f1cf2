/// Draws from a finite distribution in one step, without a branch: Walker's alias method (Walker
/// 1977) with Vose's tables (Vose 1991).
///
/// The number of columns is a power of two, so one random number gives the column by its upper bits
/// and the choice within it by the lower ones. Probabilities are right to 2⁻⁵².
struct AliasTable: Sendable {
  struct Column: Sendable {
    /// Below this the column's own outcome is taken.
    var threshold: UInt64
    var own: UInt32
    var other: UInt32
  }

  let columns: [Column]
  let bits: UInt64

  /// A table of outcomes `first`, `first` + 1, … with these weights, whose sum is positive.
  init(weights: [Double], first: Int = 0) {
    var width = 1
    while width < weights.count { width *= 2 }
    bits = UInt64(width.trailingZeroBitCount)
    let scale = Double(width) / weights.reduce(0, +)
    var heights = weights.map { $0 * scale }
    heights.append(contentsOf: repeatElement(0, count: width - weights.count))
    var columns = (0..<width).map { index in
      let own = UInt32(first + min(index, weights.count - 1))
      return Column(threshold: .max, own: own, other: own)
    }
    var low = heights.indices.filter { heights[$0] < 1 }
    var high = heights.indices.filter { heights[$0] >= 1 }
    while let poor = low.popLast(), let rich = high.popLast() {
      columns[poor].threshold = Self.threshold(heights[poor])
      columns[poor].other = columns[rich].own
      heights[rich] -= 1 - heights[poor]
      if heights[rich] < 1 { low.append(rich) } else { high.append(rich) }
    }
    self.columns = columns
  }

  /// The outcome that a random number stands for.
  @inline(__always)
  static func outcome(
    _ random: UInt64, _ columns: UnsafePointer<Column>, bits: UInt64
  ) -> UInt32 {
    // Two shifts: a table of one column has no bits, and a shift by 64 would not be one.
    let column = columns[Int(truncatingIfNeeded: (random >> 1) >> (63 &- bits))]
    return random << bits < column.threshold ? column.own : column.other
  }

  private static func threshold(_ height: Double) -> UInt64 {
    let scaled = max(0, height) * 0x1p64
    return scaled < 0x1p64 ? UInt64(scaled) : .max
  }
}
