import Ledger
import TeamStore
import TestSupport
import Testing

/// Servers that could lose what they acknowledged are not used.
@Suite struct FitnessTests {
  @Test func `a user for whom commits are not waited for is sent away`() throws {
    guard let place = try TeamPlace() else { return }
    try place.server.sql("CREATE ROLE hasty LOGIN; ALTER ROLE hasty SET synchronous_commit = off")
    expectUnfit("synchronous_commit", place.server.address(as: "hasty", schema: place.schema))
  }

  @Test func `a database in another encoding is not used`() throws {
    guard let place = try TeamPlace() else { return }
    try place.server.sql(
      "CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    expectUnfit(
      "UTF8", place.server.address(as: "lena", schema: place.schema, database: "latin"))
  }

  @Test func `a server without fsync, and a standby, are not used`() throws {
    guard let server = PostgresServer.own(), let place = try TeamPlace(on: server) else { return }
    try place.found()
    let address = server.address(as: "lena", schema: place.schema)
    for setting in ["fsync", "full_page_writes"] {
      try server.set("\(setting) = off")
      try server.stop()
      try server.start()
      expectUnfit(setting, address)
      try server.set("\(setting) = on")
    }
    try server.makeStandby()
    try server.stop()
    try server.start()
    expectUnfit("standby", address)
  }

  @Test func `sessions have their limits set`() throws {
    guard let place = try TeamPlace() else { return }
    try place.found()
    // Held by somebody who was stopped within a transaction.
    var times = ServerTimes()
    times.lock = 200
    let store = try place.store(as: "ruth", times: times)
    let head = try store.head()
    let holder = try place.holdHead(for: 1.5)
    let error = #expect(throws: LedgerError.self) {
      try store.append([place.comment("waits", by: "ruth")], expecting: head)
    }
    guard case .server(let failure) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(failure.kind == .busy)
    _ = try holder.get()
    #expect(try store.head() == head)
  }

  private func expectUnfit(_ word: String, _ address: String) {
    let failure = #expect(throws: ServerFailure.self) {
      try ConnectionPool(try ServerAddress(address)).user()
    }
    #expect(failure?.kind == .unsuitable)
    #expect(failure?.reason.contains(word) == true, "\(String(describing: failure))")
  }
}
