import Domain

/// Spells what an item shows as the data of a task.
enum TaskDataWriter {
  static func data(_ payload: Payload) -> JSONText {
    switch payload {
    case .none: [:]
    case .text(let text): ["text": .string(text)]
    case .image(let image): ["image": .string(image.path)]
    case .pair(let pair):
      [
        "prompt": .string(pair.prompt), "answer1": .string(pair.first),
        "answer2": .string(pair.second),
      ]
    case .conversation(let turns):
      [
        "conversation": .array(
          turns.map { ["speaker": .string($0.speaker), "text": .string($0.text)] })
      ]
    case .fields(let fields): .object(members(fields))
    }
  }

  /// No object names a member twice: of fields with the same name the first is written.
  private static func members(_ fields: [Field]) -> [JSONText.Member] {
    var names: Set<LabelID> = []
    return fields.compactMap { field in
      guard names.insert(LabelID(field.name)).inserted else { return nil }
      return JSONText.Member(field.name, .string(field.text))
    }
  }
}
