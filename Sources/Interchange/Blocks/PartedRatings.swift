/// All ratings of a table of one question, parted by item: what can be counted part by part, by
/// several threads, each with a `RatingPart` of its own.
///
/// Memory grows with the ratings: four bytes each as a rule, eight more where the table has times,
/// and the item's name.
public final class PartedRatings {
  /// The names of annotators, labels and the one question; items are known only within their part.
  public let tables = RatingTables()
  public let partCount: Int
  /// Whether every rating says when it was given.
  public let isTimed: Bool

  private let stretches: [Stretch]

  private struct Stretch {
    let writer: PartWriter
    let pieces: [[UnsafeRawBufferPointer]]
    let codes: PartCodes
  }

  /// - Parameter read: what was read of the file, in file order.
  init(_ read: [(tables: RatingTables, writer: PartWriter)]) {
    let tables = tables
    stretches = read.map { stretch in
      Stretch(
        writer: stretch.writer, pieces: stretch.writer.finished(),
        codes: PartCodes(stretch.tables, into: tables))
    }
    partCount = read.first?.writer.partCount ?? 0
    let count = read.reduce(0) { $0 + $1.writer.count }
    isTimed = count > 0 && read.allSatisfy { $0.writer.hasTimes && $0.writer.untimed == 0 }
    tables.ratings = count
  }

  /// Reads one part. Safe to call from several threads, each with its own room.
  public func read(part: Int, into room: RatingPart) {
    let bytes = stretches.reduce(0) { $0 + $1.pieces[part].reduce(0) { $0 + $1.count } }
    let hasTimes = stretches.contains { $0.writer.hasTimes }
    room.clear(capacity: bytes / (PartWriter.smallest + (hasTimes ? 8 : 0)))
    for stretch in stretches {
      for piece in stretch.pieces[part] {
        room.append(piece, hasTimes: stretch.writer.hasTimes, codes: stretch.codes)
      }
    }
  }
}
