import Domain
import GRDB

/// Which version of the guideline a rating was given under: the one its batch states; else the newest
/// that was published before the batch came in and, where the rating says when it was given, before
/// that.
///
/// What is published later changes nothing, so a rating keeps its version. It belongs to one
/// transaction of one connection.
final class VersionTimes {
  private struct Published {
    let version: Int
    let seq: Int
    let at: Int64
  }

  private struct Batch {
    /// −1 while it is being taken in.
    let seq: Int
    let stated: Int?
  }

  private let database: Database
  private var published: [Published]?
  private var batches: [Int: Batch] = [:]

  init(_ database: Database) {
    self.database = database
  }

  /// The version a rating was given under; 0 before the first. O(versions).
  ///
  /// - Parameter at: milliseconds since 1970; nil where the export does not say when.
  func version(of batch: Int, at: Int64?) throws -> Int {
    let batch = try known(batch)
    if let stated = batch.stated { return stated }
    let found = try versions().last { version in
      (batch.seq < 0 || version.seq < batch.seq) && at.map { version.at <= $0 } ?? true
    }
    return found?.version ?? 0
  }

  private func known(_ number: Int) throws -> Batch {
    if let batch = batches[number] { return batch }
    let row = try Row.fetchOne(
      database, sql: "SELECT seq, guideline FROM batch WHERE number = ?", arguments: [number])
    let batch = row.map { Batch(seq: $0[0], stated: $0[1]) } ?? Batch(seq: -1, stated: nil)
    batches[number] = batch
    return batch
  }

  private func versions() throws -> [Published] {
    if let published { return published }
    let found = try Row.fetchAll(
      database, sql: "SELECT version, seq, at FROM guideline_version ORDER BY version"
    ).map { Published(version: $0[0], seq: $0[1], at: $0[2]) }
    published = found
    return found
  }
}
