import Agreement
package import Domain

/// Which units an audit draws: a simple random sample by a seed, and behind it, where each label is to
/// have its own figures, more of those labels that the sample has too few of.
package struct AuditChoice: Hashable, Sendable {
  /// The sample first; all in the order of the draw.
  package let drawn: [ReleasedValue]
  /// How many would be released with each label.
  package let labels: [AuditDraw.LabelCount]

  /// - Parameters:
  ///   - size: Of the sample.
  ///   - floor: The least of each label, as far as there are as many.
  package init(_ released: [ReleasedValue], size: Int, floor: Int, seed: UInt64) {
    let keys = released.map {
      AnnotatorModel.key($0.unit.item.text, $0.unit.question.text)
    }
    let order = ReleaseAudit.draw(
      released.count, of: Array(released.indices), keys: keys, seed: seed
    ).map { released[$0] }
    var counts: [LabelID: Int] = [:]
    for case .label(let label) in released.lazy.map(\.value) { counts[label, default: 0] += 1 }
    labels = counts.map { AuditDraw.LabelCount(label: $0.key, units: $0.value) }
      .sorted { $0.label < $1.label }

    var drawn = Array(order.prefix(max(0, size)))
    var taken: [LabelID: Int] = [:]
    for case .label(let label) in drawn.lazy.map(\.value) { taken[label, default: 0] += 1 }
    // Of one label these are the first of a random order, whatever the sample had of it.
    for more in order.dropFirst(drawn.count) {
      guard case .label(let label) = more.value, taken[label, default: 0] < floor else { continue }
      taken[label, default: 0] += 1
      drawn.append(more)
    }
    self.drawn = drawn
  }
}
