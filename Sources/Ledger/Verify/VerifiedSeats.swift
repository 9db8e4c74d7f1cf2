/// What holds at each seat, at the point that a verification has come to.
struct VerifiedSeats {
  enum Status: UInt8 {
    /// Nothing was ever recorded.
    case untouched
    case ruled
    case escalated
    case withdrawn
    case reopened

    var name: StaticString {
      switch self {
      case .untouched: ""
      case .ruled: "ruled"
      case .escalated: "escalated"
      case .withdrawn: "withdrawn"
      case .reopened: "reopened"
      }
    }
  }

  struct Standing {
    /// −1 where nothing was recorded.
    var seq: Int
    var status: Status
    /// The number of the member who decided, withdrew or reopened.
    var by: Int
    /// The newest batch that had come in by then; 0 before the first.
    var batch: Int

    static let untouched = Standing(seq: -1, status: .untouched, by: -1, batch: 0)
  }

  /// Item, question and seat, with a zero byte between.
  private var keys = ByteTable()
  private var standings: [Standing] = []

  /// The number of a seat.
  mutating func number(of key: [UInt8]) -> Int {
    let number = key.withUnsafeBytes { keys.insert($0) }
    if number == standings.count { standings.append(.untouched) }
    return number
  }

  subscript(number: Int) -> Standing {
    get { standings[number] }
    set { standings[number] = newValue }
  }

  /// The seats' lines of the state hash: by item, question and seat.
  func summarise(into hasher: inout StreamingDigest) {
    var block: [UInt8] = []
    for index in keys.sortedIndices() where standings[index].status != .untouched {
      keys.withKey(index) { block.append(contentsOf: $0) }
      block.append(0)
      block.append(contentsOf: String(standings[index].seq).utf8)
      block.append(0)
      standings[index].status.name.withUTF8Buffer { block.append(contentsOf: $0) }
      block.append(0x0A)
      if block.count > 1 << 16 {
        hasher.update(block)
        block.removeAll(keepingCapacity: true)
      }
    }
    hasher.update(block)
  }
}
