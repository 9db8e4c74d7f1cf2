public import Domain

extension Mapping {
  /// The canonical form; members that say nothing are left out.
  public var canonical: CanonicalObject {
    var object = CanonicalObject([
      "format": text(format), "item": list(item), "annotator": text(annotator),
      "label": text(label), "question": text(question), "round": text(round), "at": text(at),
      "seconds": text(seconds), "note": text(note), "confidence": text(confidence),
      "flag": text(flag), "annotators": list(annotators), "questions": list(questions),
      "slices": list(slices), "source": text(source), "abstained": list(abstained),
      "delimiter": delimiter.map { .string($0.rawValue) },
      "repeats": repeats == .last ? nil : .string(repeats.rawValue),
    ])
    if !oneHot.isEmpty {
      object["one_hot"] = .array(
        oneHot.map { .array([.string($0.prefix), .string($0.form.rawValue)]) })
    }
    if payload != .none { object["payload"] = payload.canonical }
    if values != ValueExpectation() { object["values"] = values.canonical }
    if !valuesByQuestion.isEmpty {
      let sorted = valuesByQuestion.sorted { $0.key < $1.key }
      object["values_by_question"] = .array(
        sorted.map { .array([.string($0.key.text), $0.value.canonical]) })
    }
    return object
  }

  /// Reads the canonical form.
  ///
  /// - Returns: nil where a member is not one of a mapping, or holds something else.
  public init?(canonical object: CanonicalObject) {
    self.init()
    for member in object.members {
      guard read(member) else { return nil }
    }
  }

  private mutating func read(_ member: CanonicalObject.Member) -> Bool {
    let value = member.value
    switch member.name {
    case "format": format = value.string
    case "annotator": annotator = value.string
    case "label": label = value.string
    case "question": question = value.string
    case "round": round = value.string
    case "at": at = value.string
    case "seconds": seconds = value.string
    case "note": note = value.string
    case "confidence": confidence = value.string
    case "flag": flag = value.string
    case "source": source = value.string
    default: return readList(member) ?? readRest(member)
    }
    return value.string != nil
  }

  private mutating func readList(_ member: CanonicalObject.Member) -> Bool? {
    let texts = member.value.array?.compactMap(\.string) ?? []
    switch member.name {
    case "item": item = texts
    case "annotators": annotators = texts
    case "questions": questions = texts
    case "slices": slices = texts
    case "abstained": abstained = texts
    default: return nil
    }
    return texts.count == member.value.array?.count
  }

  private mutating func readRest(_ member: CanonicalObject.Member) -> Bool {
    let value = member.value
    switch member.name {
    case "delimiter":
      delimiter = value.string.flatMap { Delimiter(rawValue: $0) }
      return delimiter != nil
    case "repeats":
      guard let found = value.string.flatMap({ Repeats(rawValue: $0) }) else { return false }
      repeats = found
      return true
    case "one_hot":
      oneHot = (value.array ?? []).compactMap { OneHot(canonical: $0) }
      return oneHot.count == value.array?.count
    case "payload":
      guard let found = PayloadShape(canonical: value) else { return false }
      payload = found
      return true
    case "values":
      guard let found = ValueExpectation(canonical: value) else { return false }
      values = found
      return true
    case "values_by_question": return readValuesByQuestion(value)
    default: return false
    }
  }

  private mutating func readValuesByQuestion(_ value: CanonicalValue) -> Bool {
    for pair in value.array ?? [] {
      guard let pair = pair.array, pair.count == 2, let name = pair[0].string,
        let found = ValueExpectation(canonical: pair[1])
      else { return false }
      valuesByQuestion[QuestionID(name)] = found
    }
    return value.array != nil
  }

  private func text(_ text: String?) -> CanonicalValue? {
    text.map { .string($0) }
  }

  private func list(_ texts: [String]) -> CanonicalValue? {
    texts.isEmpty ? nil : .array(texts.map { .string($0) })
  }
}

extension OneHot {
  init?(canonical: CanonicalValue) {
    guard let pair = canonical.array, pair.count == 2, let prefix = pair[0].string,
      let form = pair[1].string.flatMap({ Form(rawValue: $0) })
    else { return nil }
    self.init(prefix: prefix, form: form)
  }
}

extension ValueExpectation {
  var canonical: CanonicalValue {
    .object([
      "kind": .string(kind.rawValue),
      "labels": labels.map { .array($0.map { .string($0.text) }) },
    ])
  }

  init?(canonical: CanonicalValue) {
    guard let object = canonical.object,
      let kind = object["kind"]?.string.flatMap({ Kind(rawValue: $0) })
    else { return nil }
    let texts = object["labels"]?.array?.compactMap(\.string)
    guard texts?.count == object["labels"]?.array?.count else { return nil }
    self.init(kind: kind, labels: texts?.map { LabelID($0) })
  }
}

extension PayloadShape {
  var canonical: CanonicalValue {
    switch self {
    case .none: .object(["none": true])
    case .text(let column): .object(["text": .string(column)])
    case .image(let column): .object(["image": .string(column)])
    case .fields(let columns): .object(["fields": .array(columns.map { .string($0) })])
    case .pair(let prompt, let first, let second):
      .object(["pair": .array([.string(prompt), .string(first), .string(second)])])
    case .conversation(let columns):
      .object(["conversation": .array(columns.map { .string($0) })])
    }
  }

  init?(canonical: CanonicalValue) {
    guard let object = canonical.object, object.members.count == 1,
      let member = object.members.first
    else { return nil }
    let texts = member.value.array?.compactMap(\.string) ?? []
    guard texts.count == member.value.array?.count ?? 0 else { return nil }
    switch (member.name, member.value.string) {
    case ("none", _): self = .none
    case ("text", let column?): self = .text(column)
    case ("image", let column?): self = .image(column)
    case ("fields", _): self = .fields(texts)
    case ("conversation", _): self = .conversation(texts)
    case ("pair", _) where texts.count == 3:
      self = .pair(prompt: texts[0], first: texts[1], second: texts[2])
    default: return nil
    }
  }
}
