extension LabelMapping {
  /// Longest mapping, in bytes of its canonical form.
  public static let byteLimit = 32_768

  /// The form in the log: a list of objects of `from` and `to`, in byte order of what they begin with.
  public var canonical: CanonicalValue {
    .array(
      rules.map { rule in
        .object([
          "from": .array(rule.from.map { .string($0.text) }),
          "to": .array(rule.to.map { .string($0.text) }),
        ])
      })
  }

  /// Reads the canonical form.
  ///
  /// - Returns: nil for what is no list of rules, and for every other spelling of one.
  public init?(canonical: CanonicalValue) {
    guard let elements = canonical.array else { return nil }
    var rules: [LabelRule] = []
    for element in elements {
      guard let object = element.object, object.members.count == 2,
        let from = Self.labels(object["from"]), let to = Self.labels(object["to"])
      else { return nil }
      rules.append(LabelRule(from: from, to: to))
    }
    self.init(rules)
    guard self.canonical == canonical, shapeProblem == nil else { return nil }
  }

  private static func labels(_ value: CanonicalValue?) -> [LabelID]? {
    guard let array = value?.array else { return nil }
    let labels = array.compactMap { $0.string.map { LabelID($0) } }
    return labels.count == array.count ? labels : nil
  }

  /// The canonical form as bytes: two mappings that do the same have the same.
  public var bytes: [UInt8] { Canonical.bytes(canonical) }
}
