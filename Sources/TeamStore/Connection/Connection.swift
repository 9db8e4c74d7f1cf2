import CPostgres
import Glibc
import Ledger
import Synchronization

/// One session on the server. Calls wait, each for a stated time at most, and take turns.
///
/// A connection that was lost, or did not answer in time, is closed and never used again: what its
/// last statement did is not known.
final class Connection: Sendable {
  /// What is in the hands of libpq; closed with the value.
  private struct Handle: ~Copyable {
    var raw: OpaquePointer?

    deinit {
      if let raw { tb_pg_close(raw) }
    }
  }

  private let handle: Mutex<Handle>
  let address: ServerAddress
  let times: ServerTimes

  /// Connects, without asking whether the server is fit.
  init(_ address: ServerAddress, times: ServerTimes) throws(ServerFailure) {
    self.address = address
    self.times = times
    handle = Mutex(Handle(raw: try Self.connect(address, times)))
  }

  /// Whether it may be used; it may turn out to be lost all the same.
  var isAlive: Bool {
    handle.withLock { $0.raw.map { tb_pg_is_alive($0) == 1 } ?? false }
  }

  /// Carries out one statement.
  func query(_ statement: String, _ values: [SQLValue] = []) throws(ServerFailure) -> Rows {
    let encoded = values.map(\.encoded)
    let types = values.map(\.type)
    let lengths = encoded.map { Int32($0.count) }
    return try run { raw in
      Self.withPointers(to: encoded) { pointers in
        tb_pg_send(raw, statement, Int32(values.count), types, pointers, lengths)
      }
    }
  }

  /// Carries out several statements as one transaction, or within the one that is open.
  func script(_ text: String) throws(ServerFailure) {
    _ = try run { tb_pg_send_script($0, text) }
  }

  /// Waits for a notification, at most `milliseconds`.
  ///
  /// - Returns: whether one came.
  func awaitNotification(within milliseconds: Int) throws(ServerFailure) -> Bool {
    try handle.withLock { (handle) throws(ServerFailure) in
      guard let raw = handle.raw else { throw lost("is closed") }
      let deadline = Deadline(milliseconds)
      while true {
        var isThere = false
        while tb_pg_take_notification(raw) == 1 { isThere = true }
        if isThere { return true }
        guard Self.wait(for: raw, Int16(POLLIN), deadline) else { return false }
        guard tb_pg_take(raw) == 1 else { throw drop(&handle, "ended the connection") }
      }
    }
  }

  /// The descriptor that becomes readable where a notification comes; −1 where it is closed.
  var descriptor: Int32 {
    handle.withLock { $0.raw.map { tb_pg_socket($0) } ?? -1 }
  }

  private func run(
    _ send: (OpaquePointer) -> Int32
  ) throws(ServerFailure) -> Rows {
    try handle.withLock { (handle) throws(ServerFailure) in
      guard let raw = handle.raw else { throw lost("is closed") }
      let deadline = Deadline(times.answer)
      guard send(raw) == 1, Self.flush(raw, deadline) else {
        throw drop(&handle, "ended the connection")
      }
      var rows = Rows.none
      var failure: ServerFailure?
      while true {
        while tb_pg_is_waiting(raw) == 1 {
          guard Self.wait(for: raw, Int16(POLLIN), deadline) else {
            throw drop(&handle, "gave no answer for \(times.answer) ms")
          }
          guard tb_pg_take(raw) == 1 else { throw drop(&handle, "ended the connection") }
        }
        guard let result = tb_pg_result_next(raw) else { break }
        defer { tb_pg_clear(result) }
        if tb_pg_is_good(result) == 1 {
          rows = Rows(result)
        } else {
          failure = failure ?? self.failure(result)
        }
      }
      if let failure {
        if failure.kind == .unanswered || tb_pg_is_alive(raw) == 0 { close(&handle) }
        throw failure
      }
      return rows
    }
  }

  /// What the server complains of; without a state it was the connection.
  private func failure(_ result: OpaquePointer) -> ServerFailure {
    guard let state = tb_pg_state(result) else { return lost("ended the connection") }
    let reason = tb_pg_reason(result).map { String(cString: $0) } ?? "no reason was given"
    return ServerFailure(server: address.shown, state: String(cString: state), reason: reason)
  }

