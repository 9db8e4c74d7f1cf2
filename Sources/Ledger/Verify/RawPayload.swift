/// The members of one payload as they lie in the line's bytes.
struct RawPayload {
  struct Member {
    let name: Range<Int>
    let value: RawScanner.Token
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let members: [Member]
  let schema: PayloadSchema

  /// Scans the whole payload and holds it against the schema of its type.
  ///
  /// - Parameters:
  ///   - bytes: the whole line.
  ///   - end: where the payload's last brace would stand; in the line the hash begins there.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, end: Int, schemas: [PayloadSchema]
  ) throws(VerificationProblem) {
    self.bytes = bytes
    var scanner = RawScanner(bytes, 0..<end)
    members = try Self.scan(&scanner)
    guard
      let type = members.first(where: { Self.equal(bytes, $0.name, "type") }),
      type.value.kind == .string
    else { throw .missingMember("type") }
    guard let schema = schemas.first(where: { Self.equal(bytes, type.value.content, $0.typeName) })
    else { throw .type }
    self.schema = schema
    let form = RawForm(bytes: bytes)
    try form.check(members, schema.members)
  }

  /// The value of a member, if it is there.
  subscript(name: StaticString) -> RawScanner.Token? {
    members.first { Self.equal(bytes, $0.name, name) }?.value
  }

  /// The value of a member that the schema requires.
  func token(_ name: StaticString) throws(VerificationProblem) -> RawScanner.Token {
    guard let token = self[name] else { throw .missingMember("\(name)") }
    return token
  }

  func integer(_ name: StaticString) throws(VerificationProblem) -> Int {
    RawForm.integer(bytes, try token(name).range)
  }

  /// The content of a string, its escapes resolved, appended to `output`.
  func appendText(
    _ name: StaticString, to output: inout [UInt8]
  ) throws(VerificationProblem) {
    RawForm.appendText(bytes, try token(name), to: &output)
  }

  func isEqual(_ token: RawScanner.Token, _ text: StaticString) -> Bool {
    Self.equal(bytes, token.content, text)
  }

  /// The bytes of a string that has no escapes.
  func slice(_ token: RawScanner.Token) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[token.content])
  }

  /// The members of an object that lacks its last brace where the scanner ends.
  private static func scan(
    _ scanner: inout RawScanner
  ) throws(VerificationProblem) -> [Member] {
    var members: [Member] = []
    members.reserveCapacity(32)
    try scanner.expect(UInt8(ascii: "{"))
    var previous: Range<Int>?
    repeat {
      let name = try scanner.name(after: previous)
      members.append(Member(name: name, value: try scanner.value()))
      previous = name
    } while scanner.take(UInt8(ascii: ","))
    guard scanner.isAtEnd else { throw .notCanonical(offset: scanner.position) }
    return members
  }

  static func equal(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ text: StaticString
  ) -> Bool {
    let count = text.utf8CodeUnitCount
    guard range.count == count else { return false }
    let start = text.utf8Start
    for index in 0..<count where bytes[range.lowerBound + index] != start[index] { return false }
    return true
  }
}
