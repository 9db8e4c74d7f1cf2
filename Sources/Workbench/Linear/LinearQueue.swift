import Domain
import Screen

/// The queue as somebody hears it: one row at a time.
struct LinearQueue {
  private let model: Model
  private let look: LabelLook

  init(_ model: Model) {
    self.model = model
    look = model.look
  }

  func fill(_ page: inout LinearPage) {
    guard !model.isEmptyProject else {
      page.parts = [
        "i, import ratings: CSV, TSV, Label Studio JSON; or the command tiebreak import FILE",
        "e, name labels and people in tiebreak.toml",
      ]
      return
    }
    let queue = model.queue
    guard !queue.handles.isEmpty else {
      page.isPassing = queue.phase == .loading
      return
    }
    if let place = queue.heading, queue.groups.indices.contains(place) {
      let heading = QueueHeading(queue.groups[place], model, look)
      let isFolded = queue.folded.contains(queue.groups[place].group.key)
      page.position =
        "group \(Figures.count(place + 1)) of \(Figures.count(queue.groups.count)): "
        + Spoken.list([heading.name.plain, heading.counts.plain, isFolded ? "folded" : "open"])
      return
    }
    page.position =
      "row \(Figures.count(queue.cursor + 1)) of \(Figures.count(queue.total)): "
      + (queue.current.map(words) ?? "being read")
  }

  /// A row in words: what it is, how it stands, who said what, what a ruling is worth.
  func words(_ row: QueueRow) -> String {
    var parts = [SafeText.line(row.unit.item.text)]
    if model.summary.map({ $0.questions.count > 1 }) == true {
      parts.append(SafeText.line(row.unit.question.text))
    }
    parts += states(row)
    if model.hidesVotes(of: row) {
      parts.append("votes are hidden")
    } else if let leads = row.leads {
      let against = row.against.map { " against \(look.text($0).plain)" } ?? ""
      parts.append(look.text(leads).plain + against)
      parts.append(row.groups.map { String($0.votes) }.joined(separator: " to "))
    }
    parts.append(row.isDrawn ? "drawn by an audit" : "gain " + Figures.share(row.gain))
    if !model.hidesVotes(of: row), let tier = row.tier {
      parts.append("tier \(SafeText.line(tier.text))")
    }
    if let due = row.due, row.status != .ruled {
      let days = due.days(since: model.now)
      parts.append(days < 0 ? "over due by \(-days) d" : "due in \(days) d")
    }
    return Spoken.list(parts)
  }

  private func states(_ row: QueueRow) -> [String] {
    var words: [String] = []
    if model.tags.contains(row.unit) { words.append("tagged") }
    if let standing = row.standing, standing.isDecision {
      words.append(
        standing.status == .escalated
          ? "escalated" : "ruled \(look.text(standing.outcome).plain)")
    }
    if let cause = row.doubt, cause.kind != .ratings {
      words.append("in doubt by \(cause.phrase)")
    }
    if !row.newRatings.isEmpty { words.append("new ratings since: \(row.newRatings.phrase)") }
    if let lease = row.lease, lease.holder != model.start.me?.id, lease.until > model.now {
      words.append("\(SafeText.line(lease.holder.text)) is looking at it")
    }
    if row.isFlagged { words.append("flagged") }
    return words
  }
}
