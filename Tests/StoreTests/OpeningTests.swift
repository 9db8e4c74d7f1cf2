import Domain
import Foundation
import GRDB
import Ledger
import Testing

@testable import Store

@Suite struct OpeningTests {
  /// GRDB turns it down to NORMAL by itself; a commit that was reported could then be lost.
  @Test func `commits wait for the disk`() throws {
    let project = try TestProject()
    let index = try project.open()
    let pragmas = try index.pool.writeWithoutTransaction { database in
      [
        try Int.fetchOne(database, sql: "PRAGMA synchronous"),
        try Int.fetchOne(database, sql: "PRAGMA mmap_size"),
        try Int.fetchOne(database, sql: "PRAGMA application_id"),
        try Int.fetchOne(database, sql: "PRAGMA user_version"),
      ]
    }
    #expect(pragmas == [2, 0, IndexSchema.applicationID, IndexSchema.version])
    let journal = try index.pool.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
    #expect(journal == "wal")
  }

  @Test func `a file that is no database is thrown away and made anew`() throws {
    let project = try TestProject()
    try project.begin()
    try Data("not a database, by any means, and long enough to be one".utf8)
      .write(to: URL(fileURLWithPath: project.path()))
    let index = try project.open()
    #expect(try index.head() == .empty)
    #expect(try index.catchUp() == project.log.head())
  }

  @Test(arguments: ["user_version", "application_id"])
  func `an index of another version is dropped`(pragma: String) throws {
    let project = try TestProject()
    try project.begin()
    do {
      let index = try project.open()
      try index.catchUp()
      try index.pool.write { try $0.execute(sql: "PRAGMA \(pragma) = 4711") }
      try index.pool.close()
    }
    let index = try project.open()
    #expect(try index.head() == .empty)
    #expect(try index.catchUp() == project.log.head())
    #expect(try index.members().count == 3)
  }

  @Test func `what was committed is there at the next opening`() throws {
    let project = try TestProject()
    try project.begin()
    let index = try project.open()
    try index.catchUp()
    try project.importBatch(
      [rating("i", "a", "x"), rating("i", "b", "y", ordinal: 1)], into: index)
    try index.pool.close()
    let again = try project.open()
    #expect(try again.head() == project.log.head())
    #expect(try again.page(QueueQuery(now: project.clock), offset: 0, count: 5).total == 1)
  }
}
