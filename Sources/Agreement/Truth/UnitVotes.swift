/// Where the numbers of one unit's votes stand in tables of one row a pair of annotator and label:
/// loaded once a unit, read once a group of four labels.
///
/// Reads the arrays of `VoteRows`, which it keeps.
final class UnitVotes {
  let lanes: Int

  /// By vote: the first group of its row.
  let places: UnsafeMutablePointer<Int>
  private(set) var count = 0

  private let rows: VoteRows

  init(_ rows: VoteRows) {
    self.rows = rows
    lanes = rows.lanes
    places = .allocate(capacity: max(1, rows.largestUnit))
  }

  deinit {
    places.deallocate()
  }

  var isEmpty: Bool { count == 0 }

  @inline(__always)
  func load(_ unit: Int) {
    let votes = rows.offsets[unit]..<rows.offsets[unit + 1]
    count = 0
    for vote in votes {
      places[count] = Int(rows.rows[vote]) &* lanes
      count &+= 1
    }
  }
}
