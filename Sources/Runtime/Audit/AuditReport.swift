import Agreement
package import Domain
package import Store

/// What an audit says so far, with exact limits.
package struct AuditReport: Sendable {
  package let progress: AuditProgress
  package let standing: AuditStanding
  /// By label, in byte order, those that something was drawn of.
  package let labels: [Label]

  /// How right one label would have been released.
  package struct Label: Hashable, Sendable {
    package let label: LabelID
    /// Units that would have been released with it.
    package let open: Int
    /// How many of these were drawn.
    package let drawn: Int
    /// How many are ruled, one after the other from the first.
    package let ruled: Int
    package let right: Int
    /// Share of right ones among all `open`, between both with a confidence of .95; nil while none is
    /// ruled.
    package let limits: (low: Double, high: Double)?

    package var share: Double? { ruled > 0 ? Double(right) / Double(ruled) : nil }

    package static func == (left: Label, right: Label) -> Bool {
      left.label == right.label && left.open == right.open && left.drawn == right.drawn
        && left.ruled == right.ruled && left.right == right.right
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(label)
      hasher.combine(right)
    }
  }

  package init(_ progress: AuditProgress) {
    self.progress = progress
    let draw = progress.audit.draw
    let sample = Beginning(progress.units.prefix(draw.size))
    var standing = AuditStanding(
      seq: progress.audit.seq, size: draw.size, ruled: sample.ruled, right: sample.right,
      missing: progress.units.count { $0.standing == nil })
    let audit = ReleaseAudit(
      ruled: draw.ruled, open: draw.open, drawn: sample.ruled, right: sample.right)
    if let audit, let limits = audit.limits(), let least = audit.lowerLimit() {
      standing.accuracy = audit.accuracy
      standing.low = limits.lower
      standing.high = limits.upper
      standing.least = least
    }
    standing.rulingsSince = progress.rulingsSince
    standing.batchesSince = progress.batchesSince
    standing.earlier = progress.earlier.count
    self.standing = standing
    labels = draw.labels.compactMap { count in
      Self.label(count, progress.units.filter { $0.label.value == .label(count.label) })
    }
  }

  /// Ruled units whose ruling says something else than would have been released, in the order of the
  /// draw.
  package var wrong: [AuditedUnit] { progress.units.filter { $0.isRight == false } }

  /// - Parameter units: Those that were drawn of the label, in the order of the draw.
  private static func label(
    _ count: AuditDraw.LabelCount, _ units: [AuditedUnit]
  ) -> Label? {
    guard !units.isEmpty else { return nil }
    let beginning = Beginning(units[...])
    let lot = ReleaseAudit(
      ruled: 0, open: count.units, drawn: beginning.ruled, right: beginning.right)
    var limits: (low: Double, high: Double)?
    if let lot, beginning.ruled > 0 {
      limits = (
        Double(lot.fewestRight(tail: 0.025)) / Double(count.units),
        Double(lot.mostRight(tail: 0.025)) / Double(count.units)
      )
    }
    return Label(
      label: count.label, open: count.units, drawn: units.count, ruled: beginning.ruled,
      right: beginning.right, limits: limits)
  }

  /// The longest beginning of a draw in which every unit is ruled: a draw by itself.
  private struct Beginning {
    var ruled = 0
    var right = 0

    init(_ units: ArraySlice<AuditedUnit>) {
      for unit in units {
        guard let isRight = unit.isRight else { return }
        ruled += 1
        if isRight { right += 1 }
      }
    }
  }
}
