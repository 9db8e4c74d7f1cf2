import Domain
import Screen

/// The glyph in the second column of a row: one state, the one that matters most now.
struct RowState {
  let glyph: SafeText
  let role: Role

  init(_ row: QueueRow, _ model: Model, holder: MemberID?) {
    if model.tags.contains(row.unit) {
      glyph = "*"
      role = .mark
    } else if row.status == .doubted {
      glyph = "?"
      role = .info
    } else if let standing = row.standing, standing.isDecision {
      glyph = LabelLook.glyph(standing.outcome)
      role = standing.status == .escalated ? .warn : .good
    } else if holder != nil {
      glyph = "@"
      role = .dim
    } else if row.isFlagged {
      glyph = "!"
      role = .warn
    } else if let lastLook = model.start.resumed.lastLook, row.since > lastLook {
      glyph = "•"
      role = .info
    } else {
      glyph = " "
      role = .text
    }
  }
}
