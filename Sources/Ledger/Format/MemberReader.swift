import Domain

/// Takes members out of an object one by one; what is left at the end is unknown.
struct MemberReader {
  private let members: [CanonicalObject.Member]
  /// A bit for each member that was taken. No object of the log has more than 64.
  private var taken: UInt64 = 0

  init(_ object: CanonicalObject) {
    members = object.members
  }

  /// - Throws: where members remain that nobody asked for.
  func finish() throws(PayloadProblem) {
    for (index, member) in members.enumerated() where index > 63 || taken >> index & 1 == 0 {
      throw .unknownMember(member.name)
    }
  }

  /// - Parameter name: lower-case ASCII, so that canonical equality is equality of bytes.
  mutating func take(_ name: String) -> CanonicalValue? {
    for (index, member) in members.prefix(64).enumerated() where member.name == name {
      taken |= 1 << index
      return member.value
    }
    return nil
  }

  mutating func text(_ name: String) throws(PayloadProblem) -> String {
    try Self.required(try optionalText(name), name)
  }

  mutating func optionalText(_ name: String) throws(PayloadProblem) -> String? {
    try optional(name) { $0.string }
  }

  mutating func integer(
    _ name: String, from minimum: Int = 0
  ) throws(PayloadProblem) -> Int {
    let number = try Self.required(try optional(name) { $0.integer }, name)
    guard number >= Int64(minimum) else { throw .wrongForm(member: name) }
    return Int(number)
  }

  mutating func boolean(_ name: String) throws(PayloadProblem) -> Bool {
    try Self.required(try optional(name) { $0.boolean }, name)
  }

  mutating func digest(_ name: String) throws(PayloadProblem) -> Digest {
    try Self.required(try optional(name) { $0.string.flatMap { Digest(hex: $0) } }, name)
  }

  mutating func operation(_ name: String) throws(PayloadProblem) -> OperationID {
    try Self.required(try optional(name) { $0.string.flatMap { OperationID(hex: $0) } }, name)
  }

  /// A member whose text is one of the words of an enumeration.
  mutating func word<Word: RawRepresentable>(
    _ name: String, of type: Word.Type
  ) throws(PayloadProblem) -> Word where Word.RawValue == String {
    try Self.required(
      try optional(name) { $0.string.flatMap { Word(rawValue: $0) } }, name)
  }

  mutating func object(_ name: String) throws(PayloadProblem) -> MemberReader? {
    try optional(name) { $0.object }.map { MemberReader($0) }
  }

  /// A list that must be there, and may be empty.
  mutating func list<Element>(
    _ name: String, _ read: (CanonicalValue) -> Element?
  ) throws(PayloadProblem) -> [Element] {
    let values = try Self.required(try optional(name) { $0.array }, name)
    return try Self.elements(values, name, read)
  }

  /// A list that is left out where it is empty.
  mutating func optionalList<Element>(
    _ name: String, _ read: (CanonicalValue) -> Element?
  ) throws(PayloadProblem) -> [Element] {
    guard let values = try optional(name, { $0.array }) else { return [] }
    guard !values.isEmpty else { throw .wrongForm(member: name) }
    return try Self.elements(values, name, read)
  }

  /// A member that may be absent; where it is there, `read` must make something of it.
  mutating func optional<Content>(
    _ name: String, _ read: (CanonicalValue) -> Content?
  ) throws(PayloadProblem) -> Content? {
    guard let value = take(name) else { return nil }
    guard let content = read(value) else { throw .wrongForm(member: name) }
    return content
  }

  private static func required<Content>(
    _ content: Content?, _ name: String
  ) throws(PayloadProblem) -> Content {
    guard let content else { throw .missingMember(name) }
    return content
  }

  private static func elements<Element>(
    _ values: [CanonicalValue], _ name: String, _ read: (CanonicalValue) -> Element?
  ) throws(PayloadProblem) -> [Element] {
    var elements: [Element] = []
    elements.reserveCapacity(values.count)
    for value in values {
      guard let element = read(value) else { throw .wrongForm(member: name) }
      elements.append(element)
    }
    return elements
  }
}
