/// Holds canonical bytes against the forms of a ruled value.
struct RawValueForm {
  let bytes: UnsafeBufferPointer<UInt8>

  typealias Token = RawScanner.Token

  private static let inlineLimit = 4096

  /// An object with one member, named after the kind, and not too long to stand in a line.
  func isValue(
    _ token: Token, limit: Int = inlineLimit
  ) throws(VerificationProblem) -> Bool {
    guard token.range.count <= limit, var members = RawMembers(bytes, token),
      let name = try members.nextName()
    else { return false }
    let content = try members.value()
    guard members.isAtEnd else { return false }
    let form = RawForm(bytes: bytes)
    if equal(name, "label") || equal(name, "text") { return content.kind == .string }
    if equal(name, "number") { return form.isDecimal(content) }
    if equal(name, "abstained") { return try form.fits(content, .isTrue) }
    if equal(name, "labels") { return try form.fits(content, .texts) }
    if equal(name, "ranking") { return try every(content, isGroup) }
    if equal(name, "spans") { return try every(content, isSpan) }
    if equal(name, "boxes") { return try every(content, isBox) }
    return false
  }

  private func every(
    _ token: Token, _ fits: (Token) throws(VerificationProblem) -> Bool
  ) throws(VerificationProblem) -> Bool {
    guard var elements = RawElements(bytes, token) else { return false }
    while let element = try elements.next() {
      guard try fits(element) else { return false }
    }
    return true
  }

  private func isGroup(_ token: Token) throws(VerificationProblem) -> Bool {
    guard var labels = RawElements(bytes, token) else { return false }
    while let label = try labels.next() {
      guard label.kind == .string else { return false }
    }
    return true
  }

  private func isSpan(_ token: Token) throws(VerificationProblem) -> Bool {
    guard var members = RawMembers(bytes, token), let end = try members.next("end"),
      let label = try members.next("label"), let start = try members.next("start"),
      members.isAtEnd, end.kind == .integer, start.kind == .integer, label.kind == .string
    else { return false }
    return RawForm.integer(bytes, start.range) <= RawForm.integer(bytes, end.range)
  }

  private func isBox(_ token: Token) throws(VerificationProblem) -> Bool {
    let form = RawForm(bytes: bytes)
    guard var members = RawMembers(bytes, token), let height = try members.next("height"),
      let label = try members.next("label"), let rotation = try members.next("rotation"),
      let width = try members.next("width"), let x = try members.next("x"),
      let y = try members.next("y"), members.isAtEnd
    else { return false }
    return label.kind == .string
      && [height, rotation, width, x, y].allSatisfy { form.isDecimal($0) }
  }

  private func equal(_ range: Range<Int>, _ text: StaticString) -> Bool {
    RawPayload.equal(bytes, range, text)
  }
}
