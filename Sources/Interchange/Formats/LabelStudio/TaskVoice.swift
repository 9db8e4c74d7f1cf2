import Domain

/// One annotation or prediction of a task.
struct TaskVoice {
  let origin: Origin
  /// What it says under each question.
  let answers: [ResultReader.Answer]
  private let node: JSONNode

  init(_ node: JSONNode, _ origin: Origin, _ answers: [ResultReader.Answer]) {
    self.node = node
    self.origin = origin
    self.answers = answers
  }

  /// The questions that the annotation is about, where it says so, as our own exports do.
  var questions: [QuestionID]? {
    node["questions"]?.elements?.compactMap { $0.string.map { QuestionID($0) } }
  }

  var isCancelled: Bool {
    node["was_cancelled"]?.boolean == true || node["skipped"]?.boolean == true
  }

  /// A model's version; of a person the e-mail address where there is one, or else the id, as text.
  var annotator: String? {
    let name: String?
    if origin == .model {
      name = node["model_version"]?.scalarText ?? "model"
    } else if let person = node["completed_by"], person.isObject {
      name = ["email", "username", "id"].lazy
        .compactMap { person[name: $0]?.scalarText }.first { !$0.isEmpty }
    } else {
      name = node["completed_by"]?.scalarText
    }
    return name?.isEmpty == true ? nil : name
  }

  var time: String? { (node["updated_at"] ?? node["created_at"])?.string }

  var milliseconds: Int? {
    node["lead_time"]?.double.flatMap { CellReading.milliseconds($0) }
  }

  var confidence: Number? {
    (node["score"] ?? node["confidence"])?.digits.flatMap { Number($0) }
  }

  var round: String? { node["round"]?.scalarText }

  var isFlagged: Bool { node["flagged"]?.boolean == true }

  /// Comments and the notes on regions, a line each.
  var note: String? {
    var texts = (node["comments"]?.elements ?? []).compactMap { $0["text"]?.string }
    for result in node["result"]?.elements ?? [] {
      texts += (result["meta"]?["text"]?.elements ?? []).compactMap(\.string)
    }
    texts.removeAll(where: \.isEmpty)
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }
}
