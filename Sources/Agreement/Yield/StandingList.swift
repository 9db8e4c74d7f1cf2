/// What stands of every unit, and the order in which labels were ruled.
struct StandingList: Sendable {
  private static let open: Int32 = -1
  private static let outside: Int32 = -2
  private static let doubted: Int32 = -3

  /// By unit: a ruled label, or one of the three.
  private var codes: [Int32]

  /// Units with a ruled label, the last ruled one last.
  private(set) var ruled: [Int32] = []

  init(units: Int) {
    codes = Array(repeating: Self.open, count: units)
  }

  var count: Int { codes.count }

  subscript(unit: Int) -> UnitStanding {
    switch codes[unit] {
    case Self.open: .open
    case Self.outside: .outside
    case Self.doubted: .doubted
    default: .ruled(codes[unit])
    }
  }

  /// The ruled label's code; nil where no label stands ruled.
  func label(of unit: Int) -> Int32? { codes[unit] >= 0 ? codes[unit] : nil }

  /// Whether the unit waits for a ruling.
  func isWaiting(_ unit: Int) -> Bool {
    codes[unit] == Self.open || codes[unit] == Self.doubted
  }

  /// The labels that stand ruled, once for each ruling.
  var ruledLabels: [Int32] { ruled.map { codes[Int($0)] } }

  /// The units that are not open, ascending. O(units).
  var closed: [Int] { codes.indices.filter { codes[$0] != Self.open } }

  /// How many units wait.
  var waiting: Int { codes.reduce(0) { $0 + ($1 == Self.open || $1 == Self.doubted ? 1 : 0) } }

  /// O(ruled units) where a ruling is taken back or replaced.
  mutating func set(_ unit: Int, _ standing: UnitStanding) {
    if codes[unit] >= 0, let place = ruled.lastIndex(of: Int32(unit)) { ruled.remove(at: place) }
    switch standing {
    case .open: codes[unit] = Self.open
    case .outside: codes[unit] = Self.outside
    case .doubted: codes[unit] = Self.doubted
    case .ruled(let label):
      precondition(label >= 0, "a ruled label has a code")
      codes[unit] = label
      ruled.append(Int32(unit))
    }
  }
}
