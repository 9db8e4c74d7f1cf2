/// How often which preference was given.
public struct PreferenceCounts: Equatable, Sendable {
  public private(set) var first = 0
  public private(set) var tied = 0
  public private(set) var second = 0
  public private(set) var neither = 0

  public init() {}

  /// The votes of some units.
  public init(_ votes: some Sequence<PreferenceVote>) {
    for vote in votes { add(vote.choice) }
  }

  public mutating func add(_ choice: PreferenceChoice) {
    switch choice {
    case .first: first += 1
    case .tie: tied += 1
    case .second: second += 1
    case .neither: neither += 1
    }
  }

  public var decided: Int { first + second }
  public var total: Int { decided + tied + neither }
}
