/// A part of the guideline with its past: what was proposed last, and what each version made of it.
public struct Revised<Content: Hashable & Sendable>: Hashable, Sendable {
  /// What a version made of the part.
  public struct Revision: Hashable, Sendable {
    public let version: Int
    /// Position of the proposal that took effect.
    public let seq: Int
    /// nil where the version took the part out.
    public let content: Content?

    public init(version: Int, seq: Int, content: Content?) {
      self.version = version
      self.seq = seq
      self.content = content
    }
  }

  /// Position of the last proposal: the `base` of the next.
  public private(set) var seq: Int
  /// Who made it, and when.
  public private(set) var by: MemberID
  public private(set) var at: Instant
  /// The last words that were proposed; they stay when the part is to be taken out.
  public private(set) var content: Content
  /// Whether the last proposal is to take the part out.
  public private(set) var isTakenOut: Bool
  /// How far the last proposal has come; one that takes the part out is finished.
  public private(set) var stage: ProposalStage
  /// By version, only those that changed the part.
  public private(set) var revisions: [Revision]

  public init(
    content: Content, isTakenOut: Bool, seq: Int, by: MemberID, at: Instant,
    stage: ProposalStage = .review, revisions: [Revision] = []
  ) {
    self.content = content
    self.isTakenOut = isTakenOut
    self.seq = seq
    self.by = by
    self.at = at
    self.stage = stage
    self.revisions = revisions
  }

  /// What the last proposal would have stand; nil where it takes the part out.
  public var proposed: Content? { isTakenOut ? nil : content }

  /// What is in force; nil where nothing is.
  public var published: Content? { revisions.last?.content }

  /// Whether the last proposal has not been published.
  public var isPending: Bool { revisions.last?.seq != seq }

  /// Whether the last proposal is still being written.
  public var isUnfinished: Bool { isPending && stage == .draft }

  /// Whether the last proposal is finished, and publishing it would change something.
  public var isPublishable: Bool {
    isPending && stage == .review && !(isTakenOut && published == nil)
  }

  /// The version in which it was first in force.
  public var since: Int? { revisions.first?.version }

  /// What a version says; nil where it says nothing. O(revisions).
  public func content(in version: Int) -> Content? {
    revisions.last { $0.version <= version }?.content
  }

  /// What a version made of the part. O(revisions).
  public func change(in version: Int) -> GuidelineDifference.Kind {
    guard revisions.contains(where: { $0.version == version }) else { return .unchanged }
    guard content(in: version) != nil else { return .withdrawn }
    return content(in: version - 1) == nil ? .new : .changed
  }

  /// - Parameter content: nil to take the part out.
  mutating func propose(
    _ content: Content?, _ stage: ProposalStage = .review, in event: Event
  ) {
    if let content { self.content = content }
    isTakenOut = content == nil
    self.stage = content == nil ? .review : stage
    seq = event.seq
    by = event.draft.actor
    at = event.draft.at
  }

  mutating func publish(in version: Int) {
    revisions.append(Revision(version: version, seq: seq, content: proposed))
  }
}
