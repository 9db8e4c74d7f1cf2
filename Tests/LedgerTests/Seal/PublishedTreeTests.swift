import Domain
import Ledger
import Testing

/// The tree of eight leaves that certificate-transparency's own tests use (RFC 6962; merkletree tests
/// of github.com/google/certificate-transparency), with its published roots and proofs.
@Suite struct PublishedTreeTests {
  private static let leaves = [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
  ]
  private static let roots = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]
  private static let second = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
  private static let thirdAndFourth =
    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
  private static let fifth = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
  private static let fifthAndSixth =
    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
  private static let lastTwo = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
  private static let lastFour = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"

  /// One line's hash in our log is the leaf hash of RFC 6962: SHA-256 of a zero byte and the data.
  private var prover: MerkleProver {
    MerkleProver(
      leaves: Self.leaves.map { hex in
        let digits = Array(hex)
        let data = stride(from: 0, to: digits.count, by: 2).compactMap {
          UInt8(String(digits[$0...($0 + 1)]), radix: 16)
        }
        return TreeHash(leaf: .sha256(of: [0] + data))
      })
  }

  @Test func `roots are the published ones`() {
    let prover = prover
    for (size, root) in Self.roots.enumerated() {
      #expect(prover.root(ofFirst: size).hex == root)
    }
  }

  @Test func `paths to leaves are the published ones`() throws {
    let prover = prover
    func path(_ index: Int, _ size: Int) throws -> [String] {
      try #require(prover.inclusion(of: index, size: size)).path.map(\.hex)
    }
    #expect(try path(0, 1) == [])
    #expect(try path(0, 8) == [Self.second, Self.thirdAndFourth, Self.lastFour])
    #expect(try path(5, 8) == [Self.fifth, Self.lastTwo, Self.roots[4]])
    #expect(try path(2, 3) == [Self.roots[2]])
    #expect(try path(1, 5) == [Self.roots[1], Self.thirdAndFourth, Self.fifth])
  }

  @Test func `paths between sizes are the published ones`() throws {
    let prover = prover
    func path(_ older: Int, _ newer: Int) throws -> [String] {
      try #require(prover.consistency(from: older, to: newer)).path.map(\.hex)
    }
    #expect(try path(1, 1) == [])
    #expect(try path(1, 8) == [Self.second, Self.thirdAndFourth, Self.lastFour])
    #expect(try path(6, 8) == [Self.fifthAndSixth, Self.lastTwo, Self.roots[4]])
    #expect(try path(2, 5) == [Self.thirdAndFourth, Self.fifth])
  }
}
