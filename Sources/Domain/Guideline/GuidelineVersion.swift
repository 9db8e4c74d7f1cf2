/// A published version: never changed, its digest in the log.
public struct GuidelineVersion: Hashable, Sendable {
  public let publication: Publication
  /// Position of the event that published it.
  public let seq: Int
  public let by: MemberID
  public let at: Instant

  public init(publication: Publication, seq: Int, by: MemberID, at: Instant) {
    self.publication = publication
    self.seq = seq
    self.by = by
    self.at = at
  }

  public var number: Int { publication.version }
  public var digest: Digest { publication.digest }
}
