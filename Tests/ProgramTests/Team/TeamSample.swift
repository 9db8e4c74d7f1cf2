import Foundation
import TestSupport
import Testing

/// The sample project on a PostgreSQL, made by `lena`, with `ruth` and `otto` as adjudicators. Each has
/// a folder of the same name.
struct TeamSample {
  let place: Workplace
  let server: PostgresServer
  let schema: String

  static let sample = Sample.supportTickets
  static let lead = "lena"
  static let adjudicators = ["ruth", "otto"]

  /// nil where there is no PostgreSQL.
  init?(making isMade: Bool = true) throws {
    guard let server = PostgresServer.shared() else { return nil }
    self.server = server
    place = try Workplace()
    schema = server.newSchema()
    guard isMade else { return }
    try initialise().expect(0)
    for name in Self.adjudicators {
      try run(Self.lead, "member", "add", name, "--os", name, "--role", "adjudicator").expect(0)
      try place.run(["join", name, "--store", address], environment: user(name)).expect(0)
    }
  }

  /// Without a user, so that all may share it.
  var address: String {
    "postgresql:///\(PostgresServer.database)?host=\(server.socketFolder)&schema=\(schema)"
  }

  @discardableResult
  func initialise(_ more: [String] = []) throws -> Finished {
    let sample = Self.sample
    let words =
      [
        "init", Self.lead, "--store", address, "--name", sample.rawValue, "--config",
        sample.folder + "/tiebreak.toml", "--from", sample.folder + "/ratings.csv",
      ] + sample.mapping
    return try place.run(words + more, environment: user(Self.lead))
  }

  /// Runs a command as somebody, in their folder.
  @discardableResult
  func run(_ user: String, _ words: String..., input: String = "") throws -> Finished {
    try place.run(["-C", user] + words, input: input, environment: self.user(user))
  }

  /// Starts a command without waiting for it.
  func start(_ user: String, _ words: String..., input: String) throws -> Child {
    try place.start(["-C", user] + words, input: input, environment: self.user(user))
  }

  /// The variables of somebody who works on a machine of their own.
  func user(_ name: String) -> [String: String] {
    [
      "PGUSER": name, "XDG_CACHE_HOME": place["home/\(name)/cache"],
      "XDG_STATE_HOME": place["home/\(name)/state"],
    ]
  }

  /// Statements as the server's superuser, in the schema.
  @discardableResult
  func sql(_ text: String) throws -> [String] {
    try server.sql("SET search_path = \(schema), pg_temp; \(text)")
  }

  /// The items that wait for somebody, in their order.
  func queued(_ user: String) throws -> [String] {
    try run(user, "queue", "--json", "-n", "200").expect(0).json()["rows"]?.array
      .compactMap { $0["item"]?.string } ?? []
  }
}
