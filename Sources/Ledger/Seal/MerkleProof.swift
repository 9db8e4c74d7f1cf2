/// The path from a leaf to a tree's root: shows that a line stands in a log of which only the root is
/// known.
public struct InclusionProof: Hashable, Sendable {
  /// The leaf's position, from 0.
  public let index: Int
  /// Leaves of the tree.
  public let size: Int
  /// The hashes beside the way up, lowest first.
  public let path: [TreeHash]

  public init(index: Int, size: Int, path: [TreeHash]) {
    self.index = index
    self.size = size
    self.path = path
  }

  /// Whether the path leads from this leaf to this root. RFC 9162, section 2.1.3.2.
  public func verifies(leaf: TreeHash, root: TreeHash) -> Bool {
    guard index >= 0, index < size else { return false }
    var (place, last) = (index, size - 1)
    var node = leaf
    for sibling in path {
      guard last != 0 else { return false }
      if place & 1 == 1 || place == last {
        node = .node(sibling, node)
        while place & 1 == 0, place != 0 {
          place >>= 1
          last >>= 1
        }
      } else {
        node = .node(node, sibling)
      }
      place >>= 1
      last >>= 1
    }
    return last == 0 && node == root
  }
}

/// Hashes that lead to the roots of an older and of a newer tree: shows that nothing of the older one
/// was changed.
public struct ConsistencyProof: Hashable, Sendable {
  /// Leaves of the older tree.
  public let older: Int
  /// Leaves of the newer tree.
  public let newer: Int
  public let path: [TreeHash]

  public init(older: Int, newer: Int, path: [TreeHash]) {
    self.older = older
    self.newer = newer
    self.path = path
  }

  /// Whether the path leads to both roots. RFC 9162, section 2.1.4.2; of a tree without leaves every
  /// tree is a continuation.
  public func verifies(olderRoot: TreeHash, newerRoot: TreeHash) -> Bool {
    guard older >= 0, older <= newer else { return false }
    if older == newer { return path.isEmpty && olderRoot == newerRoot }
    if older == 0 { return path.isEmpty && olderRoot == .empty }
    // Where the older tree is one full subtree, its root begins the way and is left out of the path.
    let whole = older & (older - 1) == 0
    guard let first = whole ? olderRoot : path.first else { return false }
    var (place, last) = (older - 1, newer - 1)
    while place & 1 == 1 {
      place >>= 1
      last >>= 1
    }
    var (old, new) = (first, first)
    for node in path.dropFirst(whole ? 0 : 1) {
      guard last != 0 else { return false }
      if place & 1 == 1 || place == last {
        old = .node(node, old)
        new = .node(node, new)
        while place & 1 == 0, place != 0 {
          place >>= 1
          last >>= 1
        }
      } else {
        new = .node(new, node)
      }
      place >>= 1
      last >>= 1
    }
    return last == 0 && old == olderRoot && new == newerRoot
  }
}
