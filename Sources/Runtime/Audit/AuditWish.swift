/// What somebody wants an audit to draw.
package struct AuditWish: Hashable, Sendable {
  /// How many; nil: as many as show 95 % where none is wrong, or all there are.
  package var size: Int?
  /// What the draw depends on; nil: drawn itself, and recorded.
  package var seed: UInt64?
  /// The least of each label; 0: a simple random sample alone.
  package var floor: Int

  /// 59 right ones of 59 show 95 %; one more is a round number.
  package static let usualSize = 60

  package init(size: Int? = nil, seed: UInt64? = nil, floor: Int = 0) {
    self.size = size
    self.seed = seed
    self.floor = floor
  }
}
