import CPostgres
import Glibc
package import Ledger

/// Where a project lies on a server: an address as libpq reads it, and the schema in that database.
///
/// `postgresql://host:port/database?schema=name`; without `schema` it is `tiebreak`. The user is left
/// to libpq, so that people can share one address. An address never holds a password.
package struct ServerAddress: Hashable, Sendable {
  /// As it was written.
  package let text: String
  /// A plain name, in lower case.
  package let schema: String
  /// For people: without what stands behind the question mark.
  package let shown: String
  let settings: [Setting]

  struct Setting: Hashable, Sendable {
    let keyword: String
    let value: String
  }

  /// What is said of an address with a password: where that belongs.
  package static let passwordAdvice =
    "holds a password, which would stand where others read it. Take it out, and put a line "
    + "host:port:database:user:password into ~/.pgpass (mode 0600)"

  /// - Throws: `.address` where it is none or holds a password, `.unsuitable` where passwords or the
  ///   connection would be open to others.
  package init(_ text: String) throws(ServerFailure) {
    guard tb_pg_load() == 1 else {
      throw ServerFailure(
        kind: .unsuitable, server: "",
        reason: "libpq is not installed here (Debian: apt-get install libpq5)")
    }
    let (address, schema) = try Self.parts(of: text)
    let settings = try Self.read(address)
    guard !settings.contains(where: { $0.keyword.hasSuffix("password") }) else {
      throw Self.bad(Self.passwordAdvice)
    }
    guard getenv("PGPASSWORD") == nil else {
      throw ServerFailure(
        kind: .unsuitable, server: "",
        reason: "PGPASSWORD is set, and whoever can look at this process reads it. Put the "
          + "password into ~/.pgpass (mode 0600) and unset it")
    }
    self.text = text
    self.schema = schema
    shown = String(text.prefix { $0 != "?" })
    self.settings = try Self.secured(settings, shown)
  }

  /// Whether a text looks like an address of PostgreSQL.
  package static func isOne(_ text: String) -> Bool {
    text.hasPrefix("postgresql://") || text.hasPrefix("postgres://")
  }

  private static func bad(_ reason: String) -> ServerFailure {
    ServerFailure(kind: .address, server: "", reason: "the address of the server " + reason)
  }

  /// The address without `schema`, which libpq does not know.
  private static func parts(of text: String) throws(ServerFailure) -> (String, schema: String) {
    let quotes = Array("\"'\\".utf8)
    guard isOne(text), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !quotes.contains($0) })
    else { throw bad("is none of PostgreSQL; write postgresql://host/database") }
    let halves = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2 else { return (text, "tiebreak") }
    var schema = "tiebreak"
    var rest: [Substring] = []
    for setting in halves[1].split(separator: "&") {
      if setting.hasPrefix("schema=") {
        schema = String(setting.dropFirst("schema=".count))
      } else {
        rest.append(setting)
      }
    }
    guard isPlain(schema) else {
      throw bad("names a schema that is no plain word of lower-case letters, digits and _")
    }
    let tail = rest.isEmpty ? "" : "?" + rest.joined(separator: "&")
    return (halves[0] + tail, schema)
  }

  private static func isPlain(_ name: String) -> Bool {
    let letters = name.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
    }
    let first = name.utf8.first ?? 0
    return letters && name.utf8.count <= 60 && first >= UInt8(ascii: "_")
      && !name.hasPrefix("pg_")
  }

  private final class Collector {
    var settings: [Setting] = []
  }

  private static func read(_ address: String) throws(ServerFailure) -> [Setting] {
    let collector = Collector()
    let isGood = tb_pg_parse(address, Unmanaged.passUnretained(collector).toOpaque()) {
      context, keyword, value in
      guard let context, let keyword, let value else { return }
      Unmanaged<Collector>.fromOpaque(context).takeUnretainedValue().settings.append(
        Setting(keyword: String(cString: keyword), value: String(cString: value)))
    }
    guard isGood == 1 else {
      throw bad("cannot be read; write postgresql://host:port/database")
    }
    return collector.settings
  }

  /// Off this machine nothing goes in the open: what is not said is checked in full.
  private static func secured(
    _ settings: [Setting], _ shown: String
  ) throws(ServerFailure) -> [Setting] {
    let value = { (keyword: String, variable: String) in
      settings.first { $0.keyword == keyword }?.value
        ?? getenv(variable).map { String(cString: $0) }
    }
    let hosts = (value("hostaddr", "PGHOSTADDR") ?? value("host", "PGHOST") ?? "")
      .split(separator: ",")
    let isRemote = hosts.contains { host in
      !host.hasPrefix("/") && host != "localhost" && host != "::1" && !host.hasPrefix("127.")
    }
    guard isRemote else { return settings }
    guard let mode = value("sslmode", "PGSSLMODE") else {
      return settings + [Setting(keyword: "sslmode", value: "verify-full")]
    }
    guard ["require", "verify-ca", "verify-full"].contains(mode) else {
      throw ServerFailure(
        kind: .unsuitable, server: shown,
        reason: "sslmode=\(mode) would send rulings in the open; leave it out or use verify-full")
    }
    return settings
  }
}
