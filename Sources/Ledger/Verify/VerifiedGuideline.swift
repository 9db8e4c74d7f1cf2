import Domain

/// What holds of the guideline's parts, at the point that a verification has come to.
struct VerifiedGuideline {
  struct Part {
    /// Position of the last proposal; −1 where there was none.
    var seq = -1
    /// Whether the last proposal is to take the part out.
    var isTakenOut = false
    /// Whether the last proposal is still being written.
    var isUnfinished = false
    /// Position of the proposal that the last version took; −1 where none did.
    var published = -1
    var isInForce = false

    /// Whether it was withdrawn for good: by a version, or before it was in one.
    var isWithdrawn: Bool { seq >= 0 && !isInForce && (isTakenOut || published >= 0) }
  }

  private var keys = ByteTable()
  private var parts: [Part] = []
  /// The version in force; 0 before the first.
  private(set) var version = 0
  /// Its digest.
  private(set) var digest: Digest?
  /// Positions of the rulings that versions put in doubt.
  private var doubts: Set<Int> = []
  /// Every ruling before it may be in doubt: the list stands in an attachment that is not read.
  private var unknownDoubts = -1

  /// The number of a part.
  mutating func number(of key: [UInt8]) -> Int {
    let number = key.withUnsafeBytes { keys.insert($0) }
    if number == parts.count { parts.append(Part()) }
    return number
  }

  subscript(number: Int) -> Part { parts[number] }

  mutating func propose(_ number: Int, at seq: Int, isTakenOut: Bool, isUnfinished: Bool) {
    parts[number].seq = seq
    parts[number].isTakenOut = isTakenOut
    parts[number].isUnfinished = isUnfinished
  }

  /// Whether the last proposal of a part stands at this position and waits for publication.
  func isWaiting(_ number: Int, seq: Int) -> Bool {
    let part = parts[number]
    return part.seq == seq && part.published != seq && (part.isInForce || !part.isTakenOut)
  }

  /// Puts the last proposal of a part in force.
  ///
  /// - Returns: whether it waited for that, and stands at this position.
  mutating func publish(_ number: Int, seq: Int) -> Bool {
    guard isWaiting(number, seq: seq) else { return false }
    let part = parts[number]
    parts[number].published = seq
    parts[number].isInForce = !part.isTakenOut
    return true
  }

  mutating func publish(version: Int, digest: Digest) {
    self.version = version
    self.digest = digest
  }

  mutating func doubt(_ ruling: Int) {
    doubts.insert(ruling)
  }

  /// Notes that rulings before a position are in doubt, and that nobody said which.
  mutating func doubtSome(before seq: Int) {
    unknownDoubts = seq
  }

  /// Whether the seat of this ruling may be ruled on again without being reopened.
  func isInDoubt(_ ruling: Int) -> Bool {
    ruling < unknownDoubts || doubts.contains(ruling)
  }
}
