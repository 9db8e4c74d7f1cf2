/// A value of the canonical form that logs and batches are written in.
///
/// Strings, integers within ±2⁵³, true, false, and objects and arrays of these: no reals, no null.
/// A member that is absent is not written.
public enum CanonicalValue: Hashable, Sendable {
  case string(String)
  case integer(Int64)
  case boolean(Bool)
  case array([CanonicalValue])
  case object(CanonicalObject)

  public static func == (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
    case (.integer(let a), .integer(let b)): a == b
    case (.boolean(let a), .boolean(let b)): a == b
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)): a == b
    default: false
    }
  }

  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  public var integer: Int64? {
    if case .integer(let number) = self { number } else { nil }
  }

  public var boolean: Bool? {
    if case .boolean(let truth) = self { truth } else { nil }
  }

  public var array: [CanonicalValue]? {
    if case .array(let values) = self { values } else { nil }
  }

  public var object: CanonicalObject? {
    if case .object(let members) = self { members } else { nil }
  }
}

extension CanonicalValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
}
