package import Domain
import Ledger
package import Store
package import Workbench

/// A new label set before it takes effect: what would survive, and what would have to be ruled again.
package struct MigrationPlan: Sendable {
  /// What one rule would meet.
  package struct RuleOutlook: Hashable, Sendable {
    package let rule: LabelRule
    /// Ratings of people in force whose value names a label of it.
    package let ratings: Int
    /// Rulings that stand whose value does.
    package let rulings: Int
    package let gold: Int
    /// Clauses in force, or proposed, on a label of it; and their examples and counter-examples.
    package let clauses: [ClauseID]
    package let examples: Int
  }

  package let proposal: MigrationProposal
  /// Why it would be refused if it were tried now; nil where it would not.
  package let refusal: Refusal?
  package let rules: [RuleOutlook]
  /// The rulings that would be in doubt, by position.
  package let doubted: [Citation]
  package let queue: QueueOutlook
  /// Units with ratings from both sides of each migration before.
  package let borders: [BorderFigures]

  /// Clauses on labels that would be split or retired.
  package var endedClauses: [ClauseID] {
    Set(rules.filter { $0.rule.kind?.keepsMeaning == false }.flatMap(\.clauses)).sorted()
  }

  /// SHA-256 of the mapping's canonical form.
  package var digest: Digest { .sha256(of: proposal.mapping.bytes) }
}

/// The migrations so far, and what they left behind.
package struct MigrationList: Sendable {
  package let migrations: [RecordedMigration]
  package let borders: [BorderFigures]
  /// What became of the rulings that each put in doubt, by its position.
  package let fates: [Int: DoubtFates]
  /// Ratings in force that say nothing any more.
  package let endedRatings: Int
  /// Where each lies in what is seen over time.
  package let places: [LabelBorder]
}
