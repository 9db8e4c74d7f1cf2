/// What holds at each seat, at the point that a verification has come to.
struct VerifiedSeats {
  enum Status: UInt8 {
    case ruled
    case escalated
    case withdrawn
    case reopened

    var name: StaticString {
      switch self {
      case .ruled: "ruled"
      case .escalated: "escalated"
      case .withdrawn: "withdrawn"
      case .reopened: "reopened"
      }
    }
  }

  struct Standing {
    var seq: Int
    var status: Status
    /// The number of the member who decided, withdrew or reopened.
    var by: Int
  }

  /// Item, question and seat, with a zero byte between.
  private var keys = ByteTable()
  private var standings: [Standing] = []

  func standing(_ key: [UInt8]) -> Standing? {
    key.withUnsafeBytes { keys.index(of: $0) }.map { standings[$0] }
  }

  mutating func set(_ key: [UInt8], to standing: Standing) {
    let index = key.withUnsafeBytes { keys.insert($0) }
    if index == standings.count {
      standings.append(standing)
    } else {
      standings[index] = standing
    }
  }

  /// The seats' lines of the state hash: by item, question and seat.
  func summarise(into hasher: inout StreamingDigest) {
    var block: [UInt8] = []
    for index in keys.sortedIndices() {
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
