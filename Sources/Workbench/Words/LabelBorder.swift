package import Domain
import Screen

/// Where a label set changed, as figures over time tell it: annotators chose among other labels before.
package struct LabelBorder: Hashable, Sendable {
  /// What time is counted in.
  package enum Axis: String, Sendable, CaseIterable {
    case batch
    case day
    case week
    case month
    case version
  }

  /// The newest batch before it; 0 before the first.
  package let batch: Int
  package let at: Instant
  /// The version of the guideline in force then; 0 before the first.
  package let version: Int
  package let mapping: LabelMapping

  package init(batch: Int, at: Instant, version: Int, mapping: LabelMapping) {
    self.batch = batch
    self.at = at
    self.version = version
    self.mapping = mapping
  }

  /// `labels changed here: after batch 3, rider → cyclist`
  ///
  /// - Parameter earlier: how many came before it and are not told.
  package func phrase(along axis: Axis, earlier: Int = 0) -> String {
    let more = earlier > 0 ? " (\(earlier) before)" : ""
    return "labels changed here: \(place(along: axis))\(more), \(changes)"
  }

  /// `after batch 3`, `in 2026-W11`, `under v2`.
  package func place(along axis: Axis) -> String {
    switch axis {
    case .batch: batch == 0 ? "before the first batch" : "after batch \(batch)"
    case .day: "on \(at.text.prefix(10))"
    case .week: "in \(Week(at).text)"
    case .month: "in \(at.text.prefix(7))"
    case .version: version == 0 ? "before v1" : "under v\(version)"
    }
  }

  /// `rider → cyclist; spam retired`, of many rules the first two.
  private var changes: String {
    let shown = mapping.rules.prefix(2).map { rule in
      let from = rule.from.map { SafeText.line($0.text) }.joined(separator: ", ")
      let to = rule.to.map { SafeText.line($0.text) }.joined(separator: ", ")
      return rule.to.isEmpty ? "\(from) retired" : "\(from) → \(to)"
    }
    let rest = mapping.rules.count - shown.count
    return shown.joined(separator: "; ") + (rest > 0 ? "; \(rest) more" : "")
  }
}
