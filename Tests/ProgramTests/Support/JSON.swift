import Foundation

/// JSON as Foundation's reader sees it, so that what the program writes is judged by another program.
enum JSON: Equatable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  /// nil where the bytes are not one JSON value.
  init?(_ bytes: Data) {
    guard
      let value = try? JSONSerialization.jsonObject(with: bytes, options: [.fragmentsAllowed])
    else { return nil }
    self.init(value)
  }

  private init(_ value: Any) {
    switch value {
    case let text as String: self = .string(text)
    case let number as NSNumber:
      self = Self.isTruth(number) ? .boolean(number.boolValue) : .number(number.doubleValue)
    case let list as [Any]: self = .array(list.map { JSON($0) })
    case let members as [String: Any]: self = .object(members.mapValues { JSON($0) })
    default: self = .null
    }
  }

  subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members[name]
  }

  subscript(place: Int) -> JSON? {
    guard case .array(let list) = self, list.indices.contains(place) else { return nil }
    return list[place]
  }

  var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  var integer: Int? { number.flatMap { Int(exactly: $0) } }

  var boolean: Bool? {
    if case .boolean(let truth) = self { truth } else { nil }
  }

  var array: [JSON] {
    if case .array(let list) = self { list } else { [] }
  }

  /// The members of an object; nil for anything else.
  var object: [String: JSON]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The names of an object's members, sorted.
  var names: [String] {
    if case .object(let members) = self { members.keys.sorted() } else { [] }
  }

  /// Whether Foundation read `true` or `false` rather than a number.
  private static func isTruth(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c"
  }
}
