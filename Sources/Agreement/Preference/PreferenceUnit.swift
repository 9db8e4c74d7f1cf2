/// Two answers side by side, and what was said about them.
public struct PreferenceUnit: Equatable, Sendable {
  /// The code of a system nobody names, and of a prompt or pair that nothing else refers to.
  public static let unknown: Int32 = -1

  /// The system whose answer was shown first, or `unknown`.
  public let first: Int32

  public let second: Int32

  /// What the answers are to. Systems that meet under one prompt can run in circles.
  public let prompt: Int32

  /// The two answers whichever way round: units with the same one show the same two answers.
  public let pair: Int32

  /// At most one of each annotator.
  public let votes: [PreferenceVote]

  public init(
    first: Int32 = unknown, second: Int32 = unknown, prompt: Int32 = unknown,
    pair: Int32 = unknown, votes: [PreferenceVote]
  ) {
    self.first = first
    self.second = second
    self.prompt = prompt
    self.pair = pair
    self.votes = votes
  }

  /// Whether two different systems are known to meet here.
  public var hasSystems: Bool { first >= 0 && second >= 0 && first != second }
}
