import Agreement

/// How many units to draw so that an audit is likely to show a wanted accuracy.
package struct AuditAdvice: Hashable, Sendable {
  package let bound: Double
  /// The share of right labels that is expected among those without a ruling.
  package let expected: Double
  package let ruled: Int
  package let open: Int
  /// nil where no draw would show it, however large.
  package let size: Int?
  /// The least that can do, where no draw is wrong.
  package let least: Int?

  package init(bound: Double, expected: Double, ruled: Int, open: Int) {
    self.bound = bound
    self.expected = expected
    self.ruled = ruled
    self.open = open
    size = ReleaseAudit.size(toShow: bound, ruled: ruled, open: open, expecting: expected)
    least = ReleaseAudit.size(toShow: bound, ruled: ruled, open: open)
  }
}
