import Agreement
import Testing

struct GoldSuspicionTests {
  private func count(_ failed: Int, of asked: Int) -> GoldSuspicion.Count {
    GoldSuspicion.Count(asked: asked, failed: failed)
  }

  @Test func `the chance is the tail of the binomial distribution`() throws {
    let found = GoldSuspicion.all([count(4, of: 5), count(9, of: 99)])
    let one = try #require(found.first)
    #expect(found.count == 1)
    #expect(one.item == 0)
    #expect(one.usual == 9.5 / 100)
    let p = 0.095
    var tail = 0.0
    for failed in 4...5 {
      let ways = failed == 4 ? 5.0 : 1.0
      var term = ways
      for _ in 0..<failed { term *= p }
      for _ in failed..<5 { term *= 1 - p }
      tail += term
    }
    #expect(abs(one.chance - tail) < 1e-12)
  }

  @Test func `what few fail, or hardly anybody answered, is not suspected`() {
    #expect(GoldSuspicion.all([count(1, of: 1), count(0, of: 50)]).isEmpty)
    #expect(GoldSuspicion.all([count(5, of: 11), count(0, of: 200)]).isEmpty)
    #expect(GoldSuspicion.all([]).isEmpty)
    #expect(GoldSuspicion.all([count(0, of: 0)]).isEmpty)
  }

  @Test func `where everybody fails everything no single item stands out`() {
    #expect(GoldSuspicion.all(Array(repeating: count(4, of: 5), count: 20)).isEmpty)
  }

  @Test func `the more items were looked at, the less likely one must be`() {
    let alone = [count(2, of: 2), count(9, of: 90)]
    #expect(GoldSuspicion.all(alone).map(\.item) == [0])
    let many = [count(2, of: 2)] + Array(repeating: count(1, of: 10), count: 9)
    #expect(GoldSuspicion.all(many).isEmpty)
  }

  @Test func `the least likely stands first`() {
    let counts = [count(5, of: 6), count(0, of: 40), count(9, of: 9)]
    #expect(GoldSuspicion.all(counts).map(\.item) == [2, 0])
  }
}
