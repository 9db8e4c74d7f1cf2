import Domain

/// Turns Label Studio's tasks into items and ratings.
struct TaskImporter {
  private let splitter: JSONSplitter
  private let reader: JSONReader
  private let options: ImportOptions
  private let diagnostics: Diagnostics
  private let sink: any ImportSink
  private let values: ValueReader
  private let path: String
  private var questions = KnownQuestions()
  private var ordinal = 0
  private var hasReportedNoAnnotator = false

  init(
    _ source: ByteSource, _ options: ImportOptions, _ diagnostics: Diagnostics,
    _ sink: any ImportSink
  ) throws(InterchangeError) {
    self.options = options
    self.diagnostics = diagnostics
    self.sink = sink
    path = source.path
    values = ValueReader(options)
    splitter = try JSONSplitter(source, limits: options.limits, diagnostics: diagnostics)
    reader = try JSONReader(depthLimit: options.limits.depth)
  }

  mutating func run() throws(InterchangeError) {
    while let (element, task) = try splitter.next(reader) {
      guard task.isObject else {
        splitter.refuse(element, .notATask, "a task is an object")
        continue
      }
      try importTask(task, element)
    }
  }

  private mutating func importTask(
    _ task: JSONNode, _ element: JSONSplitter.Element
  ) throws(InterchangeError) {
    let data = task["data"]
    let payload = TaskData.payload(data, options.mapping.payload)
    guard let id = itemID(task, data, payload, element) else { return }
    let slices = TaskData.slices(data, task["meta"], options.mapping.slices)
    let item = Item(id: id, payload: payload, slices: slices, source: options.mapping.source)
    try sink.receive(.item(item), line: element.line)

    let voices = voices(of: task, data, element)
    for voice in voices { questions.learn(voice.answers) }
    let asked = questions.asked(in: voices.flatMap(\.answers))
    for voice in voices {
      try importVoice(voice, of: id, asked: asked, element)
    }
  }

  private func itemID(
    _ task: JSONNode, _ data: JSONNode?, _ payload: Payload, _ element: JSONSplitter.Element
  ) -> ItemID? {
    var text: String
    if !options.mapping.item.isEmpty {
      let parts = options.mapping.item.map { data?[name: $0]?.scalarText }
      let known = parts.compactMap(\.self)
      guard known.count == parts.count else {
        let missing = zip(options.mapping.item, parts).filter { $0.1 == nil }.map(\.0)
        splitter.refuse(
          element, .emptyItem, "the task's data has no \(missing.joined(separator: ", "))")
        return nil
      }
      text = known.count == 1 ? known[0] : CellReading.composed(known)
    } else if let id = task["id"]?.scalarText, !id.isEmpty {
      text = id
    } else {
      guard payload != .none else {
        splitter.refuse(element, .emptyItem, "the task has neither an id nor data to tell it by")
        return nil
      }
      text = "sha256:" + options.digest(Canonical.bytes(payload.canonical)).hex
    }
    if let source = options.mapping.source { text = "\(source):\(text)" }
    return accepted(text, element) ? ItemID(text) : nil
  }

  private func voices(
    of task: JSONNode, _ data: JSONNode?, _ element: JSONSplitter.Element
  ) -> [TaskVoice] {
    let results = ResultReader(data: data) { code, reason in
      report(code, element, reason)
    }
    var voices: [TaskVoice] = []
    for node in (task["annotations"] ?? task["completions"])?.elements ?? [] where node.isObject {
      let isGold = node["ground_truth"]?.boolean == true
      voices.append(TaskVoice(node, isGold ? .gold : .person, results.answers(node["result"])))
    }
    for node in task["predictions"]?.elements ?? [] where node.isObject {
      voices.append(TaskVoice(node, .model, results.answers(node["result"])))
    }
    return voices
  }

  private mutating func importVoice(
    _ voice: TaskVoice, of item: ItemID, asked: [QuestionID], _ element: JSONSplitter.Element
  ) throws(InterchangeError) {
    var answers = voice.answers
    if voice.isCancelled {
      let declined = voice.questions ?? (answers.isEmpty ? asked : answers.map(\.question))
      answers = declined.map { ResultReader.Answer(question: $0, value: .abstained, form: .other) }
    } else if voice.origin == .person {
      answers += questions.emptyRegions(besides: answers, asked: voice.questions)
      if answers.isEmpty {
        report(.unreadResult, element, "an annotation without a result says nothing")
      }
    }
    for answer in answers where accepted(answer.question.text, element) {
      switch values.check(answer.value, question: answer.question) {
      case .missing: break
      case .refused(let code, let reason):
        let found = Excerpt.text(of: answer.value.blockText ?? "")
        splitter.refuse(element, code, "\(answer.question): \(found) \(reason)")
      case .value(let value):
        let rating = rating(voice, item, answer.question, value, element)
        try sink.receive(.rating(rating, ordinal: ordinal), line: element.line)
        ordinal += 1
      }
    }
  }

  private mutating func rating(
    _ voice: TaskVoice, _ item: ItemID, _ question: QuestionID, _ value: Value,
    _ element: JSONSplitter.Element
  ) -> Rating {
    var annotator = voice.annotator
    if annotator == nil, voice.origin == .person { reportNoAnnotator(element) }
    if let name = annotator, !accepted(name, element) { annotator = nil }
    let at = voice.time.flatMap { Instant($0) }
    if voice.time != nil, at == nil {
      report(.unreadResult, element, "an annotation's time is no time")
    }
    return Rating(
      unit: UnitID(item: item, question: question), annotator: annotator.map { AnnotatorID($0) },
      value: value, origin: voice.origin, round: voice.round, at: at,
      milliseconds: voice.milliseconds, confidence: voice.confidence, note: voice.note,
      isFlagged: voice.isFlagged)
  }

  private func accepted(_ name: String, _ element: JSONSplitter.Element) -> Bool {
    guard name.utf8.count > options.limits.identifier else { return true }
    splitter.refuse(
      element, .idTooLong,
      "a name of \(name.utf8.count) bytes; \(options.limits.identifier) are the most one may have")
    return false
  }

  private mutating func reportNoAnnotator(_ element: JSONSplitter.Element) {
    guard !hasReportedNoAnnotator else { return }
    hasReportedNoAnnotator = true
    report(
      .noAnnotators, element, "an annotation does not say who made it; perhaps others neither")
  }

  private func report(
    _ code: DiagnosticCode, _ element: JSONSplitter.Element, _ reason: String
  ) {
    if code.isRefusal { return splitter.refuse(element, code, reason) }
    diagnostics.report(
      Diagnostic(
        code: code, file: path, line: element.line, column: element.column, reason: reason))
  }
}
