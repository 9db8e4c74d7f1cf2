/// Which units were marked as gold, at the point that a verification has come to.
struct VerifiedGold {
  /// Item and question, with a zero byte between.
  private var keys = ByteTable()
  /// Position of the last mark, or of what took it away.
  private var positions: [Int] = []

  /// The number of a unit.
  mutating func number(of key: [UInt8]) -> Int {
    let number = key.withUnsafeBytes { keys.insert($0) }
    if number == positions.count { positions.append(-1) }
    return number
  }

  subscript(number: Int) -> Int {
    get { positions[number] }
    set { positions[number] = newValue }
  }
}