  private func lost(_ reason: String) -> ServerFailure {
    ServerFailure(kind: .unanswered, server: address.shown, reason: "the server " + reason)
  }

  private func drop(_ handle: inout Handle, _ reason: String) -> ServerFailure {
    close(&handle)
    return lost(reason)
  }

  private func close(_ handle: inout Handle) {
    if let raw = handle.raw { tb_pg_close(raw) }
    handle.raw = nil
  }

  private static func connect(
    _ address: ServerAddress, _ times: ServerTimes
  ) throws(ServerFailure) -> OpaquePointer {
    let fixed = [
      ServerAddress.Setting(keyword: "client_encoding", value: "UTF8"),
      .init(keyword: "application_name", value: "tiebreak"),
      .init(keyword: "keepalives_idle", value: "30"),
      .init(keyword: "keepalives_interval", value: "10"),
      .init(keyword: "keepalives_count", value: "3"),
      .init(keyword: "tcp_user_timeout", value: "\(times.answer)"),
    ]
    let names = Set(fixed.map(\.keyword))
    let settings = address.settings.filter { !names.contains($0.keyword) } + fixed
    let raw = withStrings(settings.map(\.keyword)) { keywords in
      withStrings(settings.map(\.value)) { values in tb_pg_open(keywords, values) }
    }
    guard let raw else {
      throw ServerFailure(
        kind: .unreachable, server: address.shown, reason: "there is no memory to connect")
    }
    let deadline = Deadline(times.connect)
    var step = TB_PG_WRITING
    while step == TB_PG_READING || step == TB_PG_WRITING {
      let events = Int16(step == TB_PG_READING ? POLLIN : POLLOUT)
      guard tb_pg_socket(raw) >= 0, wait(for: raw, events, deadline) else { break }
      step = tb_pg_continue(raw)
    }
    guard step == TB_PG_READY else {
      let told = tb_pg_message(raw).map { String(cString: $0) } ?? ""
      let reason = told.isEmpty ? "no answer for \(times.connect) ms" : Secrets.masked(told)
      tb_pg_close(raw)
      throw ServerFailure(kind: .unreachable, server: address.shown, reason: reason.oneLine)
    }
    return raw
  }

  private static func flush(_ raw: OpaquePointer, _ deadline: Deadline) -> Bool {
    while true {
      switch tb_pg_flush(raw) {
      case 0: return true
      case 1:
        guard wait(for: raw, Int16(POLLIN | POLLOUT), deadline) else { return false }
        guard tb_pg_take(raw) == 1 else { return false }
      default: return false
      }
    }
  }

  /// Whether the socket is ready before the time is over.
  private static func wait(
    for raw: OpaquePointer, _ events: Int16, _ deadline: Deadline
  ) -> Bool {
    while true {
      var place = pollfd(fd: tb_pg_socket(raw), events: events, revents: 0)
      let ready = poll(&place, 1, Int32(deadline.left))
      if ready > 0 { return true }
      if ready == 0 || errno != EINTR { return false }
    }
  }

  private static func withPointers<Outcome>(
    to values: [[UInt8]], _ body: ([UnsafePointer<CChar>?]) -> Outcome
  ) -> Outcome {
    let whole: [UInt8] = values.flatMap { (value: [UInt8]) -> [UInt8] in value + [0] }
    return whole.withUnsafeBytes { bytes in
      var pointers: [UnsafePointer<CChar>?] = []
      var start = 0
      for value in values {
        pointers.append(
          bytes.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self))
        start += value.count + 1
      }
      return body(pointers)
    }
  }

  private static func withStrings<Outcome>(
    _ strings: [String], _ body: ([UnsafePointer<CChar>?]) -> Outcome
  ) -> Outcome {
    withPointers(to: strings.map { Array($0.utf8) }) { body($0 + [nil]) }
  }
}

extension String {
  /// The text with its line breaks as blanks, and none at the end.
  fileprivate var oneLine: String {
    split { $0.isNewline || $0 == "\t" }.joined(separator: " ")
  }
}
