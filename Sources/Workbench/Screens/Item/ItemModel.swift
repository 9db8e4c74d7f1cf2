package import Domain

/// The item that is open.
package struct ItemModel: Hashable, Sendable {
  /// What became of asking for the lease.
  package enum LeaseStanding: Hashable, Sendable {
    case asked
    /// Ours; whom it was taken from, if from somebody.
    case mine(from: MemberID?)
    case heldBy(MemberID, until: Instant)
  }

  package var unit: UnitID
  /// nil while it is being read.
  package var opened: OpenedItem? {
    didSet {
      guard opened?.dossier.item != oldValue?.dossier.item else { return }
      comparison = opened.flatMap { TextComparison($0.dossier.item.payload) }
    }
  }
  /// The texts of the item that are compared word by word.
  package private(set) var comparison: TextComparison?
  package var contest = Contest.empty
  package var draft = Draft()
  /// Whether the two answers have changed places.
  package var isSwapped = false
  /// The first line of the text that is shown.
  package var offset = 0
  /// When the item was first shown; verdicts are taken from then on.
  package var paintedAt: Instant?
  /// The ticket of the ruling that is being written.
  package var writing: Int?
  package var lease = LeaseStanding.asked
  /// The newest batch that was known when the item was read.
  package var batch = 0

  package init(unit: UnitID) {
    self.unit = unit
  }

  package var dossier: UnitDossier? { opened?.dossier.unit(unit.question) }

  /// The questions of the item, in order.
  package var questions: [QuestionID] {
    opened?.dossier.units.map(\.facts.id.question) ?? [unit.question]
  }
}
