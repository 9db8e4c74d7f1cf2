public import Domain

/// What a verification found.
public struct VerificationReport: Equatable, Sendable {
  /// The first position that is wrong, and why.
  public struct Finding: Hashable, Sendable {
    public let seq: Int
    /// Byte offset of its line, from 0.
    public let offset: Int
    public let problem: VerificationProblem

    public init(seq: Int, offset: Int, problem: VerificationProblem) {
      self.seq = seq
      self.offset = offset
      self.problem = problem
    }
  }

  /// A batch that the log speaks of: its bytes lie elsewhere, and are to be held against `digest`.
  public struct Batch: Hashable, Sendable {
    public let seq: Int
    public let number: Int
    public let digest: Digest
  }

  /// Settings that a `config` or `migrate` event put in force.
  public struct Settings: Hashable, Sendable {
    public let seq: Int
    public let digest: Digest
    /// nil where they are an attachment of this digest.
    public let text: [UInt8]?
  }

  /// The tree over the first lines.
  public struct Tree: Hashable, Sendable {
    public let size: Int
    public let root: TreeHash
    public let head: Head
    /// Where it was asked for.
    public let stateHash: Digest?
  }

  /// Events that verify, from the first on.
  public let events: Int
  /// Their bytes.
  public let bytes: Int
  /// The last that verifies.
  public let head: Head
  /// SHA-256 over what the verified events add up to; see `ProjectState.hashedBytes`.
  public let stateHash: Digest
  /// The state hash's configuration: what is in force.
  public let configuration: Digest?
  public let batches: [Batch]
  /// What the tree was at the sizes that were asked for, upwards, as far as the log verifies.
  public let trees: [Tree]
  /// The project that the first event names; nil where that does not verify.
  public let project: OperationID?
  /// The settings that were ever in force, in order.
  public let settings: [Settings]
  /// Positions of the events that make up the guideline: clauses, sections, versions.
  public let guideline: [Int]
  /// nil where all is well.
  public let firstBad: Finding?

  /// Whether everything that was looked at verifies.
  public var isSound: Bool { firstBad == nil }
}

/// How far a verification came.
public struct VerificationProgress: Hashable, Sendable {
  public let events: Int
  public let bytes: Int
  public let totalBytes: Int
}

/// What to verify, and against what.
public struct VerificationOptions: Sendable {
  /// The last position to look at; nil for the whole log.
  public var lastSeq: Int?
  /// Heads that were seen before: the log must have them.
  public var known: [Head] = []
  /// The folder of the attachments, whose digests are checked; nil to leave them alone.
  public var attachments: String?
  /// Sizes at which the tree's root is wanted.
  public var sizes: Set<Int> = []
  /// Whether the root is wanted at the end too.
  public var isLastTreeWanted = false
  /// Those of them at which the state hash is wanted too: it costs as much as there are seats.
  public var stateSizes: Set<Int> = []

  public init() {}
}
