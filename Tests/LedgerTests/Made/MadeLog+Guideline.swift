import Domain
import Ledger

/// The part of a made history that is about the guideline.
extension MadeLog {
  mutating func draftClause() {
    let known = state.guideline.clauses.keys.sorted()
    let id = known.randomElement(using: &numbers)
    guard let id, let clause = state.guideline.clauses[id], !Bool.random(using: &numbers) else {
      let change = ClauseChange(
        id: state.guideline.nextClause, base: -1, text: clauseText(), stage: stage())
      return record(.clause(change), by: "ruth")
    }
    guard clause.status != .withdrawn else { return }
    if !clause.isTakenOut, Int.random(in: 0..<4, using: &numbers) == 0 {
      let reason = Bool.random(using: &numbers) ? "unused \u{1B}[1m" : nil
      record(.clause(ClauseChange(withdrawing: id, base: clause.seq, reason: reason)), by: "ruth")
    } else {
      record(
        .clause(ClauseChange(id: id, base: clause.seq, text: clauseText(), stage: stage())),
        by: "lena")
    }
  }

  mutating func draftSection() {
    let id: SectionID =
      Bool.random(using: &numbers) ? .label(LabelID("Å \"b\"")) : .policy(PolicyID("skip\n:"))
    let texts = ["", "one line", "# not a heading\n\\", String(repeating: "long ", count: 900)]
    let text = texts[Int(numbers.next() % 4)] + (Bool.random(using: &numbers) ? "" : "!")
    record(
      .guideline(
        SectionChange(
          id: id, base: state.guideline.sections[id]?.seq ?? -1, text: text, stage: stage())),
      by: "ruth")
  }

  mutating func publish() {
    let parts = state.guideline.pending.filter { _ in Int.random(in: 0..<3, using: &numbers) > 0 }
    guard !parts.isEmpty else { return }
    let changes = parts.map { part in
      PublishedChange(
        part: part, seq: state.guideline.position(of: part) ?? 0,
        kind: Bool.random(using: &numbers) ? .semantic : .editorial)
    }
    let standing = state.seats.filter { $0.key.seat == .main }.map(\.value.seq).sorted()
    // Long enough for an attachment where the log is.
    let doubts = [[], [2], standing, Array(stride(from: 0, through: state.head, by: 2))]
    let version = state.guideline.version + 1
    record(
      .publish(
        Publication(
          version: version, digest: .sha256(of: "version \(version)"), changes: changes,
          inDoubt: doubts[Int(numbers.next() % 4)], calibration: calibration(of: changes),
          waived: Bool.random(using: &numbers) ? "in a \u{202E}hurry" : nil)), by: "lena")
  }

  private mutating func stage() -> ProposalStage {
    Int.random(in: 0..<4, using: &numbers) == 0 ? .draft : .review
  }

  private mutating func clauseText() -> ClauseText {
    let unit = UnitID(item: ItemID("item:1 \u{301}é"), question: QuestionID("tone\n\"x\""))
    let examples = [
      ClauseExample("plain"), ClauseExample("two\nlines", unit: unit),
      ClauseExample("\\ \u{1} \u{7F}", unit: unit),
    ]
    let number = Int(numbers.next() % 4)
    return ClauseText(
      title: "Clause \(state.head) \u{202E}\"t\"",
      labels: number == 0 ? [] : [LabelID("van"), LabelID("car"), LabelID("é\t")],
      statement: number == 1 ? String(repeating: "as said ", count: 600) : "Do.\r\n\tElse not.",
      examples: Array(examples.prefix(number)), counterExamples: Array(examples.dropFirst(number)),
      bornFrom: number == 2 ? [3, 4] : [])
  }
}
