import Domain
import Testing

@testable import Ledger

/// Every tree up to 64 leaves, and every proof there is of it.
@Suite struct TreeTests {
  private static let most = 64
  private let leaves = (0..<Self.most).map { TreeHash(leaf: .sha256(of: "leaf \($0)")) }

  @Test func `frontier, verifier and definition arrive at one root`() {
    let prover = MerkleProver(leaves: leaves)
    var frontier = MerkleFrontier()
    var tree = VerifiedTree()
    #expect(frontier.root == .empty)
    #expect(tree.root == .empty)
    for size in 1...Self.most {
      frontier.append(leaves[size - 1])
      tree.add(leaves[size - 1])
      #expect(frontier.size == size)
      #expect(frontier.root == prover.root(ofFirst: size))
      #expect(tree.root == frontier.root)
      #expect(frontier.peaks.count == size.nonzeroBitCount)
      #expect(MerkleFrontier(size: size, peaks: frontier.peaks) == frontier)
      #expect(MerkleFrontier(size: size, peaks: Array(frontier.peaks.dropLast())) == nil)
    }
  }

  @Test func `every leaf of every tree is proved, and nothing else by its proof`() throws {
    let prover = MerkleProver(leaves: leaves)
    let roots = (0...Self.most).map { prover.root(ofFirst: $0) }
    for size in 1...Self.most {
      for index in 0..<size {
        let proof = try #require(prover.inclusion(of: index, size: size))
        #expect(proof.verifies(leaf: leaves[index], root: roots[size]))
        #expect(!proof.verifies(leaf: leaves[(index + 1) % Self.most], root: roots[size]))
        #expect(!proof.verifies(leaf: leaves[index], root: roots[size - 1]))
        for wrong in damaged(proof.path) {
          let other = InclusionProof(index: index, size: size, path: wrong)
          #expect(!other.verifies(leaf: leaves[index], root: roots[size]))
        }
        for place in 0..<size where place != index {
          let other = InclusionProof(index: place, size: size, path: proof.path)
          #expect(!other.verifies(leaf: leaves[index], root: roots[size]))
        }
      }
      #expect(prover.inclusion(of: size, size: size) == nil)
    }
    #expect(prover.inclusion(of: 0, size: Self.most + 1) == nil)
    #expect(prover.inclusion(of: -1, size: 4) == nil)
  }

  @Test func `every tree is proved to continue every smaller one, and no other`() throws {
    let prover = MerkleProver(leaves: leaves)
    let roots = (0...Self.most).map { prover.root(ofFirst: $0) }
    let stranger = TreeHash(leaf: .sha256(of: "another log"))
    for newer in 0...Self.most {
      for older in 0...newer {
        let proof = try #require(prover.consistency(from: older, to: newer))
        #expect(proof.verifies(olderRoot: roots[older], newerRoot: roots[newer]))
        #expect(!proof.verifies(olderRoot: stranger, newerRoot: roots[newer]))
        guard older > 0 else { continue }
        #expect(!proof.verifies(olderRoot: roots[older], newerRoot: stranger))
        for wrong in damaged(proof.path) {
          let other = ConsistencyProof(older: older, newer: newer, path: wrong)
          #expect(!other.verifies(olderRoot: roots[older], newerRoot: roots[newer]))
        }
        for size in 1..<newer where size != older {
          let other = ConsistencyProof(older: size, newer: newer, path: proof.path)
          #expect(!other.verifies(olderRoot: roots[older], newerRoot: roots[newer]))
        }
      }
    }
    #expect(prover.consistency(from: 3, to: 2) == nil)
    #expect(prover.consistency(from: 3, to: Self.most + 1) == nil)
    let backwards = ConsistencyProof(older: 4, newer: 3, path: [])
    #expect(!backwards.verifies(olderRoot: roots[4], newerRoot: roots[3]))
  }

  /// A line that was changed in a log is in no proof for it, whatever tree is made around it.
  @Test func `a rewritten log does not continue the one that was sealed`() throws {
    let old = MerkleProver(leaves: leaves)
    for changed in stride(from: 0, to: 40, by: 3) {
      var rewritten = leaves
      rewritten[changed] = TreeHash(leaf: .sha256(of: "rewritten"))
      let new = MerkleProver(leaves: rewritten)
      for size in (changed + 1)...Self.most {
        let proof = try #require(new.consistency(from: size, to: Self.most))
        let isTaken = proof.verifies(
          olderRoot: old.root(ofFirst: size), newerRoot: new.root(ofFirst: Self.most))
        #expect(!isTaken)
      }
    }
  }

  /// The path with each hash changed, each left out, one more at either end.
  private func damaged(_ path: [TreeHash]) -> [[TreeHash]] {
    let other = TreeHash(leaf: .sha256(of: "damage"))
    var variants = [path + [other], [other] + path]
    for index in path.indices {
      var changed = path
      changed[index] = other
      variants.append(changed)
      changed.remove(at: index)
      variants.append(changed)
    }
    return variants
  }
}
