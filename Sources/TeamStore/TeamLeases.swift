package import Domain
package import Ledger

/// Who is looking at what, in the server's table and by its clock.
///
/// Ends of leases are told by the caller's clock, so that both may be compared.
package struct TeamLeases: Sendable {
  private let pool: ConnectionPool
  private let project: OperationID

  package init(_ pool: ConnectionPool, project: OperationID) {
    self.pool = pool
    self.project = project
  }

  /// Claims, renews or takes over a lease for the session's user, as one step.
  package func claim(
    _ unit: UnitID, by member: MemberID, at now: Instant, manner: Lease.Manner
  ) throws(ServerFailure) -> Lease.Claim {
    let rows = try pool.repeating { connection throws(ServerFailure) in
      try connection.query(
        "SELECT is_granted, by_holder, left_for, at_fence, took FROM claim_lease($1, $2, $3, $4)",
        [
          .text(project.hex), .text(unit.item.text), .text(unit.question.text),
          .boolean(manner == .takeOver),
        ])
    }
    let holder = rows.text(0, 1).map { MemberID($0) } ?? member
    let until = Self.moment(now, rows.integer(0, 2))
    guard rows.boolean(0, 0) == true else { return .heldBy(holder, until: until) }
    let lease = Lease(unit: unit, holder: holder, until: until, fence: rows.integer(0, 3) ?? 0)
    return .granted(lease, tookOver: rows.text(0, 4).map { MemberID($0) })
  }

  /// Gives the session's user's lease back; somebody else's stays as it is.
  package func release(_ unit: UnitID) throws(ServerFailure) {
    _ = try pool.repeating { connection throws(ServerFailure) in
      try connection.query(
        "SELECT release_lease($1, $2, $3)",
        [.text(project.hex), .text(unit.item.text), .text(unit.question.text)])
    }
  }

  /// The leases that have not run out, in byte order of units.
  package func live(at now: Instant) throws(ServerFailure) -> [Lease] {
    let rows = try pool.once { connection throws(ServerFailure) in
      try connection.query(
        """
        SELECT l.item, l.question, l.holder,
          (extract(epoch FROM l.until - clock_timestamp()) * 1000)::bigint, l.fence
        FROM lease l WHERE l.project = $1 AND l.until >= clock_timestamp()
        ORDER BY l.item, l.question
        """, [.text(project.hex)])
    }
    return (0..<rows.count).map { row in
      Lease(
        unit: UnitID(
          item: ItemID(rows.text(row, 0) ?? ""), question: QuestionID(rows.text(row, 1) ?? "")),
        holder: MemberID(rows.text(row, 2) ?? ""), until: Self.moment(now, rows.integer(row, 3)),
        fence: rows.integer(row, 4) ?? 0)
    }
  }

  private static func moment(_ now: Instant, _ milliseconds: Int?) -> Instant {
    Instant(milliseconds: now.milliseconds + Int64(milliseconds ?? 0))
  }
}
