/// The forms that only calibrations have.
extension RawForm {
  /// At least one `{"part","seq"}`, upwards by part, each part once.
  func isParts(_ token: Token) throws(VerificationProblem) -> Bool {
    guard var elements = RawElements(bytes, token), !elements.isAtEnd else { return false }
    var previous: [UInt8]?
    while let element = try elements.next() {
      guard let tried = try triedPart(element) else { return false }
      var part: [UInt8] = []
      Self.appendText(bytes, tried.part, to: &part)
      if let previous, !previous.lexicographicallyPrecedes(part) { return false }
      previous = part
    }
    return true
  }

  /// The part and the position that an element of `parts` names; nil where it is none.
  func triedPart(_ token: Token) throws(VerificationProblem) -> (part: Token, seq: Token)? {
    guard var members = RawMembers(bytes, token), let part = try members.next("part"),
      let seq = try members.next("seq"), members.isAtEnd, isClause(part) || isSection(part),
      isCount(seq)
    else { return nil }
    return (part, seq)
  }

  /// The figure over all labels, then those of labels, upwards, each once.
  func isFigures(_ token: Token) throws(VerificationProblem) -> Bool {
    guard var elements = RawElements(bytes, token), !elements.isAtEnd else { return false }
    var previous: [UInt8]?
    var isFirst = true
    while let element = try elements.next() {
      guard var members = RawMembers(bytes, element) else { return false }
      let high = try members.next("high")
      let label = try members.next("label")
      let low = try members.next("low")
      guard let units = try members.next("units"), isCount(units) else { return false }
      let value = try members.next("value")
      guard members.isAtEnd, (high == nil) == (low == nil), (label == nil) == isFirst,
        [high, low, value].allSatisfy({ $0.map { isDecimal($0) } ?? true })
      else { return false }
      isFirst = false
      guard let label else { continue }
      guard label.kind == .string else { return false }
      var name: [UInt8] = []
      Self.appendText(bytes, label, to: &name)
      if let previous, !previous.lexicographicallyPrecedes(name) { return false }
      previous = name
    }
    return true
  }
}
