import Domain
import GRDB

/// Puts together what a limit is held against, reading only what the limit asks for.
struct SubjectReader {
  /// Which facts a limit looks at beyond the unit's own row.
  struct Evidence {
    var slices = false
    var notes = false
    var annotators = false
    var text = false
    var votes = false

    init(_ limits: [Limit]) {
      for term in limits.flatMap(\.terms) {
        switch term.condition {
        case .slice: slices = true
        case .note: notes = true
        case .by: annotators = true
        case .said, .disagree, .alone: votes = true
        case .text: text = true
        default: break
        }
      }
    }
  }

  let book: NameBook

  /// Its age is 0, and it has no tag and no route: these are not the unit's own.
  func subject(of unit: UnitRecord, _ evidence: Evidence) throws -> LimitSubject {
    var subject = LimitSubject(unit: unit.name)
    subject.labels = Set(unit.votes.flatMap(\.value.value.mentionedLabels)).sorted()
    subject.agreement = unit.agreement.flatMap { Number(String($0)) }
    subject.gain = Number(String(unit.gain))
    subject.ratings = unit.ratings
    subject.tier = unit.tier.isEmpty ? nil : TierID(unit.tier)
    subject.isFlagged = unit.isFlagged
    subject.status = unit.status
    subject.doubt = DoubtCause(code: unit.doubt)?.kind
    subject.votes = unit.votes.flatMap { vote in
      repeatElement(LabelID(vote.value.value.name), count: vote.votes)
    }
    if unit.ruled > 0 { subject.ruled = LabelID(try book.vote(unit.ruled).value.name) }
    subject.lastBatch = unit.lastBatch
    subject.version = unit.lastVersion
    subject.week = unit.lastWeek.map { Week(number: $0) }
    let database = book.database
    if evidence.votes {
      subject.said = try Row.fetchAll(
        database.cachedStatement(
          sql: """
            SELECT a.name, v.name FROM rating r JOIN annotator a ON a.id = r.annotator
              JOIN value v ON v.id = r.value
            WHERE r.item = ? AND r.question = ? AND r.is_vote = 1
            """), arguments: [unit.item, unit.question]
      ).map { LimitSubject.Said(AnnotatorID($0[0]), LabelID($0[1])) }
    }
    if evidence.slices {
      subject.slices = try Row.fetchAll(
        database.cachedStatement(sql: "SELECT name, content FROM slice WHERE item = ?"),
        arguments: [unit.item]
      ).map { Slice(key: $0[0], value: $0[1]) }
    }
    if evidence.notes {
      subject.notes = try String.fetchAll(
        database.cachedStatement(
          sql: """
            SELECT note FROM rating
            WHERE item = ? AND question = ? AND in_force = 1 AND note IS NOT NULL
            """), arguments: [unit.item, unit.question])
    }
    if evidence.annotators {
      subject.annotators = try String.fetchAll(
        database.cachedStatement(
          sql: """
            SELECT DISTINCT a.name FROM rating r JOIN annotator a ON a.id = r.annotator
            WHERE r.item = ? AND r.question = ? AND r.in_force = 1 AND r.origin = 0
            """), arguments: [unit.item, unit.question]
      ).map { AnnotatorID($0) }
    }
    if evidence.text {
      subject.text =
        try String.fetchOne(
          database.cachedStatement(sql: "SELECT folded FROM item_text WHERE item = ?"),
          arguments: [unit.item]) ?? ""
    }
    return subject
  }
}
