extension Payload {
  /// The canonical form: an object whose one member says which kind it is.
  public var canonical: CanonicalValue {
    switch self {
    case .none: .object(["none": true])
    case .text(let text): .object(["text": .string(text)])
    case .fields(let fields):
      .object([
        "fields": .array(
          fields.map { .object(["name": .string($0.name), "text": .string($0.text)]) })
      ])
    case .image(let image):
      .object([
        "image": .object([
          "path": .string(image.path), "width": image.width.map { .integer(Int64($0)) },
          "height": image.height.map { .integer(Int64($0)) },
        ])
      ])
    case .pair(let pair):
      .object([
        "pair": .object([
          "prompt": .string(pair.prompt), "first": .string(pair.first),
          "second": .string(pair.second),
        ])
      ])
    case .conversation(let turns):
      .object([
        "conversation": .array(
          turns.map { .object(["speaker": .string($0.speaker), "text": .string($0.text)]) })
      ])
    }
  }

  /// Reads the canonical form.
  ///
  /// - Returns: nil where the members are not those of a payload.
  public init?(canonical: CanonicalValue) {
    guard let object = canonical.object, object.members.count == 1,
      let member = object.members.first,
      let payload = Self.read(member)
    else { return nil }
    self = payload
  }

  private static func read(_ member: CanonicalObject.Member) -> Payload? {
    let content = member.value
    switch member.name {
    case "none": return content.boolean == true ? Payload.none : nil
    case "text": return content.string.map { .text($0) }
    case "fields": return pairs(content, "name", "text").map { .fields($0.map(Field.init)) }
    case "conversation":
      return pairs(content, "speaker", "text").map { .conversation($0.map(Turn.init)) }
    case "image": return image(content)
    case "pair": return pair(content)
    default: return nil
    }
  }

  private static func pairs(
    _ content: CanonicalValue, _ first: String, _ second: String
  ) -> [(String, String)]? {
    guard let values = content.array else { return nil }
    let pairs = values.compactMap { value -> (String, String)? in
      guard let object = value.object, let a = object[first]?.string, let b = object[second]?.string
      else { return nil }
      return (a, b)
    }
    return pairs.count == values.count ? pairs : nil
  }

  private static func image(_ content: CanonicalValue) -> Payload? {
    guard let object = content.object, let path = object["path"]?.string else { return nil }
    return .image(
      ImageReference(
        path: path, width: object["width"]?.integer.map { Int($0) },
        height: object["height"]?.integer.map { Int($0) }))
  }

  private static func pair(_ content: CanonicalValue) -> Payload? {
    guard let object = content.object, let prompt = object["prompt"]?.string,
      let first = object["first"]?.string, let second = object["second"]?.string
    else { return nil }
    return .pair(ResponsePair(prompt: prompt, first: first, second: second))
  }
}

extension Field {
  init(_ pair: (String, String)) {
    self.init(name: pair.0, text: pair.1)
  }
}

extension Turn {
  init(_ pair: (String, String)) {
    self.init(speaker: pair.0, text: pair.1)
  }
}
