/// The sums of each window of time: they add and merge, so any range of windows can be looked at.
///
/// A unit belongs to the window of its last rating: then its ratings could first be compared.
public struct AgreementWindows: Sendable {
  /// One window's sums.
  public struct Window: Sendable {
    public let number: Int
    public internal(set) var sums = AgreementSums(detail: .none)
    public internal(set) var patterns = PatternCounts()

    init(number: Int) {
      self.number = number
    }

    mutating func add(_ unit: [UnitRating]) {
      sums.add(unit)
      patterns.add(unit)
    }
  }

  public let scheme: WindowScheme

  /// Windows with a unit, ascending.
  public private(set) var windows: [Window] = []

  /// Units none of whose ratings has a time.
  public private(set) var untimed = 0

  public init(_ scheme: WindowScheme) {
    self.scheme = scheme
  }

  /// The units of a table, of repeats the last one counted. O(votes).
  public init(_ table: VoteTable, scheme: WindowScheme) {
    self.init(scheme)
    var ratings: [UnitRating] = []
    for unit in 0..<table.unitCount {
      table.read(unit, into: &ratings)
      guard !ratings.isEmpty else { continue }
      add(ratings, at: table.lastTime(of: unit))
    }
  }

  /// Counts a unit whose last rating was given at a time, in milliseconds since 1970.
  public mutating func add(_ unit: [UnitRating], at time: Int64) {
    guard let window = scheme.window(at: time) else {
      untimed += 1
      return
    }
    add(unit, window: window)
  }

  /// Counts a unit in a window that the caller numbers.
  public mutating func add(_ unit: [UnitRating], window number: Int) {
    let index = index(of: number)
    windows[index].add(unit)
  }

  /// Counts what others counted; both cut time alike.
  public mutating func merge(_ other: AgreementWindows) {
    precondition(other.scheme == scheme, "windows of the same kind merge")
    for window in other.windows {
      let index = index(of: window.number)
      windows[index].sums.merge(window.sums)
      windows[index].patterns.merge(window.patterns)
    }
    untimed += other.untimed
  }

  private mutating func index(of number: Int) -> Int {
    var low = 0
    var high = windows.count
    while low < high {
      let middle = (low + high) / 2
      if windows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    if low == windows.count || windows[low].number != number {
      windows.insert(Window(number: number), at: low)
    }
    return low
  }
}

extension VoteTable {
  /// The latest time of a unit's votes, or `noTime`.
  func lastTime(of unit: Int) -> Int64 {
    guard !times.isEmpty else { return Self.noTime }
    return votes(of: unit).reduce(Self.noTime) { max($0, times[$1]) }
  }
}
