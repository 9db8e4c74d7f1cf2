package import Domain
package import Ledger

/// The imported batches on the server: known by the digest of their lines, never changed.
package struct TeamBatches: Sendable {
  private let pool: ConnectionPool
  private let project: OperationID

  /// Lines in one statement when they are brought.
  private static let block = 2000
  /// Bytes in one statement, after which it is sent.
  private static let blockBytes = 1 << 20
  /// Lines in one statement when they are read.
  private static let page = 4096

  package init(_ pool: ConnectionPool, project: OperationID) {
    self.pool = pool
    self.project = project
  }

  /// Brings a batch, all of it or nothing. One that is there already stays as it is.
  ///
  /// - Parameter next: gives its lines in order, each without its line feed; nil at the end.
  /// - Throws: whatever `next` throws; nothing was brought then.
  package func bring<Failure: Error>(
    _ digest: Digest, orThrow wrap: (ServerFailure) -> Failure,
    next: () throws(Failure) -> [UInt8]?
  ) throws(Failure) {
    var inner: Failure?
    do throws(ServerFailure) {
      try pool.transaction { connection throws(ServerFailure) in
        let begun = try connection.query(
          "SELECT begin_batch($1, $2)", [.text(project.hex), .text(digest.hex)])
        guard begun.boolean(0, 0) == true else { return }
        var position = 0
        var block: [UInt8] = []
        var count = 0
        while true {
          let line: [UInt8]?
          do throws(Failure) {
            line = try next()
          } catch {
            inner = error
            throw ServerFailure(kind: .refused, server: pool.address.shown, reason: "stopped")
          }
          if let line {
            if count > 0 { block.append(0x0A) }
            block += line
            count += 1
          }
          guard count == Self.block || block.count > Self.blockBytes || line == nil else {
            continue
          }
          if count > 0 { try put(digest, block, from: position, connection) }
          guard line != nil else { return }
          position += count
          count = 0
          block.removeAll(keepingCapacity: true)
        }
      }
    } catch {
      throw inner ?? wrap(error)
    }
  }

  /// Takes a batch away again that no event names.
  package func discard(_ digest: Digest) throws(ServerFailure) {
    _ = try pool.repeating { connection throws(ServerFailure) in
      try connection.query(
        "SELECT discard_batch($1, $2)", [.text(project.hex), .text(digest.hex)])
    }
  }

  /// Takes away what earlier imports left that did not come to their end.
  package func sweep() throws(ServerFailure) {
    _ = try pool.repeating { connection throws(ServerFailure) in
      try connection.query("SELECT sweep($1)", [.text(project.hex)])
    }
  }

  /// Hands over the lines of a batch in order, each without its line feed. They are not held against
  /// the digest here.
  package func read<Failure: Error>(
    _ digest: Digest, orThrow wrap: (ServerFailure) -> Failure,
    _ take: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var next = 0
    while true {
      let rows: Rows
      do throws(ServerFailure) {
        rows = try pool.repeating { connection throws(ServerFailure) in
          try connection.query(
            """
            SELECT r.position, r.line FROM batch_record r
            WHERE r.project = $1 AND r.batch = $2 AND r.position >= $3
            ORDER BY r.position LIMIT \(Self.page)
            """, [.text(project.hex), .text(digest.hex), .integer(next)])
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

  private func put(
    _ digest: Digest, _ block: [UInt8], from position: Int, _ connection: Connection
  ) throws(ServerFailure) {
    _ = try connection.query(
      "SELECT put_records($1, $2, $3, $4)",
      [.text(project.hex), .text(digest.hex), .integer(position), .textBytes(block)])
  }
}
