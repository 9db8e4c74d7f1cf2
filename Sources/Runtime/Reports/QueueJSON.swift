package import Domain
package import Interchange
import Workbench

/// `queue --json`: the sentence, the counts, then a row an object.
package enum QueueJSON {
  package static func json(
    _ page: QueuePage, learning: QueueLearning, sentence: String, order: QueueOrder, now: Instant
  ) -> JSONText {
    .object([
      .init("policy", .string(learning.policyName)), .init("learning", json(learning)),
      .init("sentence", .string(sentence)), .init("total", .integer(page.total)),
      .init("overdue", .integer(page.overdue)), .init("order", .string(order.name)),
      .init("rows", .array(page.rows.map { json($0, now: now) })),
    ])
  }

  /// Whose figures `likely_wrong` and `gain` are.
  static func json(_ learning: QueueLearning) -> JSONText {
    var members: [JSONText.Member] = []
    switch learning {
    case .models(let annotators, let rulings):
      members = [
        .init("models", .boolean(true)), .init("annotators", .integer(annotators)),
        .init("rulings", .integer(rulings)),
      ]
    case .waiting(let rulings):
      members = [
        .init("models", .boolean(false)), .init("reason", .string("not_trusted")),
        .init("rulings_missing", .integer(rulings)),
      ]
    case .votes(let reason):
      members = [.init("models", .boolean(false)), .init("reason", .string(reason.rawValue))]
    }
    return .object(members + [.init("explanation", .string(learning.sentence))])
  }

  package static func json(_ row: QueueRow, now: Instant) -> JSONText {
    .object([
      .init("item", .string(row.unit.item.text)),
      .init("question", .string(row.unit.question.text)),
      .init("status", .string(row.status.rawValue)),
      .init(
        "votes",
        .array(
          row.groups.map {
            .object([
              .init("value", ValueJSON.json($0.value)), .init("votes", .integer($0.votes)),
            ])
          })),
      .init("ratings", .integer(row.ratings)), .init("agreement", ValueJSON.real(row.agreement)),
      .init("likely_wrong", ValueJSON.real(row.isDrawn ? nil : row.wrong)),
      .init("gain", ValueJSON.real(row.isDrawn ? nil : row.gain)),
      .init("policy", .string(row.policy)),
      .init("audit", .boolean(row.isDrawn)),
      .init("tier", ValueJSON.text(row.tier?.text)), .init("due", ValueJSON.text(row.due?.text)),
      .init("since", .string(row.since.text)),
      .init("waiting_days", .integer(now.days(since: row.since))),
      .init("flagged", .boolean(row.isFlagged)),
      .init("doubt", row.doubt?.version.map { .integer($0) } ?? nil),
      .init("migration", row.doubt?.migration.map { .integer($0) } ?? nil),
      .init(
        "new_ratings",
        .array(
          row.newRatings.map {
            .object([.init("batch", .integer($0.batch)), .init("votes", .integer($0.votes))])
          })),
      .init("route", row.route.map { .integer($0) } ?? nil),
      .init("standing", ValueJSON.json(row.standing)),
    ])
  }
}

extension QueueOrder {
  /// The word for the order in files, options and `:order`.
  package var name: String {
    switch self {
    case .policy(let policy): policy.rawValue
    case .item: "item"
    case .due: "due"
    }
  }

  package init?(name: String) {
    switch name {
    case "item": self = .item
    case "due": self = .due
    default:
      guard let policy = QueuePolicy(rawValue: name) else { return nil }
      self = .policy(policy)
    }
  }
}
