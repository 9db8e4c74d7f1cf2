import Glibc

/// The members of one payload as they lie in the line's bytes.
///
/// One is used for line after line, so that its lists are allocated once. It points into the line that
/// it was given last and is read only while that lives.
struct RawPayload {
  private struct Member {
    let name: Range<Int>
    let value: RawScanner.Token
  }

  private(set) var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private(set) var type = PayloadSchema.EventKind.genesis
  private var members: [Member] = []
  /// By field; absent ones have an empty range.
  private var fields = [RawScanner.Token](repeating: .absent, count: Field.allCases.count)
  private let schemas = PayloadSchema.all()

  /// Scans a whole payload and holds it against the schema of its type.
  ///
  /// - Parameters:
  ///   - bytes: the whole line.
  ///   - end: where the payload's last brace would stand; in the line the hash begins there.
  mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, end: Int
  ) throws(VerificationProblem) {
    self.bytes = bytes
    try scan(end: end)
    let type = members.last { Self.equal(bytes, $0.name, Field.type.spelling) }
    guard let type else { throw .missingMember("type") }
    let schema = schemas.first {
      type.value.kind == .string && Self.equal(bytes, type.value.content, $0.type.name)
    }
    guard let schema else { throw .type }
    self.type = schema.type
    try assign(schema)
  }

  /// The value of a member; nil where it is not there.
  subscript(field: Field) -> RawScanner.Token? {
    let token = fields[field.rawValue]
    return token.range.isEmpty ? nil : token
  }

  func has(_ field: Field) -> Bool {
    !fields[field.rawValue].range.isEmpty
  }

  /// The value of a member that the schema requires.
  func token(_ field: Field) -> RawScanner.Token {
    fields[field.rawValue]
  }

  /// An integer that the schema requires.
  func integer(_ field: Field) -> Int {
    RawForm.integer(bytes, token(field).range)
  }

  /// The bytes of a string that the schema requires, and whose form has no escapes.
  func slice(_ field: Field) -> UnsafeRawBufferPointer {
    slice(token(field))
  }

  func slice(_ token: RawScanner.Token) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[token.content])
  }

  /// Appends the content of a string that the schema requires, its escapes resolved.
  func appendText(_ field: Field, to output: inout [UInt8]) {
    RawForm.appendText(bytes, token(field), to: &output)
  }

  func text(_ field: Field) -> [UInt8] {
    var text: [UInt8] = []
    appendText(field, to: &text)
    return text
  }

  func isEqual(_ token: RawScanner.Token, _ text: StaticString) -> Bool {
    Self.equal(bytes, token.content, text)
  }

  /// Whether a boolean that the schema requires holds.
  func isTrue(_ field: Field) -> Bool {
    Self.equal(bytes, token(field).range, "true")
  }

  /// The members of an object that lacks its last brace at `end`.
  private mutating func scan(end: Int) throws(VerificationProblem) {
    var scanner = RawScanner(bytes, 0..<end)
    members.removeAll(keepingCapacity: true)
    try scanner.expect(UInt8(ascii: "{"))
    var previous: Range<Int>?
    repeat {
      let name = try scanner.name(after: previous)
      members.append(Member(name: name, value: try scanner.value()))
      previous = name
    } while scanner.take(UInt8(ascii: ","))
    guard scanner.isAtEnd else { throw .notCanonical(offset: scanner.position) }
  }

  /// Holds the members, in order, against those of the schema, in order.
  private mutating func assign(_ schema: PayloadSchema) throws(VerificationProblem) {
    for index in fields.indices { fields[index] = .absent }
    let form = RawForm(bytes: bytes)
    var next = 0
    for entry in schema.members {
      guard next < members.count,
        Self.equal(bytes, members[next].name, entry.field.spelling)
      else {
        if entry.isRequired { throw missing(entry.field, next, schema) }
        continue
      }
      guard try form.fits(members[next].value, entry.form) else {
        throw .form("\(entry.field.spelling)")
      }
      fields[entry.field.rawValue] = members[next].value
      next += 1
    }
    guard next == members.count else { throw .unknownMember(name(next)) }
  }

  /// The better name for the trouble: a member nobody knows may stand where one is missed.
  private func missing(
    _ field: Field, _ next: Int, _ schema: PayloadSchema
  ) -> VerificationProblem {
    if next < members.count {
      let isKnown = schema.members.contains {
        Self.equal(bytes, members[next].name, $0.field.spelling)
      }
      if !isKnown { return .unknownMember(name(next)) }
    }
    return .missingMember("\(field.spelling)")
  }

  private func name(_ index: Int) -> String {
    String(decoding: bytes[members[index].name], as: UTF8.self)
  }

  /// Whether the bytes of a range are those of a text.
  static func equal(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ text: StaticString
  ) -> Bool {
    guard range.count == text.utf8CodeUnitCount, let base = bytes.baseAddress else { return false }
    return memcmp(base + range.lowerBound, text.utf8Start, range.count) == 0
  }
}
