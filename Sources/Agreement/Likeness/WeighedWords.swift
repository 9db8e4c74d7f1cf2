import Glibc

/// A text's words with their weights, ready to be compared with others'.
///
/// The likeness of two texts is the share of their weight that both have (Dice 1945, over weighed
/// features): 2 Σ min(a, b) / (Σ a + Σ b). A word that occurs c times counts 1 + ln c times its weight;
/// each piece of it counts half of that, at the weight of the heaviest word that it stands in. So forms
/// of one word are alike in part, and a word of every text counts for little.
public struct WeighedWords: Sendable {
  private static let pieceShare = 0.5

  private struct Feature {
    let key: UInt64
    let weight: Double
  }

  /// In the order of their keys, so that sums do not depend on how they were gathered.
  private let features: [Feature]
  private let total: Double

  /// O(words · log words). `weight` is asked once a word.
  public init(_ bag: WordBag, weight: (UInt32) throws -> Double) rethrows {
    var pieces: [UInt32: (weight: Double, count: Int)] = [:]
    var features: [Feature] = []
    features.reserveCapacity(bag.words.count * 6)
    for word in bag.words {
      let heft = try weight(word.number)
      features.append(Feature(key: UInt64(word.number), weight: heft * Self.times(word.count)))
      for piece in word.pieces {
        let known = pieces[piece] ?? (0, 0)
        pieces[piece] = (max(known.weight, heft), known.count + word.count)
      }
    }
    for (piece, use) in pieces {
      features.append(
        Feature(
          key: 1 << 32 | UInt64(piece),
          weight: use.weight * Self.times(use.count) * Self.pieceShare))
    }
    features.sort { $0.key < $1.key }
    self.features = features
    total = features.reduce(0) { $0 + $1.weight }
  }

  /// In [0, 1], the same in both directions, 1 for the same words in whatever order, and rounded to
  /// 2⁻²⁰ so that machines agree. nil where one of the two has no words. O(words of both).
  public func likeness(to other: WeighedWords) -> Double? {
    guard total > 0, other.total > 0 else { return nil }
    var shared = 0.0
    var (left, right) = (0, 0)
    while left < features.count, right < other.features.count {
      let (one, two) = (features[left], other.features[right])
      if one.key == two.key { shared += min(one.weight, two.weight) }
      if one.key <= two.key { left += 1 }
      if two.key <= one.key { right += 1 }
    }
    return (2 * shared / (total + other.total) * 0x1p20).rounded() * 0x1p-20
  }

  private static func times(_ count: Int) -> Double {
    count == 1 ? 1 : 1 + log(Double(count))
  }
}
