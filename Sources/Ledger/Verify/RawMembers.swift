/// Steps through the members of an object that was scanned before.
struct RawMembers {
  private var scanner: RawScanner
  private var name: Range<Int>?

  /// - Returns: nil for what is no object.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ token: RawScanner.Token) {
    guard token.kind == .object else { return nil }
    scanner = RawScanner(bytes, (token.range.lowerBound + 1)..<(token.range.upperBound - 1))
  }

  /// Whether every member was asked for.
  var isAtEnd: Bool { name == nil && scanner.isAtEnd }

  /// The value of the next member where it has this name; else nil, and it stays the next.
  mutating func next(_ wanted: StaticString) throws(VerificationProblem) -> RawScanner.Token? {
    guard let name = try nextName(), RawPayload.equal(scanner.bytes, name, wanted) else {
      return nil
    }
    return try value()
  }

  /// The name of the next member.
  mutating func nextName() throws(VerificationProblem) -> Range<Int>? {
    if name == nil, !scanner.isAtEnd { name = try scanner.name(after: nil) }
    return name
  }

  /// The value of the member whose name was asked for.
  mutating func value() throws(VerificationProblem) -> RawScanner.Token {
    let value = try scanner.value()
    _ = scanner.take(UInt8(ascii: ","))
    name = nil
    return value
  }
}

/// Steps through the elements of an array that was scanned before.
struct RawElements {
  private var scanner: RawScanner

  /// - Returns: nil for what is no array.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ token: RawScanner.Token) {
    guard token.kind == .array else { return nil }
    scanner = RawScanner(bytes, (token.range.lowerBound + 1)..<(token.range.upperBound - 1))
  }

  var isAtEnd: Bool { scanner.isAtEnd }

  mutating func next() throws(VerificationProblem) -> RawScanner.Token? {
    guard !scanner.isAtEnd else { return nil }
    let value = try scanner.value()
    _ = scanner.take(UInt8(ascii: ","))
    return value
  }
}
