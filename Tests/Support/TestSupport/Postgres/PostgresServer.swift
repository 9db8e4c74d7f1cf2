import Foundation
import Glibc
import Synchronization
import Testing

/// A PostgreSQL of the tests' own, in a folder under `/tmp`, reached by a socket in it.
///
/// A shell looks after it, which holds the end of a pipe: however this process ends, the server is
/// stopped and its folder removed.
package final class PostgresServer: Sendable {
  /// Why there is none.
  package struct Missing: Error {
    package let reason: String

    package init(reason: String) {
      self.reason = reason
    }
  }

  /// The people that every server knows: `lena` may make schemas, the others only log in.
  package static let people = ["lena", "ruth", "otto", "vera", "stranger"]
  /// The database that every server has.
  package static let database = "tests"

  private let folder: String
  private let programs: String
  /// What goes in front of a program so that it does not run as root, which PostgreSQL refuses.
  private let runner: [String]
  /// Closed with the process, which is when the server ends.
  private let leash: Int32
  private let schemas = Mutex(0)

  private static let common = Mutex<Result<PostgresServer, Missing>?>(nil)

  /// The server that the tests of this process share; nil where none can be had: then the test is to
  /// return. A line was printed, or an issue recorded where `TIEBREAK_SHARED` is `required`.
  package static func shared() -> PostgresServer? {
    let result = common.withLock { common in
      if let common { return common }
      let made = Result { () throws(Missing) in try PostgresServer() }
      common = made
      return made
    }
    return found(result)
  }

  /// A server for one test alone, which it may stop and start.
  package static func own() -> PostgresServer? {
    found(Result { () throws(Missing) in try PostgresServer() })
  }

  private static func found(_ result: Result<PostgresServer, Missing>) -> PostgresServer? {
    switch result {
    case .success(let server): return server
    case .failure(let missing):
      if ProcessInfo.processInfo.environment["TIEBREAK_SHARED"] == "required" {
        Issue.record("PostgreSQL: \(missing.reason), and TIEBREAK_SHARED=required")
      } else {
        print("skipped: PostgreSQL (\(missing.reason))")
      }
      return nil
    }
  }

  private init() throws(Missing) {
    guard let programs = Self.programs() else { throw Missing(reason: "it is not installed") }
    self.programs = programs
    folder = "/tmp/tb-pg-\(UUID().uuidString.prefix(8).lowercased())"
    runner =
      geteuid() == 0 ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] : []
    var ends: [Int32] = [0, 0]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw Missing(reason: "there is no pipe")
    }
    leash = ends[1]
    let isStarted = Self.spawn(
      ["/bin/sh", "-c", Self.keeper, "sh", folder, programs] + runner, input: ends[0])
    close(ends[0])
    guard isStarted else { throw Missing(reason: "it could not be started") }
    try waitUntilReady()
    let roles = Self.people.map { "CREATE ROLE \($0) LOGIN;" }.joined()
    try sql(roles, database: "postgres")
    try sql("CREATE DATABASE \(Self.database)", database: "postgres")
    try sql("GRANT CREATE ON DATABASE \(Self.database) TO lena", database: "postgres")
  }

  deinit {
    close(leash)
  }

  /// What looks after the server: makes it, then waits for the end of its input.
  private static let keeper = """
    folder=$1 programs=$2; shift 2
    umask 077
    mkdir "$folder" || exit 1
    trap 'rm -rf "$folder"' EXIT
    [ $# -eq 0 ] || chown nobody:nogroup "$folder"
    cd "$folder"
    "$@" "$programs/initdb" -D data -U postgres -A trust -E UTF8 --locale=C -N >log 2>&1 || exit 1
    printf '%s\\n' "listen_addresses = ''" "unix_socket_directories = '$folder'" \
      'shared_buffers = 16MB' 'max_connections = 120' 'max_wal_size = 256MB' \
      'logging_collector = off' >>data/postgresql.conf
    "$@" "$programs/pg_ctl" -D data -l "$folder/server.log" -w start >>log 2>&1
    cat >/dev/null
    "$@" "$programs/pg_ctl" -D data -m immediate -w stop >>log 2>&1
    """

  /// Debian keeps the server's programs out of the way, one folder a version; the newest is taken.
  private static func programs() -> String? {
    let root = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return versions.compactMap(Int.init).sorted().last.map { "\(root)/\($0)/bin" }
      .flatMap { FileManager.default.isExecutableFile(atPath: $0 + "/initdb") ? $0 : nil }
  }

  private func waitUntilReady() throws(Missing) {
    let end = Date().addingTimeInterval(60)
    while Date() < end {
      if (try? sql("SELECT 1", database: "postgres")) != nil { return }
      usleep(50_000)
    }
    throw Missing(reason: "it did not start; its log lay in \(folder)")
  }

  /// The address of the database for one of its users.
  ///
  /// - Parameter schema: where the project lies.
  package func address(as user: String, schema: String, database: String = database) -> String {
    "postgresql://\(user)@/\(database)?host=\(folder)&schema=\(schema)"
  }

  /// The folder of the socket.
  package var socketFolder: String { folder }

  /// A name for a schema that nobody has used.
  package func newSchema() -> String {
    let number = schemas.withLock { count in
      count += 1
      return count
    }
    return "t\(number)"
  }

  /// Runs statements as the server's superuser, or as somebody else.
  ///
  /// - Returns: the rows, their columns with `|` between.
  @discardableResult
  package func sql(
    _ text: String, as user: String = "postgres", database: String = database
  ) throws(Missing) -> [String] {
    let output = try run(
      ["psql", "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-c", text]
        + ["-h", folder, "-U", user, "-d", database], asRunner: false)
    return output.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
  }

  /// Stops the server as a crash would.
  package func stop() throws(Missing) {
    try run(["pg_ctl", "-D", folder + "/data", "-m", "immediate", "-w", "stop"], asRunner: true)
  }

  package func start() throws(Missing) {
    try run(
      ["pg_ctl", "-D", folder + "/data", "-l", folder + "/server.log", "-w", "start"],
      asRunner: true)
  }

  /// Adds a line to the server's settings; it counts from the next start on.
  package func set(_ line: String) throws {
    let path = folder + "/data/postgresql.conf"
    let text = try String(contentsOfFile: path, encoding: .utf8) + line + "\n"
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }

  /// Makes the server a standby, from the next start on.
  package func makeStandby() throws {
    try "".write(toFile: folder + "/data/standby.signal", atomically: false, encoding: .utf8)
  }

  /// Runs one of PostgreSQL's programs to its end.
  @discardableResult
  package func run(_ words: [String], asRunner: Bool) throws(Missing) -> String {
    let output = "/tmp/tb-pg-\(UUID().uuidString).out"
    defer { unlink(output) }
    let all = (asRunner ? runner : []) + ["\(programs)/\(words[0])"] + words.dropFirst()
    guard let process = Self.process(["/usr/bin/env"] + all, input: nil, output: output) else {
      throw Missing(reason: "\(words[0]) could not be started")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let text = (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
    guard status == 0 else { throw Missing(reason: "\(words[0]): \(text)") }
    return text
  }

  private static func spawn(_ words: [String], input: Int32) -> Bool {
    process(words, input: input, output: "/dev/null") != nil
  }

  private static func process(_ words: [String], input: Int32?, output: String) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, 0)
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer {
      for pointer in arguments { free(pointer) }
    }
    var process = pid_t()
    guard posix_spawn(&process, words[0], &actions, nil, &arguments, environ) == 0 else {
      return nil
    }
    return process
  }
}
