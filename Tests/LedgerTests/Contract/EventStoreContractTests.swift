import Domain
import Ledger
import Testing

/// What every `EventStore` promises.
@Suite struct EventStoreContractTests {
  @Test(arguments: StoreUnderTest.allCases)
  func `a new log is empty`(kind: StoreUnderTest) throws {
    let store = try kind.make()
    #expect(try store.head() == .empty)
    #expect(try store.read(from: 0, limit: 10).isEmpty)
  }

  @Test(arguments: StoreUnderTest.allCases)
  func `what was appended is read back, in order and chained`(kind: StoreUnderTest) throws {
    let store = try kind.make()
    let drafts = MadeLog.drafts(count: 120)
    var head = Head.empty
    for group in stride(from: 0, to: drafts.count, by: 7) {
      let part = Array(drafts[group..<min(group + 7, drafts.count)])
      guard case .appended(let events) = try store.append(part, expecting: head),
        let last = events.last
      else {
        Issue.record("an append at the head is taken")
        return
      }
      #expect(events.map(\.draft) == part)
      head = Head(of: last)
      #expect(try store.head() == head)
    }
    let events = try store.read(from: 0, limit: 1000)
    #expect(events.map(\.draft) == drafts)
    #expect(events.map(\.seq) == Array(0..<drafts.count))
    #expect(events.map(\.previous) == [.zero] + events.dropLast().map(\.hash))
  }

  @Test(arguments: StoreUnderTest.allCases)
  func `a page is read from anywhere`(kind: StoreUnderTest) throws {
    let store = try kind.make()
    let drafts = MadeLog.drafts(count: 60)
    _ = try store.append(drafts, expecting: .empty)
    for from in stride(from: 0, to: drafts.count + 5, by: 3) {
      let events = try store.read(from: from, limit: 4)
      #expect(events.map(\.draft) == Array(drafts.dropFirst(from).prefix(4)))
    }
    #expect(try store.read(from: 3, limit: 0).isEmpty)
    #expect(try store.read(from: 50, limit: Int.max).map(\.seq) == Array(50..<drafts.count))
    var seen = 0
    try store.forEachEvent(from: 10, blockOf: 8) { event in
      #expect(event.seq == 10 + seen)
      seen += 1
      return seen < 30
    }
    #expect(seen == 30)
  }

  @Test(arguments: StoreUnderTest.allCases)
  func `an append that expects an older head is a conflict and writes nothing`(
    kind: StoreUnderTest
  ) throws {
    let store = try kind.make()
    let drafts = MadeLog.drafts(count: 20)
    _ = try store.append(Array(drafts[0..<5]), expecting: .empty)
    let seen = try store.head()
    _ = try store.append([drafts[5]], expecting: seen)
    let now = try store.head()
    #expect(try store.append([drafts[6], drafts[7]], expecting: seen) == .conflict(now))
    #expect(try store.append([drafts[6]], expecting: .empty) == .conflict(now))
    #expect(try store.head() == now)
  }

  @Test(arguments: StoreUnderTest.allCases)
  func `the same operations again are already there`(kind: StoreUnderTest) throws {
    let store = try kind.make()
    let drafts = MadeLog.drafts(count: 20)
    _ = try store.append(Array(drafts[0..<5]), expecting: .empty)
    let seen = try store.head()
    guard case .appended(let events) = try store.append([drafts[5], drafts[6]], expecting: seen)
    else {
      Issue.record("an append at the head is taken")
      return
    }
    _ = try store.append([drafts[7]], expecting: try store.head())
    let again = try store.append([drafts[5], drafts[6]], expecting: seen)
    #expect(again == .alreadyThere(events))
    #expect(try store.head().seq == 7)
  }

  @Test(arguments: StoreUnderTest.allCases)
  func `half a group that is there is a conflict`(kind: StoreUnderTest) throws {
    let store = try kind.make()
    let drafts = MadeLog.drafts(count: 20)
    _ = try store.append([drafts[0]], expecting: .empty)
    let now = try store.head()
    #expect(try store.append([drafts[0], drafts[1]], expecting: .empty) == .conflict(now))
  }

  @Test(arguments: StoreUnderTest.allCases)
  func `no drafts are appended as no events`(kind: StoreUnderTest) throws {
    let store = try kind.make()
    #expect(try store.append([], expecting: .empty) == .appended([]))
    #expect(try store.head() == .empty)
  }

  @Test(arguments: StoreUnderTest.allCases)
  func `a head that the log never had means that the log is broken`(kind: StoreUnderTest) throws {
    let store = try kind.make()
    let drafts = MadeLog.drafts(count: 20)
    _ = try store.append(Array(drafts[0..<3]), expecting: .empty)
    let ahead = Head(seq: 9, hash: .sha256(of: "elsewhere"))
    let other = Head(seq: 1, hash: .sha256(of: "elsewhere"))
    for head in [ahead, other] {
      let error = #expect(throws: LedgerError.self) {
        try store.append([drafts[3]], expecting: head)
      }
      guard case .broken = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
    #expect(try store.head().seq == 2)
  }

  @Test(arguments: StoreUnderTest.allCases)
  func `a draft that does not fit is refused and nothing of its group is written`(
    kind: StoreUnderTest
  ) throws {
    let store = try kind.make()
    let drafts = MadeLog.drafts(count: 20)
    _ = try store.append(Array(drafts[0..<3]), expecting: .empty)
    let head = try store.head()
    let wide = EventBody.refused(
      RefusalRecord(attempt: String(repeating: "w", count: 70_000), unit: nil, code: "x"))
    let nul = EventBody.refused(RefusalRecord(attempt: "a\u{0}b", unit: nil, code: "x"))
    for body in [wide, nul] {
      let draft = EventDraft(
        operation: OperationID(high: 5, low: 5), at: Instant(milliseconds: 0),
        actor: MemberID("lena"), isSandbox: false, body: body)
      let error = #expect(throws: LedgerError.self) {
        try store.append([drafts[3], draft], expecting: head)
      }
      guard case .payload = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
    #expect(try store.head() == head)
  }
}
