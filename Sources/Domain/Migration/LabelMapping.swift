/// How an old label set becomes a new one. What no rule names stays as it is. All rules take effect at
/// once, so that two labels can change names with each other.
public struct LabelMapping: Hashable, Sendable {
  /// In byte order of the labels they begin with.
  public let rules: [LabelRule]
  private let places: [LabelID: Int]

  public init(_ rules: [LabelRule]) {
    let sorted = rules.sorted { left, right in
      left.from == right.from
        ? left.to.lexicographicallyPrecedes(right.to)
        : left.from.lexicographicallyPrecedes(right.from)
    }
    self.rules = sorted
    var places: [LabelID: Int] = [:]
    for (place, rule) in sorted.enumerated() {
      for label in rule.from where places[label] == nil { places[label] = place }
    }
    self.places = places
  }

  /// What becomes of a label.
  public enum Fate: Hashable, Sendable {
    case stays
    /// It is this label now.
    case becomes(LabelID)
    /// It is split or retired: what was said with it says nothing under the new set.
    case ends(LabelRule.Kind)
  }

  /// The rule that names a label among the old ones; nil where none does.
  public func rule(for label: LabelID) -> LabelRule? {
    places[label].map { rules[$0] }
  }

  /// O(1).
  public func fate(of label: LabelID) -> Fate {
    guard let rule = rule(for: label), let kind = rule.kind else { return .stays }
    guard kind.keepsMeaning, let target = rule.to.first else { return .ends(kind) }
    return target == label ? .stays : .becomes(target)
  }

  /// What undoes it, where every rule gives one label another name; else nil.
  public var inverse: LabelMapping? {
    guard rules.allSatisfy({ $0.kind == .rename }) else { return nil }
    return LabelMapping(rules.map { LabelRule(from: $0.to, to: $0.from) })
  }

  /// A value of the old set as it reads under the new one; nil where a label of it has ended, or where
  /// labels that it ranked apart are one now.
  public func read(_ value: Value) -> Value? {
    switch value {
    case .label(let label): return read(label).map { .label($0) }
    case .labels(let labels): return read(all: labels).map { .labels(of: $0) }
    case .ranking(let groups):
      var ranked: [[LabelID]] = []
      for group in groups {
        guard let labels = read(all: group) else { return nil }
        ranked.append(Set(labels).sorted())
      }
      guard Set(ranked.joined()).count == ranked.reduce(0, { $0 + $1.count }) else { return nil }
      return .ranking(ranked)
    case .spans(let spans):
      guard let labels = read(all: spans.map(\.label)) else { return nil }
      return .spans(
        zip(spans, labels).map { Span(start: $0.start, end: $0.end, label: $1) })
    case .boxes(let boxes):
      guard let labels = read(all: boxes.map(\.label)) else { return nil }
      return .boxes(
        zip(boxes, labels).map {
          Box(
            x: $0.x, y: $0.y, width: $0.width, height: $0.height, rotation: $0.rotation, label: $1)
        })
    case .number, .text, .abstained: return value
    }
  }

  /// A label of the old set as it reads under the new one; nil where it has ended.
  public func read(_ label: LabelID) -> LabelID? {
    switch fate(of: label) {
    case .stays: label
    case .becomes(let other): other
    case .ends: nil
    }
  }

  private func read(all labels: [LabelID]) -> [LabelID]? {
    let read = labels.compactMap { self.read($0) }
    return read.count == labels.count ? read : nil
  }
}
