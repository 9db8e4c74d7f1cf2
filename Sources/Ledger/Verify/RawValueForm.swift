/// Holds canonical bytes against the forms of a ruled value.
struct RawValueForm {
  let bytes: UnsafeBufferPointer<UInt8>

  typealias Token = RawScanner.Token

  private static let inlineLimit = 4096

  /// An object with one member, named after the kind, and not too long to stand in a line.
  func isValue(_ token: Token) throws(VerificationProblem) -> Bool {
    let form = RawForm(bytes: bytes)
    guard token.range.count <= Self.inlineLimit, let members = try form.object(token),
      members.count == 1
    else { return false }
    let content = members[0].value
    let name = members[0].name
    if equal(name, "label") || equal(name, "text") { return content.kind == .string }
    if equal(name, "abstained") { return try form.fits(content, .isTrue) }
    if equal(name, "labels") { return try form.fits(content, .texts) }
    if equal(name, "number") { return isDecimal(content) }
    guard let elements = try form.elements(content) else { return false }
    for element in elements {
      if equal(name, "ranking") {
        guard let group = try form.elements(element), group.allSatisfy({ $0.kind == .string })
        else { return false }
      } else if equal(name, "spans") {
        guard try isSpan(element) else { return false }
      } else if equal(name, "boxes") {
        guard try isBox(element) else { return false }
      } else {
        return false
      }
    }
    return equal(name, "ranking") || equal(name, "spans") || equal(name, "boxes")
  }

  /// Digits with at most one point among them, perhaps a sign and an exponent, within what 64 bits
  /// and ±300 hold.
  func isDecimal(_ token: Token) -> Bool {
    guard token.kind == .string, !token.isEscaped else { return false }
    var text = bytes[token.content]
    if text.first == 0x2D || text.first == 0x2B { text = text.dropFirst() }
    var digits = 0
    var fraction = 0
    var amount: Int64 = 0
    var hasPoint = false
    while let byte = text.first, byte &- 0x30 < 10 || (byte == 0x2E && !hasPoint) {
      text = text.dropFirst()
      if byte == 0x2E {
        hasPoint = true
        continue
      }
      let (product, isOver) = amount.multipliedReportingOverflow(by: 10)
      let (sum, isOverToo) = product.addingReportingOverflow(Int64(byte - 0x30))
      guard !isOver, !isOverToo else { return false }
      amount = sum
      digits += 1
      if hasPoint { fraction += 1 }
    }
    guard digits > 0 else { return false }
    guard let mark = text.first else { return fraction <= 300 }
    guard mark == 0x65 || mark == 0x45,
      let exponent = Int(String(decoding: text.dropFirst(), as: UTF8.self)), abs(exponent) <= 300
    else { return false }
    return abs(exponent - fraction) <= 300
  }

  private static let span: [PayloadSchema.Member] = [
    .init("end", .integer(.min)), .init("label", .text), .init("start", .integer(.min)),
  ]
  private static let box: [PayloadSchema.Member] = [
    .init("height", .text), .init("label", .text), .init("rotation", .text),
    .init("width", .text), .init("x", .text), .init("y", .text),
  ]

  private func isSpan(_ token: Token) throws(VerificationProblem) -> Bool {
    let form = RawForm(bytes: bytes)
    guard let members = try form.object(token) else { return false }
    try form.check(members, Self.span)
    return RawForm.integer(bytes, members[2].value.range)
      <= RawForm.integer(bytes, members[0].value.range)
  }

  private func isBox(_ token: Token) throws(VerificationProblem) -> Bool {
    let form = RawForm(bytes: bytes)
    guard let members = try form.object(token) else { return false }
    try form.check(members, Self.box)
    return members.allSatisfy { equal($0.name, "label") || isDecimal($0.value) }
  }

  private func equal(_ range: Range<Int>, _ text: StaticString) -> Bool {
    RawPayload.equal(bytes, range, text)
  }
}
