/// One of the two confusion models: whether items of a class come in two kinds, and what that changes.
struct MemberForm: Sendable {
  /// Latent classes are K times this many: 2 where an item is easy or hard.
  let kinds: Int

  /// ω: how many other items a ruled one counts for.
  let rulingWeight: Double

  /// By kind: the diagonal of what the pooled matrix is drawn to.
  let priorDiagonals: [Double]

  /// Dawid & Skene's model (1979), with partial pooling.
  static let plain = MemberForm(kinds: 1, rulingWeight: 5, priorDiagonals: [0.7])

  /// The same with easy and hard items, so that rulings on hard items teach about hard ones only.
  static let easyHard = MemberForm(kinds: 2, rulingWeight: 3, priorDiagonals: [0.8, 0.5])

  /// The chance that an item is hard at the start, by its votes.
  static func hardness(largestShare: Double) -> Double {
    min(0.9, max(0.05, 0.15 + 1.2 * (1 - largestShare)))
  }
}
