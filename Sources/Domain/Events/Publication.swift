/// A version that was put in force.
public struct Publication: Hashable, Sendable {
  /// 1, 2, 3, …
  public let version: Int
  /// SHA-256 of the version as Markdown; see `GuidelineMarkdown`.
  public let digest: Digest
  /// In order of their parts' keys, at least one.
  public let changes: [PublishedChange]
  /// Positions of the rulings that the changes put in doubt, upwards, each once.
  public let inDoubt: [Int]
  /// Position of the result of the calibration that it rests on; nil where it rests on none.
  public let calibration: Int?
  /// Why it was published without a calibration; nil where that was not asked for.
  public let waived: String?

  public init(
    version: Int, digest: Digest, changes: [PublishedChange], inDoubt: [Int] = [],
    calibration: Int? = nil, waived: String? = nil
  ) {
    self.version = version
    self.digest = digest
    self.changes = changes.sorted { $0.part < $1.part }
    self.inDoubt = Set(inDoubt).sorted()
    self.calibration = calibration
    self.waived = waived
  }
}

/// A part that a version changed.
public struct PublishedChange: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Says the same in other words.
    case editorial
    /// Rulings may come out otherwise.
    case semantic
  }

  public let part: GuidelinePart
  /// Position of the proposal that took effect.
  public let seq: Int
  public let kind: Kind

  public init(part: GuidelinePart, seq: Int, kind: Kind) {
    self.part = part
    self.seq = seq
    self.kind = kind
  }
}
