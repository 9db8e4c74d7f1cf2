import Domain
import GRDB

/// The limit language as SQL over `unit u`. Every clause is 0 or 1, never NULL, so that NOT is the
/// opposite.
struct LimitClause {
  let now: Instant
  /// Numbers of the units that the member tagged.
  let tagged: [Int64]
  /// What a unit's ruling is worth, in SQL.
  var gain = SQL("u.gain")

  func sql(_ term: Limit.Term) -> SQL {
    let clause = sql(term.condition)
    return term.isNegated ? SQL("NOT (\(clause))") : SQL("(\(clause))")
  }

  private func sql(_ condition: Limit.Condition) -> SQL {
    switch condition {
    case .label(let label): has(label)
    case .pair(let a, let b): SQL("\(has(a)) AND \(has(b))")
    case .agreement(let comparison, let number):
      SQL("u.agreement IS NOT NULL AND u.agreement \(sign(comparison)) \(number.double)")
    case .gain(let comparison, let number):
      // What an audit drew does not say what releasing it would cost.
      SQL("\(gain) \(sign(comparison)) \(number.double) AND NOT (\(sql: AuditTable.waits))")
    case .ratings(let comparison, let count): SQL("u.ratings \(sign(comparison)) \(count)")
    case .age(let comparison, let days): age(comparison, days)
    case .slice(let key, .any):
      SQL("EXISTS (SELECT 1 FROM slice s WHERE s.item = u.item AND s.name = \(key))")
    case .slice(let key, .containing(let whole)):
      SQL(
        """
        EXISTS (SELECT 1 FROM slice s
          WHERE s.item = u.item AND s.name = \(key) AND s.content = \(whole))
        """)
    case .note(let pattern): note(pattern)
    case .by(let annotator): rated(annotator)
    case .tier(let tier): SQL("u.tier = \(tier.text) AND u.tier <> ''")
    case .question(let question): SQL("u.question_name = \(question.text)")
    case .item(let pattern): occurs(pattern, in: SQL("u.item_name"))
    case .flag: SQL("u.is_flagged = 1")
    case .drawn: SQL(sql: AuditTable.waits)
    case .tag: SQL("u.id IN (SELECT t.value FROM json_each(\(taggedList)) t)")
    case .status(let status): SQL("u.status = \(status.code)")
    case .doubt(let kind): DoubtCause.condition(kind, on: SQL("u.doubt"))
    case .route(let number): SQL("u.route = \(number)")
    case .text(let text): contains(text)
    case .value(let name):
      SQL(
        """
        EXISTS (SELECT 1 FROM vote v
          WHERE v.unit = u.id AND v.value IN (SELECT w.id FROM value w WHERE w.name = \(name.text)))
        """)
    case .twice(let name):
      SQL(
        """
        EXISTS (SELECT 1 FROM vote v WHERE v.unit = u.id AND v.votes > 1
          AND v.value IN (SELECT w.id FROM value w WHERE w.name = \(name.text)))
        """)
    case .said(let annotator, let name): said(annotator, name)
    case .disagree(let one, let other): differ(one, other)
    case .alone(let annotator): alone(annotator)
    case .ruled(nil): SQL("u.ruled > 0")
    case .ruled(let name?):
      SQL("u.ruled IN (SELECT w.id FROM value w WHERE w.name = \(name.text))")
    case .batch(let number): SQL("u.last_batch IS \(number)")
    case .week(nil): SQL("u.last_week IS NOT NULL")
    case .week(let week?): SQL("u.last_week IS \(week.number)")
    case .version(let version): SQL("u.last_version IS \(version)")
    case .anyStatus: SQL("1 = 1")
    }
  }

  private func said(_ annotator: AnnotatorID, _ name: LabelID) -> SQL {
    SQL(
      """
      EXISTS (SELECT 1 FROM rating r WHERE \(isVote(of: annotator, in: "r"))
        AND r.value IN (SELECT w.id FROM value w WHERE w.name = \(name.text)))
      """)
  }

