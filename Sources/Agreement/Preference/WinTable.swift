/// Who was preferred to whom how often, and how often neither.
public struct WinTable: Equatable, Sendable {
  public let systemCount: Int

  /// Row by row: how often the row's system was shown first and preferred to the column's.
  private var firstWins: [Int]
  /// Row by row: how often the row's system was shown first and the column's was preferred.
  private var secondWins: [Int]
  /// Row by row: how often the row's system was shown first and neither was preferred.
  private var ties: [Int]

  /// Comparisons, ties among them.
  public private(set) var comparisons = 0

  public init(systemCount: Int) {
    precondition(systemCount >= 0, "there are no fewer than no systems")
    self.systemCount = systemCount
    firstWins = Array(repeating: 0, count: systemCount * systemCount)
    secondWins = firstWins
    ties = firstWins
  }

  /// A square of wins: `wins[i][j]` times i was preferred to j, with nothing known about places.
  public init(wins: [[Int]]) {
    self.init(systemCount: wins.count)
    for (row, counts) in wins.enumerated() {
      for (column, count) in counts.enumerated() where row != column {
        add(first: row, second: column, .first, times: count)
      }
    }
  }

  /// The decided votes and the ties of units whose systems are known.
  public init(_ units: [PreferenceUnit], systemCount: Int) {
    self.init(systemCount: systemCount)
    for unit in units where unit.hasSystems {
      for vote in unit.votes {
        add(first: Int(unit.first), second: Int(unit.second), vote.choice)
      }
    }
  }

  /// Counts a comparison. "Neither is good" is a tie.
  public mutating func add(first: Int, second: Int, _ choice: PreferenceChoice, times: Int = 1) {
    precondition(first != second, "a system is compared with another one")
    let cell = first * systemCount + second
    comparisons += times
    switch choice {
    case .first: firstWins[cell] += times
    case .second: secondWins[cell] += times
    case .tie, .neither: ties[cell] += times
    }
  }

  /// How often one system was preferred to another, wherever they stood.
  public func wins(_ one: Int, over other: Int) -> Int {
    firstWins[one * systemCount + other] + secondWins[other * systemCount + one]
  }

  /// How often neither of two was preferred.
  public func ties(_ one: Int, _ other: Int) -> Int {
    ties[one * systemCount + other] + ties[other * systemCount + one]
  }

  /// How often two systems met with the first named one shown first, by outcome.
  public func ordered(first: Int, second: Int) -> PairCounts {
    let cell = first * systemCount + second
    return PairCounts(first: firstWins[cell], tied: ties[cell], second: secondWins[cell])
  }

  /// How two systems met, the first named one's wins first.
  public func counts(_ one: Int, _ other: Int) -> PairCounts {
    PairCounts(
      first: wins(one, over: other), tied: ties(one, other), second: wins(other, over: one))
  }

  /// The outcomes of one pair of systems.
  public struct PairCounts: Hashable, Sendable {
    public let first: Int
    public let tied: Int
    public let second: Int

    public init(first: Int, tied: Int, second: Int) {
      self.first = first
      self.tied = tied
      self.second = second
    }

    public var total: Int { first + tied + second }

    /// Each outcome again so many times.
    func times(_ times: Int) -> PairCounts {
      PairCounts(first: first * times, tied: tied * times, second: second * times)
    }
  }

  /// Whether every system can be reached from every other along "was preferred to, or tied with, at
  /// least once" (Ford 1957): without it no finite strengths fit best. O(systems²).
  public func isConnected(tiesConnect: Bool = true) -> Bool {
    guard systemCount > 0 else { return false }
    return reaches(forward: true, tiesConnect) && reaches(forward: false, tiesConnect)
  }

  private func reaches(forward: Bool, _ tiesConnect: Bool) -> Bool {
    var seen = Array(repeating: false, count: systemCount)
    var open = [0]
    seen[0] = true
    while let system = open.popLast() {
      for other in 0..<systemCount where !seen[other] {
        let wins = forward ? wins(system, over: other) : wins(other, over: system)
        guard wins > 0 || (tiesConnect && ties(system, other) > 0) else { continue }
        seen[other] = true
        open.append(other)
      }
    }
    return !seen.contains(false)
  }
}
