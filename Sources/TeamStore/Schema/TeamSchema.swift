package import Domain
package import Ledger

/// The tables and functions of one schema: made, looked for, removed.
package struct TeamSchema: Sendable {
  /// The version that this program makes and understands.
  package static let version = 4

  private let pool: ConnectionPool

  package init(_ pool: ConnectionPool) {
    self.pool = pool
  }

  /// What lies in the schema that the address names.
  package enum Contents: Hashable, Sendable {
    /// No such schema, or an empty one.
    case nothing
    /// Tables without a project.
    case empty
    case project(OperationID, Head)
  }

  /// - Throws: `.forbidden` where this user may not look, `.unsuitable` where the schema is of another
  ///   version or holds what is not ours.
  package func contents() throws(ServerFailure) -> Contents {
    try pool.repeating { connection throws(ServerFailure) in
      let found = try connection.query(
        """
        SELECT has_schema_privilege(n.oid, 'USAGE'),
          EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = n.oid AND c.relname = 'head'),
          EXISTS (SELECT FROM pg_proc p WHERE p.pronamespace = n.oid AND p.proname = 'schema_version'),
          EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = n.oid)
        FROM pg_namespace n WHERE n.nspname = $1
        """, [.text(pool.address.schema)])
      guard !found.isEmpty else { return .nothing }
      guard found.boolean(0, 0) == true else { throw failure(.forbidden, Self.notInvited) }
      guard found.boolean(0, 1) == true, found.boolean(0, 2) == true else {
        guard found.boolean(0, 3) != true else {
          throw failure(.unsuitable, "the schema \(pool.address.schema) holds something else")
        }
        return .nothing
      }
      try requireVersion(connection)
      let heads = try connection.query("SELECT project, seq, hash FROM head ORDER BY project")
      guard heads.count < 2 else {
        throw failure(.unsuitable, "the schema holds more than one project")
      }
      guard !heads.isEmpty else { return .empty }
      guard let project = heads.text(0, 0).flatMap({ OperationID(hex: $0) }),
        let seq = heads.integer(0, 1), let hash = heads.text(0, 2).flatMap({ Digest(hex: $0) })
      else { throw failure(.unsuitable, "the schema's head is none of ours") }
      return .project(project, Head(seq: seq, hash: hash))
    }
  }

  /// Makes schema, tables and functions where they are missing, and an empty log for a project, all as
  /// one step.
  ///
  /// - Returns: whether the schema was made just now.
  package func create(_ project: OperationID) throws(ServerFailure) -> Bool {
    let contents = try contents()
    if case .project = contents {
      throw failure(.unsuitable, "the schema \(pool.address.schema) holds a project already")
    }
    return try pool.transaction { connection throws(ServerFailure) in
      var isNew = false
      if contents == .nothing {
        // A schema that somebody prepared for us is used; its owner removes it, not we.
        let isPrepared = try !connection.query(
          "SELECT 1 FROM pg_namespace n WHERE n.nspname = $1", [.text(pool.address.schema)]
        ).isEmpty
        if !isPrepared { try connection.script("CREATE SCHEMA \(pool.address.schema)") }
        isNew = !isPrepared
        for part in Self.parts { try connection.script(String(decoding: part, as: UTF8.self)) }
      }
      _ = try connection.query(
        "INSERT INTO head (project, seq, hash) VALUES ($1, -1, $2)",
        [.text(project.hex), .text(Digest.zero.hex)])
      return isNew
    }
  }

  /// Removes everything again: for a project that was not finished.
  package func drop() throws(ServerFailure) {
    try pool.repeating { connection throws(ServerFailure) in
      try connection.script("DROP SCHEMA IF EXISTS \(pool.address.schema) CASCADE")
    }
  }

  /// The statements that make it, in their order; see the files in `sql/`.
  private static var parts: [[UInt8]] {
    [
      PackageResources.tables_sql, PackageResources.people_sql, PackageResources.log_sql,
      PackageResources.batches_sql, PackageResources.counts_sql, PackageResources.leases_sql,
      PackageResources.wall_sql,
    ]
  }

  private func requireVersion(_ connection: Connection) throws(ServerFailure) {
    let version = try connection.query("SELECT schema_version()").integer(0, 0) ?? 0
    guard version == Self.version else {
      throw failure(
        .unsuitable,
        "its tables are of version \(version), and this program knows \(Self.version)")
    }
  }

  private static let notInvited =
    "this user may not use the project's schema. A lead adds them: tiebreak member add NAME --os LOGIN"

  private func failure(_ kind: ServerFailure.Kind, _ reason: String) -> ServerFailure {
    ServerFailure(kind: kind, server: pool.address.shown, reason: reason)
  }
}
