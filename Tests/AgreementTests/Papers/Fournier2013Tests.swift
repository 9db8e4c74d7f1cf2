import Agreement
import Testing

/// C. Fournier (2013), Evaluating Text Segmentation using Boundary Edit Distance, ACL: boundary
/// similarity weighs a near miss by half at n_t = 2, and what is missed in full.
@Suite struct Fournier2013Tests {
  @Test func `matches, near misses and misses`() {
    #expect(BoundarySimilarity(masses: [2, 3, 6], [2, 3, 6]).value == 1)
    #expect(BoundarySimilarity(masses: [11], [11]).value == 1)
    #expect(BoundarySimilarity(masses: [5, 6], [11]).value == 0)
    #expect(BoundarySimilarity(masses: [5, 6], [4, 7]).value == 0.5)
    #expect(BoundarySimilarity(masses: [5, 6], [3, 8]).value == 0)
    #expect(BoundarySimilarity(masses: [5, 6], [3, 8], window: 3).value == 1 - 2.0 / 3)
    #expect(BoundarySimilarity(masses: [2, 3, 6], [5, 6]).value == 0.5)
    let near = BoundarySimilarity(masses: [2, 3, 6], [1, 1, 3, 1, 5])
    #expect([near.matches, near.nearMisses, near.additions] == [2, 0, 2])
  }
}
