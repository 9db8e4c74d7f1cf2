/// A tree of RFC 6962 that leaves are added to, of which only the roots of whole subtrees are kept.
///
/// A tree of n leaves falls into one full subtree for each bit of n, the largest first; their roots
/// are all that is needed to go on. O(log n) memory, and O(1) amortised for a leaf.
public struct MerkleFrontier: Hashable, Sendable {
  /// Leaves so far.
  public private(set) var size: Int
  /// The roots of the full subtrees, largest first.
  public private(set) var peaks: [TreeHash]

  public init() {
    size = 0
    peaks = []
  }

  /// A tree as it was kept elsewhere.
  ///
  /// - Returns: nil where a tree of this size does not have so many full subtrees.
  public init?(size: Int, peaks: [TreeHash]) {
    guard size >= 0, peaks.count == size.nonzeroBitCount else { return nil }
    self.size = size
    self.peaks = peaks
  }

  /// Adds a leaf behind the others.
  public mutating func append(_ leaf: TreeHash) {
    var node = leaf
    var rest = size
    while rest & 1 == 1, let left = peaks.popLast() {
      node = .node(left, node)
      rest >>= 1
    }
    peaks.append(node)
    size += 1
  }

  /// The tree's root. O(log n).
  public var root: TreeHash {
    guard let last = peaks.last else { return .empty }
    return peaks.dropLast().reversed().reduce(last) { .node($1, $0) }
  }
}
