import Domain
import Screen
import Store

/// Migrations for people.
package enum MigrationText {
  /// What would happen, before anything does.
  package static func lines(_ plan: MigrationPlan) -> [String] {
    var table = TextTable([
      .init("rule"), .init("labels", widest: 44, cut: .end), .init("ratings", .right),
      .init("rulings", .right), .init("gold", .right), .init("clauses", .right),
      .init("examples", .right),
    ])
    for outlook in plan.rules {
      table.append([
        SafeText(outlook.rule.kind?.rawValue ?? ""), labels(outlook.rule),
        SafeText(Figures.count(outlook.ratings)), SafeText(Figures.count(outlook.rulings)),
        SafeText(Figures.count(outlook.gold)), SafeText(Figures.count(outlook.clauses.count)),
        SafeText(Figures.count(outlook.examples)),
      ])
    }
    return table.lines() + [""] + sentences(plan).flatMap { TextLines.wrapped($0, indent: 2) }
      + doubted(plan)
  }

  private static func sentences(_ plan: MigrationPlan) -> [String] {
    let kept = plan.rules.filter { $0.rule.kind?.keepsMeaning == true }
    let ended = plan.rules.filter { $0.rule.kind?.keepsMeaning == false }
    var sentences: [String] = []
    if !kept.isEmpty {
      sentences.append(
        "Renamed and merged labels: what was said with them counts on, under the new name.")
    }
    if !ended.isEmpty {
      sentences.append(
        "Split and retired labels: \(Words.count(ended.reduce(0) { $0 + $1.ratings }, "rating")) "
          + "would count no more, and \(Words.count(plan.doubted.count, "ruling")) would have to be "
          + "made again.")
    }
    let queue = plan.queue
    sentences.append(
      "The queue would have \(Words.count(queue.after, "unit")), and has \(Figures.count(queue.before)): "
        + "\(Figures.count(queue.entering)) would come, \(Figures.count(queue.leaving)) would go.")
    if !plan.endedClauses.isEmpty {
      sentences.append(
        "On labels that would be gone: "
          + Words.list(plan.endedClauses.map { Words.plain($0.text) }) + ".")
    }
    sentences += plan.borders.filter { $0.mixed > 0 }.map { border in
      "\(Words.count(border.mixed, "unit")) have ratings from both sides of the migration at "
        + "\(border.seq) already."
    }
    sentences.append("Mapping \(plan.digest.hex.prefix(16)).")
    if let refusal = plan.refusal { sentences.append(Words.sentence(refusal)) }
    return sentences
  }

  private static let listed = 20

  private static func doubted(_ plan: MigrationPlan) -> [String] {
    guard !plan.doubted.isEmpty else { return [] }
    var table = TextTable([
      .init("ruling", .right), .init("item", widest: 28), .init("question", widest: 16),
      .init("says", widest: 24), .init("by", widest: 16),
    ])
    for entry in plan.doubted.prefix(listed) {
      table.append([
        SafeText(String(entry.standing.seq)), SafeText(entry.unit.item.text),
        SafeText(entry.unit.question.text), SafeText(Words.outcome(entry.standing.outcome)),
        SafeText(entry.standing.by.text),
      ])
    }
    let rest = plan.doubted.count - listed
    return [""] + table.lines() + (rest > 0 ? ["  and \(Figures.count(rest)) more: --json"] : [])
  }

  /// The migrations so far.
  package static func lines(_ list: MigrationList) -> [String] {
    guard !list.migrations.isEmpty else { return ["No label set was ever migrated."] }
    var table = TextTable([
      .init("event", .right), .init("when"), .init("by", widest: 16),
      .init("after batch", .right), .init("what", widest: 44, cut: .end),
      .init("in doubt", .right), .init("wait", .right), .init("mixed", .right),
    ])
    for entry in list.migrations {
      for (place, rule) in entry.migration.mapping.rules.enumerated() {
        let what = SafeText("\(rule.kind?.rawValue ?? ""): \(labels(rule).plain)")
        guard place == 0 else {
          table.append(["", "", "", "", what])
          continue
        }
        let fates = list.fates[entry.seq] ?? DoubtFates()
        let mixed = list.borders.first { $0.seq == entry.seq }?.mixed ?? 0
        table.append([
          SafeText(Figures.count(entry.seq)), SafeText(String(entry.at.text.prefix(10))),
          SafeText(entry.by.text), SafeText(Figures.count(entry.migration.batch)), what,
          SafeText(Figures.count(entry.migration.inDoubt.count)),
          SafeText(Figures.count(fates[.waiting])), SafeText(Figures.count(mixed)),
        ])
      }
    }
    return table.lines() + [""] + notes(list).flatMap { TextLines.wrapped($0, indent: 2) }
  }

  /// What figures over ratings have to say of the borders: nothing where there is none.
  package static func notes(_ list: MigrationList) -> [String] {
    guard !list.migrations.isEmpty else { return [] }
    var notes = list.migrations.map { entry in
      let mixed = list.borders.first { $0.seq == entry.seq }?.mixed ?? 0
      return
        "The labels changed on \(entry.at.text.prefix(10)), with event \(entry.seq), after batch "
        + "\(Figures.count(entry.migration.batch)); \(Words.count(mixed, "unit")) "
        + "\(mixed == 1 ? "has" : "have") ratings from both sides."
    }
    notes.append(
      "Figures from before and after such a border are not comparable: annotators chose among other "
        + "labels.")
    if list.endedRatings > 0 {
      notes.append(
        "\(Words.count(list.endedRatings, "rating")) "
          + (list.endedRatings == 1 ? "gives a label that is" : "give labels that are")
          + " gone, and \(list.endedRatings == 1 ? "counts" : "count") as declined.")
    }
    return notes
  }

  /// `a, b → c`
  static func labels(_ rule: LabelRule) -> SafeText {
    let from = rule.from.map(\.text).joined(separator: ", ")
    return SafeText(
      rule.to.isEmpty ? from : "\(from) → \(rule.to.map(\.text).joined(separator: ", "))")
  }
}
