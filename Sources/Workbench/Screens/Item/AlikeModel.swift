package import Domain

/// A ruling that was just made, and the open units that are very like its unit.
package struct AlikeModel: Hashable, Sendable {
  package let ruling: Decision
  /// Its position in the log.
  package let seq: Int
  /// nil while they are looked for.
  package var units: LikeUnits?
  /// Those that are to be ruled on together; empty for all.
  package var chosen: Set<UnitID> = []
  /// The one under the bar.
  package var place = 0

  package init(ruling: Decision, seq: Int) {
    self.ruling = ruling
    self.seq = seq
  }

  /// The item that was ruled on.
  package var name: String { ruling.seatID.unit.item.text }
}
