/// Holds canonical values, scanned before, against the forms that the schema asks for.
struct RawForm {
  let bytes: UnsafeBufferPointer<UInt8>

  typealias Token = RawScanner.Token

  func fits(
    _ token: Token, _ form: PayloadSchema.Form
  ) throws(VerificationProblem) -> Bool {
    switch form {
    case .version: token.kind == .integer && equal(token.range, "1")
    case .type, .text: token.kind == .string
    case .shortText(let limit):
      token.kind == .string && Self.textLength(bytes, token) <= limit
    case .integer(let minimum):
      token.kind == .integer && Self.integer(bytes, token.range) >= minimum
    case .hex(let digits): isHex(token, digits: digits)
    case .time: isTime(token)
    case .boolean: token.kind == .boolean
    case .isTrue: token.kind == .boolean && equal(token.range, "true")
    case .word(let words): token.kind == .string && isWord(token, of: words)
    case .words(let words): try isOrderedList(token, of: words)
    case .texts: try isOrderedList(token, of: nil)
    case .someTexts, .someIntegers, .somePairs: try isList(token, form)
    case .risingIntegers: try risingCount(token) != nil
    case .clause: isClause(token)
    case .section: isSection(token)
    case .someExamples: try isExamples(token)
    case .someChanges: try isChanges(token)
    case .someParts: try isParts(token)
    case .someFigures: try isFigures(token)
    case .mapping: try isMapping(token)
    case .settings: try isSettings(token)
    case .sample: try sample(token) != nil
    case .decimal: isDecimal(token)
    case .seconds: isSeconds(token)
    case .value: try RawValueForm(bytes: bytes).isValue(token)
    case .attachment: try attachment(token) != nil
    case .outcome: try isOutcome(token)
    case .place: try isPlace(token)
    }
  }

  /// Whether exactly one of `value` and `attach` stands where the outcome is a value, else none.
  func isWhole(outcome: Token, value: Token?, attachment: Token?) -> Bool {
    guard equal(outcome.content, "value") else { return value == nil && attachment == nil }
    return (value == nil) != (attachment == nil)
  }

  /// What an object names as attachment: the digits of its digest, and its bytes; nil where it is none.
  func attachment(_ token: Token) throws(VerificationProblem) -> RawAttachment? {
    guard var members = RawMembers(bytes, token),
      let count = try members.next("bytes"), let digest = try members.next("sha256"),
      members.isAtEnd, count.kind == .integer, isHex(digest, digits: 64)
    else { return nil }
    let size = Self.integer(bytes, count.range)
    return size > 4096 ? RawAttachment(digest: digest, bytes: size) : nil
  }

  /// The attachment that the object `first` names, if any.
  func attachment(ofFirst token: Token) throws(VerificationProblem) -> RawAttachment? {
    guard var members = RawMembers(bytes, token), let attached = try members.next("attach") else {
      return nil
    }
    return try attachment(attached)
  }

  private func isOutcome(_ token: Token) throws(VerificationProblem) -> Bool {
    guard var members = RawMembers(bytes, token) else { return false }
    let attached = try members.next("attach")
    guard let outcome = try members.next("outcome"), outcome.kind == .string,
      isWord(outcome, of: .outcomes)
    else { return false }
    let value = try members.next("value")
    if let attached, try attachment(attached) == nil { return false }
    if let value, !(try RawValueForm(bytes: bytes).isValue(value)) { return false }
    return members.isAtEnd && isWhole(outcome: outcome, value: value, attachment: attached)
  }

  private func isPlace(_ token: Token) throws(VerificationProblem) -> Bool {
    guard var members = RawMembers(bytes, token), let gain = try members.next("gain"),
      let policy = try members.next("policy"), let rank = try members.next("rank"),
      let wrong = try members.next("wrong"), members.isAtEnd
    else { return false }
    return isDecimal(gain) && policy.kind == .string && rank.kind == .integer
      && Self.integer(bytes, rank.range) >= 1 && isDecimal(wrong)
  }

  private func isWord(_ token: Token, of words: PayloadSchema.Words) -> Bool {
    switch words {
    case .seats:
      equal(token.content, "main") || equal(token.content, "second")
        || equal(token.content, "repeat") || equal(token.content, "audit")
    case .outcomes:
      equal(token.content, "value") || equal(token.content, "none_of_these")
        || equal(token.content, "ambiguous") || equal(token.content, "not_annotatable")
        || equal(token.content, "outside_guideline") || equal(token.content, "escalated")
    case .votesSeen:
      equal(token.content, "yes") || equal(token.content, "after_first")
        || equal(token.content, "no")
    case .roles:
      equal(token.content, "adjudicator") || equal(token.content, "annotator")
        || equal(token.content, "lead") || equal(token.content, "observer")
        || equal(token.content, "reviewer")
    case .clauseStates: equal(token.content, "draft") || equal(token.content, "withdrawn")
    case .steps: equal(token.content, "draw") || equal(token.content, "result")
    }
  }

  private func isList(
    _ token: Token, _ form: PayloadSchema.Form
  ) throws(VerificationProblem) -> Bool {
    guard var elements = RawElements(bytes, token), !elements.isAtEnd else { return false }
    while let element = try elements.next() {
      let fits =
        switch form {
        case .someTexts: element.kind == .string
        case .someIntegers: isCount(element)
        default: try isPair(element)
        }
      guard fits else { return false }
    }
    return true
  }

  private func isOrderedList(
    _ token: Token, of words: PayloadSchema.Words?
  ) throws(VerificationProblem) -> Bool {
    guard var elements = RawElements(bytes, token) else { return false }
    var previous: [UInt8]?
    while let element = try elements.next() {
      guard element.kind == .string, words.map({ isWord(element, of: $0) }) ?? true else {
        return false
      }
      var text: [UInt8] = []
      Self.appendText(bytes, element, to: &text)
      if let previous, !previous.lexicographicallyPrecedes(text) { return false }
      previous = text
    }
    return true
  }

  private func isPair(_ token: Token) throws(VerificationProblem) -> Bool {
    guard var pair = RawElements(bytes, token), let first = try pair.next(),
      let second = try pair.next(), pair.isAtEnd
    else { return false }
    return isCount(first) && isCount(second)
  }

  /// How many elements a list has; 0 for what is no list.
  func count(_ token: Token) throws(VerificationProblem) -> Int {
    var count = 0
    var elements = RawElements(bytes, token)
    while try elements?.next() != nil { count += 1 }
    return count
  }

  func isCount(_ token: Token) -> Bool {
    token.kind == .integer && bytes[token.range.lowerBound] != UInt8(ascii: "-")
  }

  private func isHex(_ token: Token, digits: Int) -> Bool {
    guard token.kind == .string, token.content.count == digits else { return false }
    for index in token.content where RawScanner.hexDigit(bytes[index]) == nil { return false }
    return true
  }

  func equal(_ range: Range<Int>, _ text: StaticString) -> Bool {
    RawPayload.equal(bytes, range, text)
  }
}

/// An attachment as a payload names it.
struct RawAttachment {
  let digest: RawScanner.Token
  let bytes: Int
}
