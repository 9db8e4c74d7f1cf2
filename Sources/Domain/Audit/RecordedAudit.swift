/// A draw of an audit with its place in the log.
public struct RecordedAudit: Hashable, Sendable {
  public let seq: Int
  public let by: MemberID
  public let at: Instant
  public let draw: AuditDraw

  public init(seq: Int, by: MemberID, at: Instant, draw: AuditDraw) {
    self.seq = seq
    self.by = by
    self.at = at
    self.draw = draw
  }
}