  private func differ(_ one: AnnotatorID, _ other: AnnotatorID) -> SQL {
    SQL(
      """
      EXISTS (SELECT 1 FROM rating r JOIN value w ON w.id = r.value, rating s
          JOIN value x ON x.id = s.value
        WHERE \(isVote(of: one, in: "r")) AND \(isVote(of: other, in: "s")) AND w.vote <> x.vote)
      """)
  }

  /// Two values, one of them the annotator's alone.
  private func alone(_ annotator: AnnotatorID) -> SQL {
    SQL(
      """
      u.ratings > 2 AND (SELECT count(*) FROM vote v WHERE v.unit = u.id) = 2
      AND EXISTS (SELECT 1 FROM rating r JOIN value w ON w.id = r.value
          JOIN vote v ON v.unit = u.id AND v.value = w.vote
        WHERE \(isVote(of: annotator, in: "r")) AND v.votes = 1)
      """)
  }

  /// Whether the row of `rating` that goes by `row` is the annotator's rating of the unit that counts.
  private func isVote(of annotator: AnnotatorID, in row: String) -> SQL {
    SQL(
      """
      \(sql: row).item = u.item AND \(sql: row).question = u.question AND \(sql: row).is_vote = 1
      AND \(sql: row).annotator = (SELECT a.id FROM annotator a WHERE a.name = \(annotator.text))
      """)
  }

  private func has(_ label: LabelID) -> SQL {
    SQL(
      """
      EXISTS (SELECT 1 FROM vote v WHERE v.unit = u.id
        AND v.value IN (SELECT l.value FROM value_label l WHERE l.label = \(label.text)))
      """)
  }

  private func rated(_ annotator: AnnotatorID) -> SQL {
    SQL(
      """
      EXISTS (SELECT 1 FROM rating r
        WHERE r.item = u.item AND r.question = u.question AND r.in_force = 1 AND r.origin = 0
          AND r.annotator = (SELECT a.id FROM annotator a WHERE a.name = \(annotator.text)))
      """)
  }

  /// Notes are rare and have an index of their own.
  private func note(_ pattern: Limit.Pattern) -> SQL {
    SQL(
      """
      (u.item, u.question) IN (SELECT r.item, r.question FROM rating r
        WHERE r.note IS NOT NULL AND r.in_force = 1 AND \(occurs(pattern, in: SQL("r.note"))))
      """)
  }

  private func contains(_ text: String) -> SQL {
    SQL(
      """
      coalesce((SELECT instr(t.folded, \(text.asciiFolded)) > 0
        FROM item_text t WHERE t.item = u.item), \(text.isEmpty))
      """)
  }

  private func occurs(_ pattern: Limit.Pattern, in column: SQL) -> SQL {
    switch pattern {
    case .any: SQL("\(column) <> ''")
    case .containing(let piece): SQL("instr(lower(\(column)), \(piece.asciiFolded)) > 0")
    }
  }

  /// Whole days since the batch, rounded down, compared without dividing.
  private func age(_ comparison: Limit.Comparison, _ days: Int) -> SQL {
    let since = SQL("coalesce((SELECT b.at FROM batch b WHERE b.number = u.batch), 0)")
    let reached = moment(daysAgo: days)
    let passed = moment(daysAgo: min(days, .max - 1) + 1)
    return switch comparison {
    case .below: SQL("\(since) > \(reached)")
    case .atMost: SQL("\(since) > \(passed)")
    case .above: SQL("\(since) <= \(passed)")
    case .atLeast: SQL("\(since) <= \(reached)")
    case .equal: SQL("\(since) <= \(reached) AND \(since) > \(passed)")
    }
  }

  /// Days beyond any calendar count as its ends, so that nothing overflows.
  private func moment(daysAgo days: Int) -> Int64 {
    now.advanced(days: -max(-10_000_000, min(days, 10_000_000))).milliseconds
  }

  private func sign(_ comparison: Limit.Comparison) -> SQL {
    SQL(sql: comparison.rawValue)
  }

  private var taggedList: String {
    "[" + tagged.map(String.init).joined(separator: ",") + "]"
  }
}
