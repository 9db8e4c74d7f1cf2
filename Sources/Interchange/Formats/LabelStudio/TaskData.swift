import Domain

/// Reads what a task shows, by the shape of its data or by the mapping.
enum TaskData {
  static func payload(_ data: JSONNode?, _ shape: PayloadShape) -> Payload {
    guard let data, data.isObject else { return .none }
    switch shape {
    case .none: return byShape(data)
    case .text(let name): return text(data[name: name]).map { .text($0) } ?? .none
    case .image(let name): return image(data[name: name]) ?? .none
    case .fields(let names):
      return .fields(names.map { Field(name: $0, text: text(data[name: $0]) ?? "") })
    case .pair(let prompt, let first, let second):
      return .pair(
        ResponsePair(
          prompt: text(data[name: prompt]) ?? "", first: text(data[name: first]) ?? "",
          second: text(data[name: second]) ?? ""))
    case .conversation(let names):
      return .conversation(
        names.flatMap { name in
          turns(data[name: name]) ?? text(data[name: name]).map { [Turn(speaker: name, text: $0)] }
            ?? []
        })
    }
  }

  /// The named fields of the data, and everything scalar in the task's meta.
  static func slices(_ data: JSONNode?, _ meta: JSONNode?, _ names: [String]) -> [Slice] {
    var slices: [Slice] = []
    for name in names {
      if let text = text(data?[name: name]) { slices.append(Slice(key: name, value: text)) }
    }
    for member in meta?.members ?? [] where !names.contains(member.name) {
      if let text = member.value.scalarText { slices.append(Slice(key: member.name, value: text)) }
    }
    return slices
  }

  private static let promptNames = ["prompt", "instruction", "question", "input"]
  private static let answerNames = [
    ["answer1", "answer2"], ["answer_1", "answer_2"], ["answer_a", "answer_b"],
    ["response1", "response2"], ["response_1", "response_2"], ["response_a", "response_b"],
    ["left", "right"], ["chosen", "rejected"],
  ]

  private static func byShape(_ data: JSONNode) -> Payload {
    if let pair = pair(data) { return .pair(pair) }
    let members = data.members.filter { !$0.value.isNull }
    if members.count == 1, let only = members.first {
      if let turns = turns(only.value) { return .conversation(turns) }
      if let image = isImage(only) ? image(only.value) : nil { return image }
      if let text = only.value.string { return .text(text) }
    }
    let fields = members.compactMap { member in
      text(member.value).map { Field(name: member.name, text: $0) }
    }
    return fields.isEmpty ? .none : .fields(fields)
  }

  /// A prompt and two answers, and nothing else.
  private static func pair(_ data: JSONNode) -> ResponsePair? {
    guard data.members.count == 3,
      let prompt = promptNames.lazy.compactMap({ data[name: $0]?.string }).first
    else { return nil }
    for names in answerNames {
      if let first = data[name: names[0]]?.string, let second = data[name: names[1]]?.string {
        return ResponsePair(prompt: prompt, first: first, second: second)
      }
    }
    return nil
  }

  private static func turns(_ node: JSONNode?) -> [Turn]? {
    guard let elements = node?.elements, !elements.isEmpty else { return nil }
    var turns: [Turn] = []
    for element in elements {
      guard let speaker = first(["speaker", "role", "author", "user", "from"], of: element),
        let text = first(["text", "content", "message", "value"], of: element)
      else { return nil }
      turns.append(Turn(speaker: speaker, text: text))
    }
    return turns
  }

  private static func first(_ names: [String], of node: JSONNode) -> String? {
    names.lazy.compactMap { node[name: $0]?.scalarText }.first
  }

  private static func isImage(_ member: JSONNode.Member) -> Bool {
    if ["image", "img", "image_url"].contains(member.name.lowercased()) { return true }
    let path = member.value.string?.lowercased() ?? ""
    return [".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff"]
      .contains { path.hasSuffix($0) }
  }

  private static func image(_ node: JSONNode?) -> Payload? {
    node?.string.map { .image(ImageReference(path: $0, width: nil, height: nil)) }
  }

  /// Scalars as they are, everything else as JSON.
  private static func text(_ node: JSONNode?) -> String? {
    guard let node, !node.isNull else { return nil }
    return node.scalarText ?? node.json.text()
  }
}
