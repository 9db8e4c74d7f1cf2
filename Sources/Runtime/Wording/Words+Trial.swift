import Domain

extension Words {
  /// What stands against marking gold, against a calibration, or for want of one.
  static func trial(_ refusal: Refusal) -> String {
    switch refusal {
    case .goldChangedMeanwhile(let seq):
      "Somebody changed the gold of this unit meanwhile, by event \(seq). Look again, then decide."
    case .goldAlready: "The unit is gold already, with this value."
    case .notGold: "The unit is no gold, so there is no mark to take away."
    case .nothingRuled:
      "No ruling stands on this unit. Rule on it first, or say the value: --value."
    case .noGold(let kind):
      "The outcome \(kind.rawValue) says nothing that annotators could be held against."
    case .calibrationSize(let size, let limit):
      size == 0
        ? "Nothing could be drawn: no item has a label that a draw could begin with."
        : "\(size) items are too many to draw; \(limit) are the most."
    case .notACalibration(let seq):
      "Event \(seq) is no such step of a calibration. tiebreak calibrate lists them."
    case .calibrationUnanswered(let seq):
      "Nobody has answered the draw at event \(seq) yet. Import the answers first."
    case .calibrationOfOthers(let seq):
      "The calibration at event \(seq) tried other drafts than these. Draw again, or publish what "
        + "it tried."
    case .calibrationMissing(let target):
      "These drafts change what the guideline means, and the project wants annotators to agree on "
        + "\(plain(target.source)) of each label first: tiebreak calibrate draw. "
        + "Or say why not: --waive WHY."
    case .calibrationBelow(let seq, let target):
      "In the calibration at event \(seq) annotators agreed on less than \(plain(target.source)). "
        + "Make the drafts clearer, or say why it is published all the same: --waive WHY."
    default: "That is refused."
    }
  }
}
