/// What becomes of one or several labels of an old label set.
public struct LabelRule: Hashable, Sendable {
  /// Labels of the old set, in byte order, each once.
  public let from: [LabelID]
  /// Labels of the new set, in byte order, each once.
  public let to: [LabelID]

  public init(from: [LabelID], to: [LabelID]) {
    self.from = Set(from).sorted()
    self.to = Set(to).sorted()
  }

  /// The kinds of rule, named as in mapping files.
  public enum Kind: String, Sendable, CaseIterable {
    /// The same label under another name.
    case rename
    /// Several labels are one.
    case merge
    /// One label is several: which of them, nobody said.
    case split
    /// The label is gone.
    case retire

    /// Whether what was said with the old label says something under the new set.
    public var keepsMeaning: Bool { self == .rename || self == .merge }
  }

  /// nil for what is no rule: labels from nowhere, several into several, one into itself.
  public var kind: Kind? {
    switch (from.count, to.count) {
    case (0, _): nil
    case (1, 0): .retire
    case (1, 1): from == to ? nil : .rename
    case (_, 1): .merge
    case (1, _): .split
    default: nil
    }
  }
}
