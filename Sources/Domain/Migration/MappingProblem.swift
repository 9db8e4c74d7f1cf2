/// Why a mapping does not lead from one label set to another.
public enum MappingProblem: Error, Hashable, Sendable {
  /// No rule at all.
  case empty
  case tooLong(bytes: Int, limit: Int)
  /// Labels from nowhere, several into several, or one into itself.
  case noRule(LabelRule)
  /// Two rules begin with the label.
  case mappedTwice(LabelID)
  /// Two rules end in the label, and what was said with either would be one: that is a merge.
  case madeTwice(LabelID)
  /// The name stands for one thing before and for another after.
  case meansAnother(LabelID)
  /// Neither declared nor given by anybody.
  case unknown(LabelID)
  /// The new settings do not declare what the mapping makes.
  case missing(LabelID)
  /// The new settings still declare what is renamed away, merged, split or retired.
  case stillDeclared(LabelID)
  /// The new settings no longer declare it, and no rule says what becomes of it.
  case leftOut(LabelID)
  /// The new settings declare no labels: then any is admissible, and nothing can be gone.
  case noneDeclared

  /// A word for scripts.
  public var code: String {
    switch self {
    case .empty: "mapping_empty"
    case .tooLong: "mapping_too_long"
    case .noRule: "mapping_no_rule"
    case .mappedTwice: "mapping_mapped_twice"
    case .madeTwice: "mapping_made_twice"
    case .meansAnother: "mapping_means_another"
    case .unknown: "mapping_unknown"
    case .missing: "mapping_missing"
    case .stillDeclared: "mapping_still_declared"
    case .leftOut: "mapping_left_out"
    case .noneDeclared: "mapping_none_declared"
    }
  }

  /// The label it is about, if one.
  public var label: LabelID? {
    switch self {
    case .mappedTwice(let label), .madeTwice(let label), .meansAnother(let label),
      .unknown(let label), .missing(let label), .stillDeclared(let label), .leftOut(let label):
      label
    case .empty, .tooLong, .noRule, .noneDeclared: nil
    }
  }
}

extension LabelMapping {
  /// What is wrong with it whatever the label sets are; nil for a sound one.
  public var shapeProblem: MappingProblem? {
    guard !rules.isEmpty else { return .empty }
    var sources: Set<LabelID> = []
    var made: Set<LabelID> = []
    for rule in rules {
      guard let kind = rule.kind else { return .noRule(rule) }
      for label in rule.from where !sources.insert(label).inserted { return .mappedTwice(label) }
      guard kind.keepsMeaning else { continue }
      for label in rule.to where !made.insert(label).inserted { return .madeTwice(label) }
    }
    for rule in rules {
      for label in rule.to {
        guard let other = self.rule(for: label) else { continue }
        // A merge may keep the name of one of its own; names may be passed on one to one.
        let isOwn = other == rule && rule.kind == .merge
        guard isOwn || (rule.kind == .rename && other.kind == .rename) else {
          return .meansAnother(label)
        }
      }
    }
    let bytes = self.bytes.count
    return bytes > Self.byteLimit ? .tooLong(bytes: bytes, limit: Self.byteLimit) : nil
  }

  /// What keeps it from leading from one label set to another; nil where nothing does.
  ///
  /// - Parameters:
  ///   - declared: the labels of the settings in force.
  ///   - used: labels that were given or ruled, declared or not.
  ///   - new: the labels of the settings it leads to.
  public func problem(
    from declared: [LabelID], used: Set<LabelID>, to new: [LabelID]
  ) -> MappingProblem? {
    if let shapeProblem { return shapeProblem }
    if new.isEmpty { return .noneDeclared }
    let (before, after) = (Set(declared), Set(new))
    for rule in rules {
      for label in rule.from {
        guard before.contains(label) || used.contains(label) else { return .unknown(label) }
        let isMadeAgain = rules.contains { $0.kind != .split && $0.to.contains(label) }
        guard isMadeAgain || !after.contains(label) else { return .stillDeclared(label) }
      }
      for label in rule.to {
        guard after.contains(label) else { return .missing(label) }
        // What was said with a label that stays must not become what was said with others.
        let stays = before.contains(label) && self.rule(for: label) == nil
        guard rule.kind == .split || !stays else { return .meansAnother(label) }
      }
    }
    for label in declared where self.rule(for: label) == nil && !after.contains(label) {
      return .leftOut(label)
    }
    return nil
  }
}
