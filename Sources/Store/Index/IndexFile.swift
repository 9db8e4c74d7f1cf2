import GRDB
import Glibc

/// Opens SQLite files the way this program needs them.
enum IndexFile {
  /// How long a writer waits for another, in seconds.
  private static let patience = 10.0

  /// - Throws: `.failed` where the file cannot be made.
  static func open(_ path: String, _ learned: LearnedQueue) throws(IndexFailure) -> DatabasePool {
    do {
      return try attempt(path, learned)
    } catch {
      guard case .damaged = IndexFailure(error) else { throw IndexFailure(error) }
    }
    // Nothing in it is the only copy, so what is damaged is thrown away.
    discard(path)
    do {
      return try attempt(path, learned)
    } catch {
      throw IndexFailure(error)
    }
  }

  /// Removes the file with what SQLite keeps beside it.
  static func discard(_ path: String) {
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
  }

  private static func attempt(
    _ path: String, _ learned: LearnedQueue
  ) throws -> DatabasePool {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.foreignKeysEnabled = false
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { database in
      database.add(function: LearnedGain.function(learned))
      // The log beside the file shrinks back after an import.
      try database.execute(
        sql: """
          PRAGMA mmap_size = 0; PRAGMA cache_size = -16000; PRAGMA journal_size_limit = 16777216
          """)
    }
    let pool = try DatabasePool(path: path, configuration: configuration)
    try pool.writeWithoutTransaction { database in
      try requireFullSync(database)
      guard try !isCurrent(database) else { return }
      try database.inTransaction(.immediate) {
        // Another process may have done it while we waited.
        guard try !isCurrent(database) else { return .rollback }
        try IndexSchema.drop(in: database)
        try IndexSchema.create(in: database)
        try database.execute(
          sql: """
            PRAGMA application_id = \(IndexSchema.applicationID);
            PRAGMA user_version = \(IndexSchema.version)
            """)
        return .commit
      }
    }
    return pool
  }

  /// GRDB turns `synchronous` down to NORMAL after its own preparation has run, and then a power cut
  /// may undo a commit. It is set here, after opening, and read back.
  static func requireFullSync(_ database: Database) throws {
    try database.execute(sql: "PRAGMA synchronous = FULL")
    guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2 else {
      throw IndexFailure.failed("SQLite does not keep synchronous = FULL")
    }
  }

  private static func isCurrent(_ database: Database) throws -> Bool {
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version")
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id")
    return version == IndexSchema.version && application == IndexSchema.applicationID
  }
}
