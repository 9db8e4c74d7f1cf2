/// The simplest of the three members: the share of the votes, smoothed.
enum VoteMember {
  /// (v + 1 / (2K)) / (n + 1/2).
  static func share(votes: Double, size: Double, classCount: Int) -> Double {
    (votes + 0.5 / Double(classCount)) / (size + 0.5)
  }
}
