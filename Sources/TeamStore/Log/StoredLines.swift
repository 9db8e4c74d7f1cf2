package import Domain
package import Ledger

/// The log's lines as they stand on the server, in the order of their positions and held against
/// nothing: for exports, and for a check that is to say what is wrong.
package struct StoredLines: Sendable {
  private let pool: ConnectionPool
  private let project: OperationID
  private static let page = 2048

  package init(_ pool: ConnectionPool, project: OperationID) {
    self.pool = pool
    self.project = project
  }

  /// The head as it stands; nil where there is none.
  package func head() throws(ServerFailure) -> Head? {
    let rows = try pool.repeating { connection throws(ServerFailure) in
      try connection.query(
        "SELECT h.seq, h.hash FROM head h WHERE h.project = $1", [.text(project.hex)])
    }
    guard let seq = rows.integer(0, 0), let hash = rows.text(0, 1).flatMap({ Digest(hex: $0) })
    else { return nil }
    return Head(seq: seq, hash: hash)
  }

  /// Hands over lines from a position on, each without its line feed.
  package func forEach<Failure: Error>(
    from start: Int = 0, orThrow wrap: (ServerFailure) -> Failure,
    _ take: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var next = start
    while true {
      let rows: Rows
      do throws(ServerFailure) {
        rows = try pool.repeating { connection throws(ServerFailure) in
          try connection.query(
            """
            SELECT l.seq, l.line FROM log l WHERE l.project = $1 AND l.seq >= $2
            ORDER BY l.seq LIMIT \(Self.page)
            """, [.text(project.hex), .integer(next)])
        }
      } catch {
        throw wrap(error)
      }
      for row in 0..<rows.count {
        if let line = rows.bytes(row, 1) { try take(line) }
        next = (rows.integer(row, 0) ?? next) + 1
      }
      guard rows.count == Self.page else { return }
    }
  }

  /// Hands over the attachments, each under the digest it is kept by.
  package func forEachAttachment<Failure: Error>(
    orThrow wrap: (ServerFailure) -> Failure, except known: (Digest) -> Bool,
    _ take: (Digest, [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let names: Rows
    do throws(ServerFailure) {
      names = try pool.repeating { connection throws(ServerFailure) in
        try connection.query(
          "SELECT a.digest FROM attachment a WHERE a.project = $1 ORDER BY a.digest",
          [.text(project.hex)])
      }
    } catch {
      throw wrap(error)
    }
    for row in 0..<names.count {
      guard let digest = names.text(row, 0).flatMap({ Digest(hex: $0) }), !known(digest) else {
        continue
      }
      let rows: Rows
      do throws(ServerFailure) {
        rows = try pool.repeating { connection throws(ServerFailure) in
          try connection.query(
            "SELECT a.content FROM attachment a WHERE a.project = $1 AND a.digest = $2",
            [.text(project.hex), .text(digest.hex)])
        }
      } catch {
        throw wrap(error)
      }
      if let bytes = rows.bytes(0, 0) { try take(digest, bytes) }
    }
  }
}
