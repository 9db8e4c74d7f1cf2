/// Holds canonical values against the forms that the schema asks for.
struct RawForm {
  let bytes: UnsafeBufferPointer<UInt8>

  typealias Token = RawScanner.Token

  /// Holds members, in order, against those that may be there, in order.
  func check(
    _ members: [RawPayload.Member], _ schema: [PayloadSchema.Member]
  ) throws(VerificationProblem) {
    var next = 0
    for entry in schema {
      guard next < members.count, RawPayload.equal(bytes, members[next].name, entry.name) else {
        if entry.isRequired { throw missing(entry, members, next, schema) }
        continue
      }
      guard try fits(members[next].value, entry.form) else { throw .form("\(entry.name)") }
      next += 1
    }
    guard next == members.count else { throw .unknownMember(text(members[next].name)) }
  }

  /// The better name for the trouble: a member nobody knows stands where one is missed.
  private func missing(
    _ entry: PayloadSchema.Member, _ members: [RawPayload.Member], _ next: Int,
    _ schema: [PayloadSchema.Member]
  ) -> VerificationProblem {
    if next < members.count {
      let isKnown = schema.contains { RawPayload.equal(bytes, members[next].name, $0.name) }
      if !isKnown { return .unknownMember(text(members[next].name)) }
    }
    return .missingMember("\(entry.name)")
  }

  func fits(
    _ token: Token, _ form: PayloadSchema.Form
  ) throws(VerificationProblem) -> Bool {
    switch form {
    case .version: return token.kind == .integer && equal(token.range, "1")
    case .type, .text: return token.kind == .string
    case .shortText(let limit):
      return token.kind == .string && Self.textLength(bytes, token) <= limit
    case .integer(let minimum):
      return token.kind == .integer && Self.integer(bytes, token.range) >= minimum
    case .hex(let digits): return isHex(token, digits: digits)
    case .time: return isTime(token)
    case .boolean: return token.kind == .boolean
    case .isTrue: return token.kind == .boolean && equal(token.range, "true")
    case .word(let words):
      return token.kind == .string && words.contains { equal(token.content, $0) }
    case .words(let words): return try isOrderedList(token, of: words)
    case .texts: return try isOrderedList(token, of: nil)
    case .someTexts: return try isList(token) { $0.kind == .string }
    case .someIntegers: return try isList(token) { isCount($0) }
    case .somePairs:
      return try isList(token) { (pair) throws(VerificationProblem) in try isPair(pair) }
    case .seconds: return isSeconds(token)
    case .value: return try RawValueForm(bytes: bytes).isValue(token)
    case .attachment: return try isObject(token, PayloadSchema.attachmentMembers)
    case .outcome: return try isOutcome(token)
    case .place: return try isPlace(token)
    }
  }

  /// Whether exactly one of `value` and `attach` stands where the outcome is a value, else none.
  func isWhole(outcome: Token, value: Token?, attach: Token?) -> Bool {
    guard equal(outcome.content, "value") else { return value == nil && attach == nil }
    return (value == nil) != (attach == nil)
  }

  private func isOutcome(_ token: Token) throws(VerificationProblem) -> Bool {
    guard let members = try object(token) else { return false }
    try check(members, PayloadSchema.outcomeMembers)
    func member(_ name: StaticString) -> Token? {
      members.first { equal($0.name, name) }?.value
    }
    guard let outcome = member("outcome") else { return false }
    return isWhole(outcome: outcome, value: member("value"), attach: member("attach"))
  }

  private func isPlace(_ token: Token) throws(VerificationProblem) -> Bool {
    guard let members = try object(token) else { return false }
    try check(members, PayloadSchema.placeMembers)
    return members.allSatisfy { member in
      let isNumber = equal(member.name, "gain") || equal(member.name, "wrong")
      return !isNumber || RawValueForm(bytes: bytes).isDecimal(member.value)
    }
  }

  private func isObject(
    _ token: Token, _ schema: [PayloadSchema.Member]
  ) throws(VerificationProblem) -> Bool {
    guard let members = try object(token) else { return false }
    try check(members, schema)
    return true
  }

  /// The members of an object that was scanned before.
  func object(_ token: Token) throws(VerificationProblem) -> [RawPayload.Member]? {
    guard token.kind == .object else { return nil }
    var scanner = RawScanner(bytes, (token.range.lowerBound + 1)..<(token.range.upperBound - 1))
    var members: [RawPayload.Member] = []
    while !scanner.isAtEnd {
      let name = try scanner.name(after: nil)
      members.append(RawPayload.Member(name: name, value: try scanner.value()))
      _ = scanner.take(UInt8(ascii: ","))
    }
    return members
  }

  /// The elements of an array that was scanned before.
  func elements(_ token: Token) throws(VerificationProblem) -> [Token]? {
    guard token.kind == .array else { return nil }
    var scanner = RawScanner(bytes, (token.range.lowerBound + 1)..<(token.range.upperBound - 1))
    var elements: [Token] = []
    while !scanner.isAtEnd {
      elements.append(try scanner.value())
      _ = scanner.take(UInt8(ascii: ","))
    }
    return elements
  }

  private func isList(
    _ token: Token, _ fits: (Token) throws(VerificationProblem) -> Bool
  ) throws(VerificationProblem) -> Bool {
    guard let elements = try elements(token), !elements.isEmpty else { return false }
    for element in elements where !(try fits(element)) { return false }
    return true
  }

  private func isOrderedList(
    _ token: Token, of words: [StaticString]?
  ) throws(VerificationProblem) -> Bool {
    guard let elements = try elements(token) else { return false }
    var previous: [UInt8]?
    for element in elements {
      guard element.kind == .string else { return false }
      if let words, !words.contains(where: { equal(element.content, $0) }) { return false }
      var text: [UInt8] = []
      Self.appendText(bytes, element, to: &text)
      if let previous, !previous.lexicographicallyPrecedes(text) { return false }
      previous = text
    }
    return true
  }

  private func isPair(_ token: Token) throws(VerificationProblem) -> Bool {
    guard let pair = try elements(token), pair.count == 2 else { return false }
    return isCount(pair[0]) && isCount(pair[1])
  }

  private func isCount(_ token: Token) -> Bool {
    token.kind == .integer && bytes[token.range.lowerBound] != UInt8(ascii: "-")
  }

  private func isHex(_ token: Token, digits: Int) -> Bool {
    token.kind == .string && token.content.count == digits
      && token.content.allSatisfy { RawScanner.hexDigit(bytes[$0]) != nil }
  }

  private func equal(_ range: Range<Int>, _ text: StaticString) -> Bool {
    RawPayload.equal(bytes, range, text)
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
