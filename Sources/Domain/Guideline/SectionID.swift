/// What an unnumbered part of the guideline speaks of: a label's meaning, or a policy.
public enum SectionID: Hashable, Comparable, Sendable {
  case label(LabelID)
  case policy(PolicyID)

  private static let labelPrefix = "label:"
  private static let policyPrefix = "policy:"

  /// The section in files and in the log: `label:refund`, `policy:skipping`.
  public var key: String {
    switch self {
    case .label(let id): Self.labelPrefix + id.text
    case .policy(let id): Self.policyPrefix + id.text
    }
  }

  /// - Returns: nil where `key` is no section's.
  public init?(key: String) {
    if key.utf8.starts(with: Self.labelPrefix.utf8) {
      self = .label(LabelID(String(key.dropUTF8(Self.labelPrefix.utf8.count))))
    } else if key.utf8.starts(with: Self.policyPrefix.utf8) {
      self = .policy(PolicyID(String(key.dropUTF8(Self.policyPrefix.utf8.count))))
    } else {
      return nil
    }
    guard !name.isEmpty else { return nil }
  }

  /// The label or the policy's name.
  public var name: String {
    switch self {
    case .label(let id): id.text
    case .policy(let id): id.text
    }
  }

  public static func < (left: Self, right: Self) -> Bool {
    left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
  }
}

/// The space of policies: occlusion, smallest size, when to skip.
public enum PolicySpace: Sendable {}
public typealias PolicyID = Identifier<PolicySpace>

extension String {
  /// Without its first bytes, which end where a scalar ends.
  fileprivate func dropUTF8(_ count: Int) -> Substring {
    self[utf8.index(startIndex, offsetBy: count)...]
  }
}
