import Dispatch
import Domain
import Ledger
import TeamStore
import TestSupport
import Testing

/// Appends whose answer was lost: each is in the log once, and never said to have failed.
@Suite struct UnansweredTests {
  @Test(arguments: [LossyProxy.Loss.answer, .silence, .request])
  func `an append without an answer is looked up, and is there once`(
    loss: LossyProxy.Loss
  ) throws {
    guard let place = try TeamPlace() else { return }
    try place.found()
    let proxy = try LossyProxy(before: place.server.socketFolder)
    let store = try self.store(place, through: proxy)
    for round in 0..<5 {
      let head = try store.head()
      proxy.lose(loss)
      let draft = place.comment("round \(round)", by: "ruth")
      let event: Event
      switch try store.append([draft], expecting: head) {
      case .appended(let events), .alreadyThere(let events):
        event = try #require(events.first)
      case .conflict:
        Issue.record("nobody else appended")
        return
      }
      #expect(event.draft == draft)
      #expect(event.seq == head.seq + 1)
      #expect(try store.head() == Head(of: event))
    }
    #expect(proxy.lost == 5)
    let events = try place.store().read(from: 0, limit: 100)
    #expect(events.count == 10)
    #expect(Set(events.map(\.draft.operation)).count == 10)
  }

  @Test func `what came through before others appended is known for one's own`() throws {
    guard let place = try TeamPlace() else { return }
    try place.found()
    let proxy = try LossyProxy(before: place.server.socketFolder)
    let lossy = try self.store(place, through: proxy)
    let other = try place.store(as: "otto")
    let head = try other.head()
    let first = place.comment("first", by: "ruth")
    proxy.lose(.silence)
    let answer = Answer<AppendResult>()
    DispatchQueue.global().async {
      answer.set(Result { try lossy.append([first], expecting: head) })
    }
    // The server has the first; its client does not know yet.
    while try other.head() == head {}
    _ = try other.append([place.comment("second", by: "otto")], expecting: other.head())
    guard case .alreadyThere(let events) = try answer.get() else {
      Issue.record("the first was there")
      return
    }
    #expect(events.map(\.draft) == [first])
    #expect(try other.head().seq == head.seq + 2)
  }

  @Test func `sessions that are ended on the server lose nothing`() throws {
    guard let place = try TeamPlace() else { return }
    try place.found()
    let store = try place.store(as: "ruth")
    var acknowledged: [OperationID] = []
    for round in 0..<40 {
      if round.isMultiple(of: 4) {
        try place.sql(
          """
          SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE usename = 'ruth' AND query LIKE '%head%'
          """)
      }
      let draft = place.comment("round \(round)", by: "ruth")
      switch try store.append([draft], expecting: store.head()) {
      case .appended, .alreadyThere: acknowledged.append(draft.operation)
      case .conflict: Issue.record("nobody else appended")
      }
    }
    let logged = try place.store().read(from: 5, limit: 100).map(\.draft.operation)
    #expect(logged == acknowledged)
  }

  @Test func `a server that crashes and comes back in the middle of it loses nothing`() throws {
    guard let server = PostgresServer.own(), let place = try TeamPlace(on: server) else { return }
    try place.found()
    let store = try place.store(as: "ruth")
    let done = DispatchSemaphore(value: 0)
    let acknowledged = Answer<[OperationID]>()
    DispatchQueue.global().async {
      acknowledged.set(
        Result {
          var operations: [OperationID] = []
          for round in 0..<300 {
            let draft = place.comment("round \(round)", by: "ruth")
            switch try store.append([draft], expecting: store.head()) {
            case .appended, .alreadyThere: operations.append(draft.operation)
            case .conflict: Issue.record("nobody else appended")
            }
          }
          return operations
        })
      done.signal()
    }
    for _ in 0..<2 {
      _ = done.wait(timeout: .now() + .milliseconds(120))
      try server.stop()
      try server.start()
    }
    let operations = try #require(try acknowledged.get())
    #expect(operations.count == 300)
    #expect(try place.store().read(from: 5, limit: 1000).map(\.draft.operation) == operations)
  }

  @Test func `a server that stays away is said to be that, and not that it failed`() throws {
    guard let server = PostgresServer.own(), let place = try TeamPlace(on: server) else { return }
    try place.found()
    var times = ServerTimes()
    times.patience = 400
    let store = try place.store(as: "ruth", times: times)
    let head = try store.head()
    try server.stop()
    let error = #expect(throws: LedgerError.self) {
      try store.append([place.comment("lost?", by: "ruth")], expecting: head)
    }
    guard case .server(let failure) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(failure.isPassing)
  }

  private func store(
    _ place: TeamPlace, through proxy: LossyProxy
  ) throws -> PostgresEventStore {
    var times = ServerTimes()
    times.answer = 700
    times.statement = 500
    let text = place.server.address(as: "ruth", schema: place.schema)
      .replacing(place.server.socketFolder, with: proxy.folder)
    return try PostgresEventStore(
      ConnectionPool(try ServerAddress(text), times: times), project: TeamPlace.project)
  }
}
