import Domain
import Ledger
import TeamStore
import TestSupport

/// An empty log in PostgreSQL, in a schema of its own, that takes any history.
enum TeamStoreUnderTest {
  /// As many batches are there as a made log may name.
  private static let batches = 60

  static func make(on server: PostgresServer) throws -> PostgresEventStore {
    let address = try ServerAddress(server.address(as: "lena", schema: server.newSchema()))
    let pool = ConnectionPool(address)
    let project = OperationID(high: 1, low: 2)
    _ = try TeamSchema(pool).create(project)
    let batches = TeamBatches(pool, project: project)
    for number in 1...Self.batches {
      let digest = Digest.sha256(of: "batch \(number)")
      try batches.bring(digest, orThrow: { $0 }, next: { () throws(ServerFailure) in nil })
    }
    return try PostgresEventStore(pool, project: project, manner: .loading)
  }
}
