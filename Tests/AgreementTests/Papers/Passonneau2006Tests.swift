import Agreement
import Testing

/// R. Passonneau (2006), Measuring agreement on set-valued items: the monotonicity of MASI.
@Suite struct Passonneau2006Tests {
  private let sets = LabelSets([
    ["a", "b"], ["a", "b", "c"], ["b", "c"], ["d"], [], ["b", "a", "a"],
  ])

  @Test func `equal, contained, overlapping, disjoint`() {
    #expect(sets.masi(0, 5) == 0)
    #expect(isNear(sets.masi(0, 1), 1 - 2.0 / 3 * 2 / 3))
    #expect(isNear(sets.masi(0, 2), 1 - 1.0 / 3 * 1 / 3))
    #expect(sets.masi(0, 3) == 1)
  }

  @Test func `empty sets`() {
    #expect(sets.masi(4, 4) == 0)
    #expect(sets.masi(4, 0) == 1)
    #expect(sets.jaccard(0, 4) == 1)
  }
}
