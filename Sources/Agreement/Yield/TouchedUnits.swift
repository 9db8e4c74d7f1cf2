/// Units that something happened to, each once, in the order in which it did.
struct TouchedUnits: Sendable {
  private var isTouched: [Bool]
  private(set) var units: [Int32] = []

  init(count: Int) {
    isTouched = Array(repeating: false, count: count)
  }

  @inline(__always)
  mutating func add(_ unit: Int) {
    guard !isTouched[unit] else { return }
    isTouched[unit] = true
    units.append(Int32(unit))
  }

  mutating func clear() {
    for unit in units { isTouched[Int(unit)] = false }
    units.removeAll(keepingCapacity: true)
  }
}
