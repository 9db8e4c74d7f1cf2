package import Domain
package import Screen
import Workbench

/// `queue` for people: the sentence, then a row a unit, as the screen shows them.
package enum QueueText {
  package static func lines(
    _ page: QueuePage, learning: QueueLearning, sentence: String, order: QueueOrder,
    names: LabelNames, now: Instant
  ) -> [String] {
    guard !page.rows.isEmpty else { return [sentence] }
    let severalQuestions = Set(page.rows.map(\.unit.question)).count > 1
    var columns = [TextTable.Column("item", widest: 28)]
    if severalQuestions { columns.append(.init("question", widest: 16)) }
    columns += [
      .init("leads", widest: 20), .init("against", widest: 20), .init("votes"),
      .init("agree", .right), .init("gain", .right), .init("tier", widest: 10),
      .init("due", .right), .init("state"),
    ]
    var table = TextTable(columns)
    for row in page.rows {
      var cells = [SafeText(row.unit.item.text)]
      if severalQuestions { cells.append(SafeText(row.unit.question.text)) }
      cells += [
        row.leads.map { names.short($0) } ?? "·", row.against.map { names.short($0) } ?? "",
        SafeText(row.groups.map { String($0.votes) }.joined(separator: ":")),
        SafeText(row.agreement.map { Figures.share($0) } ?? "·"),
        SafeText(row.isDrawn ? "audit" : Figures.share(row.gain)), SafeText(row.tier?.text ?? ""),
        SafeText(row.due.map { Figures.days($0.days(since: now)) } ?? ""), state(row),
      ]
      table.append(cells)
    }
    let rest = page.total - page.rows.count
    var ending = rest > 0 ? ["  \(Figures.count(rest)) more, \(order.words)"] : []
    if order == .policy(.gain) { ending += TextLines.wrapped(learning.sentence, indent: 2) }
    return [sentence, ""] + table.lines() + (ending.isEmpty ? [] : [""] + ending)
  }

  /// Empty for what is simply open.
  private static func state(_ row: QueueRow) -> SafeText {
    var words: [String] = []
    if let standing = row.standing, standing.isDecision {
      words.append(Words.outcome(standing.outcome))
    } else if row.status != .open {
      words.append(row.status.rawValue)
    }
    if let cause = row.doubt, cause.kind != .ratings {
      words.append("in doubt by \(cause.brief)")
    }
    if !row.newRatings.isEmpty { words.append("new ratings: \(row.newRatings.phrase)") }
    if row.isFlagged { words.append("flagged") }
    if let holder = row.lease?.holder { words.append("held by " + Words.plain(holder.text)) }
    return SafeText(words.joined(separator: ", "))
  }
}

extension QueueOrder {
  /// What stands first, in words.
  var words: String {
    switch self {
    case .policy(.gain): "most gain first"
    case .policy(.lowestAgreement): "lowest agreement first"
    case .policy(.oldest): "oldest first"
    case .policy(.stratified): "label by label in turn"
    case .item: "by item"
    case .due: "due first"
    }
  }
}

/// What people call the labels, beside what files call them.
package struct LabelNames: Sendable {
  private let names: [LabelID: String]

  package init(_ configuration: ProjectConfiguration) {
    names = Dictionary(
      configuration.labels.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  package func name(_ label: LabelID) -> String { names[label] ?? label.text }

  /// A value in a word or two, its labels by their names.
  package func short(_ value: Value) -> SafeText {
    switch value {
    case .label(let label): SafeText(name(label))
    case .labels(let labels):
      labels.isEmpty ? "no label" : SafeText(labels.map { name($0) }.joined(separator: ", "))
    default: SafeText(Words.value(value))
    }
  }
}
