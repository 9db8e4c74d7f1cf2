import Domain
import Ledger

/// How two logs stand to each other.
enum LogRelation: Sendable {
  case same
  /// The other log is the beginning of this one, up to a head.
  case ahead(of: Head)
  /// This log is the beginning of the other one.
  case behind
  /// They have this event each under the same position; before it they are the same.
  case parted(here: Event, there: Event)

  /// Compares without reading either as a whole: logs with the same hash at a position are the same up
  /// to there. O(log events) reads.
  init(here: any EventStore, there: any EventStore) throws(LedgerError) {
    let (mine, theirs) = (try here.head(), try there.head())
    var (low, high) = (0, min(mine.seq, theirs.seq) + 1)
    while low < high {
      let middle = low + (high - low) / 2
      let isSame = try Self.event(middle, here).hash == Self.event(middle, there).hash
      if isSame { low = middle + 1 } else { high = middle }
    }
    if low <= min(mine.seq, theirs.seq) {
      self = .parted(here: try Self.event(low, here), there: try Self.event(low, there))
    } else if mine.seq == theirs.seq {
      self = .same
    } else {
      self = mine.seq > theirs.seq ? .ahead(of: theirs) : .behind
    }
  }

  private static func event(_ seq: Int, _ log: any EventStore) throws(LedgerError) -> Event {
    guard let event = try log.read(from: seq, limit: 1).first else { throw .noLog(path: "\(seq)") }
    return event
  }
}
