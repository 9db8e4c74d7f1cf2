/// The tree over a log's lines as a verification builds it: the root of a full subtree for each bit of
/// the size, lowest first.
///
/// The writer has its own; that both arrive at one root is what a checkpoint is checked by.
struct VerifiedTree {
  private var levels: [TreeHash?] = []

  mutating func add(_ leaf: TreeHash) {
    var carry = leaf
    for level in levels.indices {
      guard let left = levels[level] else {
        levels[level] = carry
        return
      }
      levels[level] = nil
      carry = .node(left, carry)
    }
    levels.append(carry)
  }

  /// The root over all leaves so far.
  var root: TreeHash {
    var root: TreeHash?
    for case let left? in levels {
      root = root.map { .node(left, $0) } ?? left
    }
    return root ?? .empty
  }
}
