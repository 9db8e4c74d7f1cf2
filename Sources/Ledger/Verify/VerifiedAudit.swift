/// The last draw of an audit, at the point that a verification has come to.
struct VerifiedAudit {
  let seq: Int
  /// Item and question of what was drawn, with a zero byte between; nil where the list is not at hand.
  let units: Set<[UInt8]>?
}
