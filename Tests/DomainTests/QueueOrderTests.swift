import Domain
import Testing

struct QueueOrderTests {
  @Test func `a closer contest is worth more, and cost counts`() {
    let close = ExpectedGain(
      votes: [.init(votes: 3, cost: 1), .init(votes: 2, cost: 1)], admissible: 3)
    let clear = ExpectedGain(
      votes: [.init(votes: 4, cost: 1), .init(votes: 1, cost: 1)], admissible: 3)
    let dear = ExpectedGain(
      votes: [.init(votes: 4, cost: 1), .init(votes: 1, cost: 5)], admissible: 3)
    #expect(close.gain > clear.gain)
    #expect(dear.gain > close.gain)
    #expect(dear.wrong == clear.wrong)
  }

  @Test func `the figures are those of the formula`() {
    let figures = ExpectedGain(
      votes: [.init(votes: 3, cost: 1), .init(votes: 2, cost: 1)], admissible: 2)
    let right = (3 + 0.25) / 5.5
    #expect(abs(figures.wrong - (1 - right)) < 1e-6)
    #expect(abs(figures.gain - (0.8 * (1 - right) + 0.2 * 0.4)) < 1e-6)
  }

  @Test func `no votes are worth nothing`() {
    #expect(ExpectedGain(votes: [], admissible: 2).gain == 0)
  }

  @Test func `draws are the same on every machine`() {
    var order = SeededOrder(seed: 42)
    #expect(order.next() == 13_679_457_532_755_275_413)
    #expect(order.next() == 2_949_826_092_126_892_291)
    var shuffle = SeededOrder(seed: 7)
    #expect(shuffle.permutation(of: 8).sorted() == Array(0..<8))
    #expect(SeededOrder.hash("a", "bc") != SeededOrder.hash("ab", "c"))
    #expect(SeededOrder.hash("x") == SeededOrder.hash("x"))
  }

  @Test func `a lease is granted, renewed, refused and taken over`() {
    let unit = UnitID(item: ItemID("1"))
    let now = Instant(milliseconds: 1000)
    let anna = MemberID("anna")
    let ben = MemberID("ben")
    guard
      case .granted(let first, nil) = Lease.claim(
        unit, by: anna, at: now, standing: nil, manner: .ask)
    else {
      Issue.record("a free unit is granted")
      return
    }
    #expect(first.until.milliseconds == 601_000)
    #expect(
      Lease.claim(unit, by: ben, at: now, standing: first, manner: .ask)
        == .heldBy(anna, until: first.until))
    let taken = Lease.claim(unit, by: ben, at: now, standing: first, manner: .takeOver)
    #expect(
      taken
        == .granted(
          Lease(unit: unit, holder: ben, until: first.until, fence: 1), tookOver: anna))
    let late = Instant(milliseconds: 700_000)
    guard
      case .granted(let next, nil) = Lease.claim(
        unit, by: ben, at: late, standing: first, manner: .ask)
    else {
      Issue.record("a lease that ran out is free")
      return
    }
    #expect(next.fence == 1)
  }
}
