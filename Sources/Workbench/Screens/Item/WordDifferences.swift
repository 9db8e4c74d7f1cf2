/// Which words two texts do not share, by their places.
///
/// Only the first words of long texts are compared, and nothing is marked where the texts share too
/// little: then everything differs, and marks would say nothing.
package struct WordDifferences: Hashable, Sendable {
  /// Words compared of each text: the comparison takes time in their product.
  static let limit = 400

  package let first: Set<Int>
  package let second: Set<Int>

  static let none = Self(first: [], second: [])

  /// The other way round.
  var swapped: Self { Self(first: second, second: first) }

  package init(_ first: String, _ second: String) {
    let one = TextWords(first, upTo: Self.limit).words
    let other = TextWords(second, upTo: Self.limit).words
    let difference = other.difference(from: one)
    let shared = one.count - difference.removals.count
    guard shared * 10 >= min(one.count, other.count) * 3, shared > 0 else {
      self = .none
      return
    }
    self.first = Set(difference.removals.map(Self.place))
    self.second = Set(difference.insertions.map(Self.place))
  }

  private init(first: Set<Int>, second: Set<Int>) {
    self.first = first
    self.second = second
  }

  private static func place(_ change: CollectionDifference<TextWords.Word>.Change) -> Int {
    switch change {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
