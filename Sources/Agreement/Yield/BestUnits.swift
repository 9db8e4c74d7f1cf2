/// The best of many units, one pass, as many as are wanted.
struct BestUnits {
  struct Candidate {
    let gain: Double
    let tie: UInt64
    let unit: Int

    /// Larger gains first; of equal ones the smaller hash, so never the order of the import.
    @inline(__always)
    func precedes(_ other: Candidate) -> Bool {
      if gain != other.gain { return gain > other.gain }
      return tie != other.tie ? tie < other.tie : unit < other.unit
    }
  }

  private let count: Int
  /// Best first.
  private var kept: [Candidate] = []
  /// No smaller gain is wanted.
  private(set) var least = -Double.infinity

  init(count: Int) {
    self.count = max(0, count)
    kept.reserveCapacity(min(self.count, 4096))
  }

  var units: [Int] { kept.map(\.unit) }

  @inline(__always)
  func wants(_ candidate: Candidate) -> Bool {
    if kept.count < count { return true }
    guard let last = kept.last else { return false }
    return candidate.precedes(last)
  }

  /// Takes one that is wanted. O(n).
  mutating func insert(_ candidate: Candidate) {
    var low = 0
    var high = kept.count
    while low < high {
      let middle = (low + high) / 2
      if kept[middle].precedes(candidate) { low = middle + 1 } else { high = middle }
    }
    kept.insert(candidate, at: low)
    if kept.count > count { kept.removeLast() }
    if kept.count == count { least = kept.last?.gain ?? least }
  }
}
