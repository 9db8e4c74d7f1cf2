public import Domain

extension JSONText {
  /// A canonical value, member by member.
  public init(_ value: CanonicalValue) {
    switch value {
    case .string(let text): self = .string(text)
    case .integer(let number): self = .digits(String(number))
    case .boolean(let truth): self = .boolean(truth)
    case .array(let values): self = .array(values.map { JSONText($0) })
    case .object(let object):
      self = .object(object.members.map { Member($0.name, JSONText($0.value)) })
    }
  }
}

extension JSONNode {
  /// The node as a canonical value; nil where it holds null, a real, or an integer beyond ±2⁵³.
  var canonical: CanonicalValue? {
    if let string { return .string(string) }
    if let boolean { return .boolean(boolean) }
    if let integer { return abs(integer) <= 1 << 53 ? .integer(Int64(integer)) : nil }
    if let elements {
      let values = elements.compactMap(\.canonical)
      return values.count == elements.count ? .array(values) : nil
    }
    guard isObject else { return nil }
    var object = CanonicalObject()
    for member in members {
      guard let value = member.value.canonical else { return nil }
      object[member.name] = value
    }
    return .object(object)
  }
}
