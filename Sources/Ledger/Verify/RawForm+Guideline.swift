/// The forms that only events about the guideline have.
extension RawForm {
  private static let inlineLimit = 4096

  /// `R-` and a number from 1 on, of four digits, or of up to nine that begin with none.
  func isClause(_ token: Token) -> Bool {
    let digits = token.content.dropFirst(2)
    guard token.kind == .string, (4...9).contains(digits.count),
      equal(token.content.lowerBound..<(token.content.lowerBound + 2), "R-"),
      digits.allSatisfy({ bytes[$0] &- 0x30 < 10 })
    else { return false }
    return digits.count == 4
      ? digits.contains { bytes[$0] != 0x30 } : bytes[digits.lowerBound] != 0x30
  }

  /// `label:` or `policy:` with something behind.
  func isSection(_ token: Token) -> Bool {
    guard token.kind == .string else { return false }
    return [("label:" as StaticString), "policy:"].contains { prefix in
      let length = prefix.utf8CodeUnitCount
      let start = token.content.lowerBound
      return token.content.count > length && equal(start..<(start + length), prefix)
    }
  }

  /// How many integers from 0 on a list has, upwards; nil where it is no such list, or empty.
  func risingCount(_ token: Token) throws(VerificationProblem) -> Int? {
    guard token.range.count <= Self.inlineLimit, var elements = RawElements(bytes, token) else {
      return nil
    }
    var count = 0
    var previous = -1
    while let element = try elements.next() {
      guard isCount(element) else { return nil }
      let number = Self.integer(bytes, element.range)
      guard number > previous else { return nil }
      previous = number
      count += 1
    }
    return count > 0 ? count : nil
  }

  func isExamples(_ token: Token) throws(VerificationProblem) -> Bool {
    guard var elements = RawElements(bytes, token), !elements.isAtEnd else { return false }
    while let element = try elements.next() {
      guard var members = RawMembers(bytes, element) else { return false }
      let item = try members.next("item")
      let question = try members.next("question")
      guard let text = try members.next("text"), members.isAtEnd, text.kind == .string,
        (item == nil) == (question == nil), item?.kind ?? .string == .string,
        question?.kind ?? .string == .string
      else { return false }
    }
    return true
  }

  func isChanges(_ token: Token) throws(VerificationProblem) -> Bool {
    guard var elements = RawElements(bytes, token), !elements.isAtEnd else { return false }
    var previous: [UInt8]?
    while let element = try elements.next() {
      guard let change = try change(element) else { return false }
      var part: [UInt8] = []
      Self.appendText(bytes, change.part, to: &part)
      if let previous, !previous.lexicographicallyPrecedes(part) { return false }
      previous = part
    }
    return true
  }

  /// What an element of `changes` names; nil where it is none.
  func change(_ token: Token) throws(VerificationProblem) -> RawChange? {
    guard var members = RawMembers(bytes, token), let kind = try members.next("change"),
      let part = try members.next("part"), let seq = try members.next("seq"), members.isAtEnd,
      kind.kind == .string, equal(kind.content, "editorial") || equal(kind.content, "semantic"),
      isClause(part) || isSection(part), isCount(seq)
    else { return nil }
    return RawChange(kind: kind, part: part, seq: seq)
  }
}

/// An element of `changes`.
struct RawChange {
  let kind: RawScanner.Token
  let part: RawScanner.Token
  let seq: RawScanner.Token
}
