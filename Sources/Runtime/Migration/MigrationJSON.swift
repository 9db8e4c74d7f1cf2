package import Domain
package import Interchange
import Ledger
import Store
import Workbench

/// Migrations for scripts.
package enum MigrationJSON {
  /// - Parameter event: what was recorded; nil where nothing was.
  package static func json(_ plan: MigrationPlan, event: Event?) -> JSONText {
    .object([
      .init("mapping", ValueJSON.json(plan.proposal.mapping.canonical)),
      .init("digest", .string(plan.digest.hex)),
      .init("settings", .string(plan.proposal.settings.digest.hex)),
      .init("rules", .array(plan.rules.map { json($0) })),
      .init(
        "in_doubt",
        .array(
          plan.doubted.map { entry in
            .object([
              .init("seq", .integer(entry.standing.seq)),
              .init("item", .string(entry.unit.item.text)),
              .init("question", .string(entry.unit.question.text)),
              .init("ruling", ValueJSON.json(entry.standing.outcome)),
              .init("by", .string(entry.standing.by.text)),
            ])
          })),
      .init(
        "queue",
        [
          "before": .integer(plan.queue.before), "after": .integer(plan.queue.after),
          "entering": .integer(plan.queue.entering), "leaving": .integer(plan.queue.leaving),
        ]),
      .init(
        "clauses_on_ended_labels", .array(plan.endedClauses.map { .string($0.text) })),
      .init(
        "mixed",
        .array(plan.borders.map { ["seq": .integer($0.seq), "units": .integer($0.mixed)] })),
      .init("refused", ValueJSON.text(plan.refusal?.code)),
      .init("seq", event.map { .integer($0.seq) } ?? nil),
    ])
  }

  private static func json(_ outlook: MigrationPlan.RuleOutlook) -> JSONText {
    .object([
      .init("rule", .string(outlook.rule.kind?.rawValue ?? "")),
      .init("from", .array(outlook.rule.from.map { .string($0.text) })),
      .init("to", .array(outlook.rule.to.map { .string($0.text) })),
      .init("ratings", .integer(outlook.ratings)), .init("rulings", .integer(outlook.rulings)),
      .init("gold", .integer(outlook.gold)),
      .init("clauses", .array(outlook.clauses.map { .string($0.text) })),
      .init("examples", .integer(outlook.examples)),
    ])
  }

  package static func json(_ list: MigrationList) -> JSONText {
    .object([
      .init("migrations", .array(list.migrations.map { json($0, list) })),
      .init("ended_ratings", .integer(list.endedRatings)),
    ])
  }

  private static func json(_ entry: RecordedMigration, _ list: MigrationList) -> JSONText {
    let fates = list.fates[entry.seq] ?? DoubtFates()
    return .object([
      .init("seq", .integer(entry.seq)), .init("at", .string(entry.at.text)),
      .init("by", .string(entry.by.text)),
      .init("mapping", ValueJSON.json(entry.migration.mapping.canonical)),
      .init("digest", .string(Digest.sha256(of: entry.migration.mapping.bytes).hex)),
      .init("settings", .string(entry.migration.settings.digest.hex)),
      .init("batch", .integer(entry.migration.batch)),
      .init("guideline", .integer(list.places.first { $0.at == entry.at }?.version ?? 0)),
      .init("reason", ValueJSON.text(entry.migration.reason)),
      .init("in_doubt", .array(entry.migration.inDoubt.map { .integer($0) })),
      .init("waiting", .integer(fates[.waiting])), .init("kept", .integer(fates[.kept])),
      .init("overruled", .integer(fates[.overruled])),
      .init("taken_back", .integer(fates[.takenBack])),
      .init("mixed_units", .integer(list.borders.first { $0.seq == entry.seq }?.mixed ?? 0)),
    ])
  }
}
