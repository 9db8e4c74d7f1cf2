package import Domain
package import Ledger

/// Signed notes of a log on the server, in their own table.
package struct TeamCheckpoints: CheckpointShelf {
  private let pool: ConnectionPool
  private let project: OperationID

  package init(_ pool: ConnectionPool, project: OperationID) {
    self.pool = pool
    self.project = project
  }

  package func sizes() throws(LedgerError) -> [Int] {
    let rows = try query(
      "SELECT c.size FROM checkpoint c WHERE c.project = $1 ORDER BY c.size", [])
    return (0..<rows.count).compactMap { rows.integer($0, 0) }
  }

  package func note(of size: Int) throws(LedgerError) -> [UInt8]? {
    try query(
      "SELECT c.note FROM checkpoint c WHERE c.project = $1 AND c.size = $2", [.integer(size)]
    ).bytes(0, 0)
  }

  /// Also throws `.server` where there is one of somebody else's, which only a lead replaces.
  package func put(_ note: [UInt8], of size: Int) throws(LedgerError) {
    let rows = try query("SELECT put_checkpoint($1, $2, $3)", [.integer(size), .bytes(note)])
    guard rows.boolean(0, 0) == true else {
      throw .server(
        ServerFailure(
          kind: .forbidden, server: pool.address.shown,
          reason: "the checkpoint of \(size) events is somebody else's"))
    }
  }

  private func query(
    _ statement: String, _ values: [SQLValue]
  ) throws(LedgerError) -> Rows {
    do throws(ServerFailure) {
      return try pool.repeating { connection throws(ServerFailure) in
        try connection.query(statement, [.text(project.hex)] + values)
      }
    } catch {
      throw .server(error)
    }
  }
}
