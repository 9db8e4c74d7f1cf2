import Domain

/// Reads the results of one annotation: what it says under each question.
struct ResultReader {
  /// What one annotation says under one question.
  struct Answer {
    let question: QuestionID
    let value: Value
    let form: Form
  }

  /// Whether an empty answer to the question would leave no trace.
  enum Form {
    case spans
    case boxes
    /// Labels of regions that have no place.
    case regionLabels
    case other

    var empty: Value? {
      switch self {
      case .spans: .spans([])
      case .boxes: .boxes([])
      case .regionLabels: .labels([])
      case .other: nil
      }
    }
  }

  private let spans: SpanReader
  private let report: (DiagnosticCode, String) -> Void

  init(data: JSONNode?, report: @escaping (DiagnosticCode, String) -> Void) {
    spans = SpanReader(data: data)
    self.report = report
  }

  /// Groups results by `from_name`, in order of first sight. Results without one belong to `label`.
  func answers(_ result: JSONNode?) -> [Answer] {
    var order: [String] = []
    var groups: [String: [JSONNode]] = [:]
    for node in result?.elements ?? [] where node.isObject {
      guard let kind = Self.kind(of: node) else { continue }
      guard Self.kinds.contains(kind) else {
        report(.unreadResult, "results of the type \(Excerpt.text(of: kind)) are not read")
        continue
      }
      let name = node["from_name"]?.string ?? QuestionID.label.text
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(node)
    }
    return order.compactMap { name in
      groups[name].flatMap { answer(QuestionID(name), $0) }
    }
  }

  /// The types that are read.
  private static let kinds: Set<String> = [
    "choices", "rating", "number", "pairwise", "taxonomy", "labels", "hypertextlabels",
    "paragraphlabels", "rectanglelabels", "textarea", "ranker",
  ]

  /// The type, or else what the value's members betray; nil for what says nothing.
  private static func kind(of node: JSONNode) -> String? {
    if let type = node["type"]?.string { return type }
    guard let value = node["value"] else { return nil }
    let telling = [
      "choices", "rectanglelabels", "labels", "rating", "number", "taxonomy", "ranker",
      "hypertextlabels", "paragraphlabels",
    ]
    if let found = telling.first(where: { value[name: $0] != nil }) { return found }
    if value["selected"] != nil { return "pairwise" }
    return value["text"] != nil ? "textarea" : nil
  }

  private func answer(_ question: QuestionID, _ nodes: [JSONNode]) -> Answer? {
    guard let first = nodes.first, let kind = Self.kind(of: first) else { return nil }
    let alike = nodes.filter { Self.kind(of: $0) == kind }
    if alike.count < nodes.count {
      report(.unreadResult, "\(question) has results of several types; those of \(kind) are read")
    }
    let contents = alike.compactMap { $0["value"] }
    switch kind {
    case "choices": return choices(question, contents)
    case "taxonomy": return taxonomy(question, contents)
    case "rectanglelabels": return boxes(question, contents)
    case "labels", "hypertextlabels", "paragraphlabels": return regions(question, alike, kind)
    case "textarea": return text(question, contents)
    case "ranker": return ranking(question, contents)
    case "pairwise":
      return contents.first?["selected"]?.string.map {
        Answer(question: question, value: .label(LabelID($0)), form: .other)
      }
    default: return number(question, contents, kind)
    }
  }

  private func labels(_ node: JSONNode?) -> [LabelID] {
    if let one = node?.scalarText { return [LabelID(one)] }
    return (node?.elements ?? []).compactMap { $0.scalarText.map { LabelID($0) } }
  }

  private func choices(_ question: QuestionID, _ contents: [JSONNode]) -> Answer {
    let chosen = Set(contents.flatMap { labels($0["choices"]) })
    let value: Value =
      if chosen.count == 1, let only = chosen.first { .label(only) } else { .labels(of: chosen) }
    return Answer(question: question, value: value, form: .other)
  }

  private func taxonomy(_ question: QuestionID, _ contents: [JSONNode]) -> Answer {
    let paths = contents.flatMap { $0["taxonomy"]?.elements ?? [] }.map { path in
      LabelID((path.elements ?? []).compactMap(\.scalarText).joined(separator: "/"))
    }
    return Answer(question: question, value: .labels(of: paths), form: .other)
  }

  private func number(_ question: QuestionID, _ contents: [JSONNode], _ kind: String) -> Answer? {
    guard let node = contents.first?[name: kind] else { return nil }
    guard let number = node.scalarText.flatMap({ Number($0) }) else {
      report(.notANumber, "\(question): a number is expected")
      return nil
    }
    return Answer(question: question, value: .number(number), form: .other)
  }

  private func text(_ question: QuestionID, _ contents: [JSONNode]) -> Answer {
    let texts = contents.flatMap { content -> [String] in
      if let one = content["text"]?.string { return [one] }
      return (content["text"]?.elements ?? []).compactMap(\.string)
    }
    return Answer(
      question: question, value: .text(texts.joined(separator: "\n")), form: .other)
  }

  /// A list of labels, best first, or lists of labels in the order of their members.
  private func ranking(_ question: QuestionID, _ contents: [JSONNode]) -> Answer? {
    guard let node = contents.first?["ranker"] else { return nil }
    let buckets = node.isObject ? node.members.map(\.value) : [node]
    let groups = buckets.flatMap { $0.elements ?? [] }.map { labels($0) }
    return Answer(question: question, value: .ranking(groups), form: .other)
  }

  private func boxes(_ question: QuestionID, _ contents: [JSONNode]) -> Answer {
    var boxes: [Box] = []
    for content in contents {
      let labels = labels(content["rectanglelabels"])
      let numbers = ["x", "y", "width", "height"].compactMap {
        content[name: $0]?.scalarText.flatMap { Number($0) }
      }
      guard numbers.count == 4 else {
        if !labels.isEmpty {
          report(.badValue, "\(question): a rectangle without its four numbers")
        }
        continue
      }
      let rotation = content["rotation"]?.scalarText.flatMap { Number($0) } ?? Number(0)
      boxes += labels.map { label in
        Box(
          x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3], rotation: rotation,
          label: label)
      }
    }
    return Answer(question: question, value: .boxes(boxes), form: .boxes)
  }

  /// Spans where regions have places, or else the set of labels that occur.
  private func regions(_ question: QuestionID, _ nodes: [JSONNode], _ kind: String) -> Answer {
    var found: [Span] = []
    var names: [LabelID] = []
    var isPlaced = true
    for node in nodes {
      guard let content = node["value"] else { continue }
      let labels = labels(content[name: kind])
      names += labels
      if labels.isEmpty, node["type"] != nil { continue }
      guard let place = spans.place(content) else {
        isPlaced = false
        continue
      }
      found += labels.map { Span(start: place.lowerBound, end: place.upperBound, label: $0) }
    }
    return isPlaced
      ? Answer(question: question, value: .spans(found), form: .spans)
      : Answer(question: question, value: .labels(of: names), form: .regionLabels)
  }
}
