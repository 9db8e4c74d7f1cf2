public import Domain

extension ValueDistance {
  /// 1 − the mean distance of all pairs of values; nil with fewer than two. Equal values are
  /// compared once: O(d²) distances for d different values.
  public func itemAgreement(_ values: [Value]) -> Double? {
    guard values.count > 1 else { return nil }
    var counts: [Value: Int] = [:]
    var distinct: [Value] = []
    for value in values {
      if counts[value] == nil { distinct.append(value) }
      counts[value, default: 0] += 1
    }
    var terms: [Double] = []
    for (position, value) in distinct.enumerated() {
      for earlier in distinct[..<position] {
        let pairs = (counts[value] ?? 0) * (counts[earlier] ?? 0)
        terms.append(Double(pairs) * between(earlier, value))
      }
    }
    let pairs = Double(values.count) * Double(values.count - 1) / 2
    return 1 - OrderFreeSum.of(terms) / pairs
  }
}
