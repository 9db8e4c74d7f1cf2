/// Makes proofs from all leaves of a tree, as RFC 6962, sections 2.1.1 and 2.1.2, defines them.
public struct MerkleProver: Sendable {
  private let leaves: [TreeHash]

  /// - Parameter leaves: of the whole log, or of as much of it as proofs are wanted of.
  public init(leaves: [TreeHash]) {
    self.leaves = leaves
  }

  /// How many leaves there are.
  public var size: Int { leaves.count }

  /// The root of the first `size` leaves. O(size).
  public func root(ofFirst size: Int) -> TreeHash {
    precondition(size >= 0 && size <= leaves.count, "a tree has no more leaves than there are")
    return root(0..<size)
  }

  /// The path from a leaf to the root of the first `size` leaves. O(size).
  ///
  /// - Returns: nil where the tree has no such leaf.
  public func inclusion(of index: Int, size: Int) -> InclusionProof? {
    guard index >= 0, index < size, size <= leaves.count else { return nil }
    return InclusionProof(index: index, size: size, path: path(to: index, in: 0..<size))
  }

  /// What shows that the first `older` leaves are a prefix of the first `newer`. O(newer).
  ///
  /// - Returns: nil where there are no such trees. Of nothing everything is a prefix, and needs no path.
  public func consistency(from older: Int, to newer: Int) -> ConsistencyProof? {
    guard older >= 0, older <= newer, newer <= leaves.count else { return nil }
    let path =
      older == 0 || older == newer ? [] : steps(older, in: 0..<newer, isWhole: true)
    return ConsistencyProof(older: older, newer: newer, path: path)
  }

  private func root(_ range: Range<Int>) -> TreeHash {
    guard range.count > 1 else { return range.isEmpty ? .empty : leaves[range.lowerBound] }
    let cut = range.lowerBound + Self.split(range.count)
    return .node(root(range.lowerBound..<cut), root(cut..<range.upperBound))
  }

  private func path(to index: Int, in range: Range<Int>) -> [TreeHash] {
    guard range.count > 1 else { return [] }
    let cut = range.lowerBound + Self.split(range.count)
    let (left, right) = (range.lowerBound..<cut, cut..<range.upperBound)
    return index < cut
      ? path(to: index, in: left) + [root(right)] : path(to: index, in: right) + [root(left)]
  }

  /// - Parameter isWhole: whether the older tree's root is that of this range, so that the reader has it.
  private func steps(_ older: Int, in range: Range<Int>, isWhole: Bool) -> [TreeHash] {
    guard older < range.count else { return isWhole ? [] : [root(range)] }
    let half = Self.split(range.count)
    let cut = range.lowerBound + half
    let (left, right) = (range.lowerBound..<cut, cut..<range.upperBound)
    return older <= half
      ? steps(older, in: left, isWhole: isWhole) + [root(right)]
      : steps(older - half, in: right, isWhole: false) + [root(left)]
  }

  /// The largest power of two below `count`, which is at least 2.
  private static func split(_ count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }
}
