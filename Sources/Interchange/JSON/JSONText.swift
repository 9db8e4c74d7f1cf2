/// A JSON value to be written: members stand in the order they are given.
///
/// Output only; nothing here reads. Reals are written in the shortest form that reads back as the same
/// number, and as null where they are no number.
public enum JSONText: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case real(Double)
  case string(String)
  /// A number by its digits, for amounts that must not pass through binary.
  case digits(String)
  case array([JSONText])
  case object([Member])

  public struct Member: Hashable, Sendable {
    public let name: String
    public let value: JSONText

    public init(_ name: String, _ value: JSONText) {
      self.name = name
      self.value = value
    }
  }

  /// How it is laid out.
  public enum Layout: Sendable {
    /// Everything on one line, without white space.
    case compact
    /// A member or element a line, two blanks deeper each level.
    case indented
  }

  /// The text, without a line break at its end.
  public func text(_ layout: Layout = .compact) -> String {
    var output: [UInt8] = []
    append(to: &output, layout: layout)
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends the text. O(length).
  public func append(to output: inout [UInt8], layout: Layout = .compact) {
    append(to: &output, layout: layout, depth: 0)
  }

  private func append(to output: inout [UInt8], layout: Layout, depth: Int) {
    switch self {
    case .null: output.append(contentsOf: "null".utf8)
    case .boolean(let truth): output.append(contentsOf: (truth ? "true" : "false").utf8)
    case .integer(let number): output.append(contentsOf: String(number).utf8)
    case .real(let number): output.append(contentsOf: Self.spelling(number).utf8)
    case .digits(let digits): output.append(contentsOf: Self.spelling(digits: digits).utf8)
    case .string(let text): Self.append(text, to: &output)
    case .array(let values):
      Self.append(values, brackets: "[]", to: &output, layout: layout, depth: depth) {
        $0.append(to: &$1, layout: layout, depth: depth + 1)
      }
    case .object(let members):
      Self.append(members, brackets: "{}", to: &output, layout: layout, depth: depth) {
        Self.append($0.name, to: &$1)
        $1.append(UInt8(ascii: ":"))
        if layout == .indented { $1.append(UInt8(ascii: " ")) }
        $0.value.append(to: &$1, layout: layout, depth: depth + 1)
      }
    }
  }

  private static func append<Element>(
    _ elements: [Element], brackets: StaticString, to output: inout [UInt8], layout: Layout,
    depth: Int, each: (Element, inout [UInt8]) -> Void
  ) {
    output.append(brackets.utf8Start[0])
    for (index, element) in elements.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      if layout == .indented { breakLine(depth + 1, &output) }
      each(element, &output)
    }
    if layout == .indented, !elements.isEmpty { breakLine(depth, &output) }
    output.append(brackets.utf8Start[1])
  }

  private static func breakLine(_ depth: Int, _ output: inout [UInt8]) {
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private static func spelling(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    if number == number.rounded(), abs(number) < 1e15 {
      return number == 0 ? "0" : String(Int64(number))
    }
    return number.description
  }

  /// Digits as JSON has them: `+1`, `.5`, `1.` and `007` are amounts to people only.
  private static func spelling(digits: String) -> String {
    JSONDigits.spelling(of: digits) ?? "null"
  }

  private static func append(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case 0x22: output.append(contentsOf: [0x5C, 0x22])
      case 0x5C: output.append(contentsOf: [0x5C, 0x5C])
      case 0x0A: output.append(contentsOf: [0x5C, UInt8(ascii: "n")])
      case 0x0D: output.append(contentsOf: [0x5C, UInt8(ascii: "r")])
      case 0x09: output.append(contentsOf: [0x5C, UInt8(ascii: "t")])
      case 0x00..<0x20, 0x7F:
        output.append(contentsOf: "\\u00".utf8)
        output.append(contentsOf: [Self.digit(byte >> 4), Self.digit(byte & 15)])
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}

extension JSONText: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  public init(nilLiteral: ()) { self = .null }
  public init(arrayLiteral elements: JSONText...) { self = .array(elements) }
  /// Keeps the members in the order of the source text.
  public init(dictionaryLiteral elements: (String, JSONText)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}
