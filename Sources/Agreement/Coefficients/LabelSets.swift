/// Label sets by code, as bits: their distances cost a few instructions.
public struct LabelSets: Sendable {
  private let words: Int
  private let bits: [UInt64]
  private let sizes: [Int]

  /// The number of sets.
  public var count: Int { sizes.count }

  /// - Parameter sets: Each code's labels, in any order; a label named twice counts once.
  public init(_ sets: [[String]]) {
    var places: [[UInt8]: Int] = [:]
    for label in sets.joined() where places[Array(label.utf8)] == nil {
      places[Array(label.utf8)] = places.count
    }
    let words = (places.count + 63) / 64
    var bits = Array(repeating: UInt64(0), count: words * sets.count)
    for (code, labels) in sets.enumerated() {
      for label in labels {
        let place = places[Array(label.utf8)] ?? 0
        bits[code * words + place / 64] |= 1 << UInt64(place % 64)
      }
    }
    self.words = words
    self.bits = bits
    sizes = sets.indices.map { code in
      bits[code * words..<(code + 1) * words].reduce(0) { $0 + $1.nonzeroBitCount }
    }
  }

  /// 1 − |A ∩ B| / |A ∪ B|; two empty sets are the same (Jaccard 1901).
  public func jaccard(_ one: Int, _ other: Int) -> Double {
    let shared = shared(one, other)
    let union = sizes[one] + sizes[other] - shared
    return union == 0 ? 0 : 1 - Double(shared) / Double(union)
  }

  /// 1 − J·M, M = 1 for equal sets, 2/3 where one contains the other, 1/3 where they overlap, 0
  /// where they are disjoint (Passonneau 2006).
  public func masi(_ one: Int, _ other: Int) -> Double {
    let shared = shared(one, other)
    let union = sizes[one] + sizes[other] - shared
    guard union > 0, shared < union else { return 0 }
    let smaller = min(sizes[one], sizes[other])
    let monotonicity = shared == smaller ? 2.0 / 3 : 1.0 / 3
    return shared == 0 ? 1 : 1 - Double(shared) / Double(union) * monotonicity
  }

  private func shared(_ one: Int, _ other: Int) -> Int {
    var shared = 0
    for word in 0..<words {
      shared += (bits[one * words + word] & bits[other * words + word]).nonzeroBitCount
    }
    return shared
  }
}

extension AlphaMetric {
  /// The Jaccard distance of label sets, used as δ² as it is (Krippendorff 2011).
  public static func jaccard(_ sets: LabelSets) -> AlphaMetric {
    .squared { sets.jaccard($0, $1) }
  }

  /// MASI of label sets, used as δ² as it is (Passonneau 2006).
  public static func masi(_ sets: LabelSets) -> AlphaMetric {
    .squared { sets.masi($0, $1) }
  }
}
