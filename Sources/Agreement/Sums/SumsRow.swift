/// One integer of `AgreementSums`, with its place: the form in which sums are stored.
///
/// Rows add up: the sums of two sets of units have, place by place, the sum of their counts. So a
/// store applies a change by adding the rows of the change, and drops rows that reach zero.
public struct SumsRow: Hashable, Sendable {
  /// What is counted. The raw values are stored and never change.
  public enum Table: Int, CaseIterable, Sendable {
    /// Units; keys: ratings per unit.
    case units = 1
    /// Σ h, agreeing pairs of ratings; keys: ratings per unit.
    case agreement = 2
    /// Σ h²; keys: ratings per unit.
    case agreementSquared = 3
    /// Σ n, ratings; keys: ratings per unit, label.
    case labelRatings = 4
    /// Σ n(n−1); keys: ratings per unit, label.
    case labelAgreement = 5
    /// Σ h·n; keys: ratings per unit, label.
    case labelMoment = 6
    /// Σ n·m of two labels; keys: ratings per unit, smaller label, larger label.
    case labelPair = 7
    /// Ratings; keys: annotator, label.
    case annotatorLabel = 8
    /// Common units; keys: annotator, annotator with a larger code, label of each.
    case annotatorPair = 9
  }

  public let table: Table
  /// The keys that the table names; those it does not name are 0.
  public let first: Int
  public let second: Int
  public let third: Int
  public let fourth: Int
  public let count: Int

  /// A row with its keys in the order that `Table` names.
  public init(
    _ table: Table, _ first: Int, _ second: Int = 0, _ third: Int = 0, _ fourth: Int = 0,
    count: Int
  ) {
    self.table = table
    self.first = first
    self.second = second
    self.third = third
    self.fourth = fourth
    self.count = count
  }
}
