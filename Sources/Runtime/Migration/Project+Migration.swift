package import Configuration
package import Domain
import Ledger
import Store
import Workbench

extension Project {
  /// What a mapping, and `tiebreak.toml` as it is now, would do. Changes nothing.
  ///
  /// O(project): the queue after it is read from tables that are derived as if it had happened.
  ///
  /// - Throws: what keeps the mapping from leading to the new settings, with its place in the file.
  package func planMigration(
    _ document: MappingDocument, reason: String? = nil
  ) throws(ProjectFailure) -> MigrationPlan {
    let proposal = try proposal(document, reason: reason)
    _ = try caughtUp()
    let command = Command.migrate(proposal)
    let found: Evidence
    do throws(ReadFailure) {
      found = try evidence(for: command)
    } catch {
      throw .read(error)
    }
    let (declared, facts) = (configuration.labels.map(\.id), found.migration)
    if let problem = proposal.mapping.problem(
      from: declared, used: facts.used, to: proposal.labels)
    {
      throw Self.failure(problem, document)
    }
    let context = DecisionContext(
      members: members, configuration: configuration, unit: nil, guideline: guideline,
      evidence: found)
    var refusal: Refusal?
    if case .failure(let reason) = decided(command, context) { refusal = reason }
    let migration = LabelMigration(
      mapping: proposal.mapping, settings: proposal.settings, batch: facts.batch,
      inDoubt: facts.ended, reason: reason)
    do throws(ReadFailure) {
      return MigrationPlan(
        proposal: proposal, refusal: refusal, rules: try outlooks(of: proposal.mapping),
        doubted: try index.standings(at: facts.ended),
        queue: try index.outlook(migration, by: actor, at: now),
        borders: try index.borderFigures())
    } catch {
      throw .read(error)
    }
  }

  /// Makes what was planned take effect: the mapping and the settings, as one event.
  package func migrate(_ plan: MigrationPlan) throws(ProjectFailure) -> Event {
    try record(.migrate(plan.proposal))
  }

  /// The migrations so far, oldest first. O(migrations · ratings).
  package func migrations() throws(ProjectFailure) -> MigrationList {
    _ = try caughtUp()
    do throws(ReadFailure) {
      let migrations = try index.migrations()
      var fates: [Int: DoubtFates] = [:]
      for (cause, found) in try index.doubtFates() {
        if case .migration(let seq) = cause { fates[seq] = found }
      }
      return MigrationList(
        migrations: migrations, borders: migrations.isEmpty ? [] : try index.borderFigures(),
        fates: fates, endedRatings: migrations.isEmpty ? 0 : try index.endedRatings(),
        places: try labelBorders())
    } catch {
      throw .read(error)
    }
  }

  /// Where label sets changed, oldest first.
  func labelBorders() throws(ReadFailure) -> [LabelBorder] {
    let migrations = try index.migrations()
    guard !migrations.isEmpty else { return [] }
    let versions = try index.guideline().versions
    return migrations.map { entry in
      LabelBorder(
        batch: entry.migration.batch, at: entry.at,
        version: versions.last { $0.seq < entry.seq }?.number ?? 0,
        mapping: entry.migration.mapping)
    }
  }

  private func proposal(
    _ document: MappingDocument, reason: String?
  ) throws(ProjectFailure) -> MigrationProposal {
    if let problem = document.mapping.shapeProblem { throw Self.failure(problem, document) }
    let (text, configuration) = try soundSettings()
    let settings = StoreLine.removed(from: text)
    return MigrationProposal(
      mapping: document.mapping,
      settings: ConfigurationChange(text: settings, digest: .sha256(of: settings)),
      labels: configuration.labels.map(\.id), reason: reason)
  }

  private static func failure(
    _ problem: MappingProblem, _ document: MappingDocument
  ) -> ProjectFailure {
    let error = document.error(Words.sentence(problem), about: problem.label)
    return .settings(error.problems.map { "\($0)" })
  }

  private func outlooks(
    of mapping: LabelMapping
  ) throws(ReadFailure) -> [MigrationPlan.RuleOutlook] {
    let uses = try index.valueUses()
    let reading = try index.labelReading()
    let clauses = guideline.clauses.compactMap { id, clause -> (ClauseID, ClauseText)? in
      guard let text = clause.proposed ?? clause.published else { return nil }
      return (id, reading.read(text, at: clause.seq))
    }
    return mapping.rules.map { rule in
      let labels = Set(rule.from)
      let named = uses.filter { !labels.isDisjoint(with: $0.value.mentionedLabels) }
      let meant = clauses.filter { !labels.isDisjoint(with: $0.1.labels) }
      return MigrationPlan.RuleOutlook(
        rule: rule, ratings: named.reduce(0) { $0 + $1.ratings },
        rulings: named.reduce(0) { $0 + $1.rulings }, gold: named.reduce(0) { $0 + $1.gold },
        clauses: meant.map(\.0).sorted(),
        examples: meant.reduce(0) { $0 + $1.1.examples.count + $1.1.counterExamples.count })
    }
  }
}
