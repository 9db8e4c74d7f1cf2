import Ledger

extension Connection {
  /// Sets the session up, and refuses a server that could lose what it acknowledged.
  ///
  /// - Returns: the session's user.
  /// - Throws: `.unsuitable`, naming the setting.
  func prepare() throws(ServerFailure) -> String {
    let rows = try query(
      """
      SELECT set_config('statement_timeout', $1, false),
        set_config('lock_timeout', $2, false),
        set_config('idle_in_transaction_session_timeout', $3, false),
        set_config('search_path', quote_ident($4) || ', pg_temp', false),
        session_user::text, current_setting('synchronous_commit'), current_setting('fsync'),
        pg_is_in_recovery(), current_setting('server_encoding'),
        current_setting('server_version_num')::integer, current_setting('full_page_writes')
      """,
      [
        .text("\(times.statement)"), .text("\(times.lock)"),
        .text("\(times.idleInTransaction)"), .text(address.schema),
      ])
    let reason: String? =
      switch true {
      case rows.text(0, 5) == "off":
        "synchronous_commit is off: what it acknowledges may be lost. Set it on"
      case rows.text(0, 6) == "off": "fsync is off: a power cut may destroy it. Set it on"
      case rows.text(0, 10) == "off":
        "full_page_writes is off: a power cut may destroy it. Set it on"
      case rows.boolean(0, 7) == true: "it is a standby, which only reads. Name the primary"
      case rows.text(0, 8) != "UTF8": "the database's encoding is not UTF8. Make it anew with UTF8"
      case (rows.integer(0, 9) ?? 0) < 130_000: "it is older than PostgreSQL 13"
      default: nil
      }
    if let reason {
      throw ServerFailure(kind: .unsuitable, server: address.shown, reason: reason)
    }
    return rows.text(0, 4) ?? ""
  }
}
