/// What a tie says about two strengths.
public enum TieHandling: String, Sendable, CaseIterable {
  /// Half a win for each.
  case halfWins = "half_wins"
  /// An outcome of its own, likeliest between equals: P(tie) ∝ ν √(π_i π_j) (Davidson 1970).
  case davidson
  /// Nothing: ties are left out.
  case ignored
}
