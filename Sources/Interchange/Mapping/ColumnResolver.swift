import Domain

/// Finds the columns of a mapping in a header.
struct ColumnResolver {
  private let path: String
  private let columns: [String]
  private let mapping: Mapping

  /// How values stand in the rows.
  enum Layout {
    case long
    /// One column an annotator.
    case wide
  }

  init(path: String, columns: [String], mapping: Mapping) {
    self.path = path
    self.columns = columns
    self.mapping = mapping
  }

  func plan(_ layout: Layout) throws(InterchangeError) -> ColumnPlan {
    let item = try itemColumns()
    var taken = Set(item)
    let slices = try all(mapping.slices, "slice", "--slice")
    let payload = try payloadColumns()
    if mapping.readsItemsOnly {
      return ColumnPlan(columns: columns, item: item, payload: payload, slices: slices)
    }
    let question = try optional(.question, mapping.question, except: taken)
    if let question { taken.insert(question) }
    let round = try optional(.round, mapping.round, except: taken)
    let at = try optional(.at, mapping.at, except: taken)
    let seconds = try optional(.seconds, mapping.seconds, except: taken)
    let note = try optional(.note, mapping.note, except: taken)
    let confidence = try optional(.confidence, mapping.confidence, except: taken)
    let flag = try optional(.flag, mapping.flag, except: taken)
    taken.formUnion([round, at, seconds, note, confidence, flag].compactMap(\.self))
    taken.formUnion(slices)
    taken.formUnion(payload.columns)
    let annotator = layout == .wide ? nil : try annotatorColumn()
    let values =
      switch layout {
      case .wide: try annotatorsColumns(except: taken)
      case .long: try valueColumns(except: taken)
      }
    return ColumnPlan(
      columns: columns, item: item, annotator: annotator, question: question, round: round,
      at: at, seconds: seconds, note: note, confidence: confidence, flag: flag, values: values,
      payload: payload, slices: slices)
  }

  private func itemColumns() throws(InterchangeError) -> [Int] {
    if mapping.item == [Mapping.rowNumber] { return [] }
    if !mapping.item.isEmpty { return try all(mapping.item, "item", "--item") }
    guard let found = try search(.item, except: []) else { throw missing(.item) }
    return [found]
  }

  private func annotatorColumn() throws(InterchangeError) -> Int? {
    if mapping.annotator == Mapping.anonymous { return nil }
    if let found = try optional(.annotator, mapping.annotator, except: []) { return found }
    // Several questions a row is how anonymous ratings come; one label a row without a name is
    // more likely a column that we do not know.
    if !mapping.questions.isEmpty { return nil }
    throw missing(.annotator)
  }

  private func valueColumns(except taken: Set<Int>) throws(InterchangeError) -> [ValueColumn] {
    var values: [ValueColumn] = []
    for column in try all(mapping.questions, "question", "--questions") {
      values.append(ValueColumn(content: .cell(column), question: columns[column]))
    }
    for group in mapping.oneHot {
      values.append(try oneHotColumn(group))
    }
    if let name = mapping.label {
      values.append(ValueColumn(content: .cell(try named(name, "label", mapping.labelFlag))))
    } else if values.isEmpty {
      guard let column = try search(.label, except: taken) else { throw missing(.label) }
      values.append(ValueColumn(content: .cell(column)))
    }
    return values
  }

  private func oneHotColumn(_ group: OneHot) throws(InterchangeError) -> ValueColumn {
    let found = columns.indices.filter {
      columns[$0].utf8.starts(with: group.prefix.utf8)
        && columns[$0].utf8.count > group.prefix.utf8.count
    }
    guard !found.isEmpty else {
      throw .missingColumn(
        path: path, role: "labels \(group.prefix)…", flag: "--one-hot", columns: columns)
    }
    let labels = found.map { column in
      OneHotColumn(
        column: column,
        label: String(
          decoding: columns[column].utf8.dropFirst(group.prefix.utf8.count), as: UTF8.self)
      )
    }
    return ValueColumn(content: .oneHot(group.form, labels), question: group.question.text)
  }

  private func annotatorsColumns(
    except taken: Set<Int>
  ) throws(InterchangeError) -> [ValueColumn] {
    var found = try all(mapping.annotators, "annotator", "--annotators")
    if found.isEmpty {
      let free = columns.indices.filter { !taken.contains($0) && !columns[$0].isEmpty }
      let likely = free.filter { ColumnRole.looksLikeOneAnnotator(columns[$0]) }
      found = likely.count >= 2 ? likely : free
    }
    guard found.count >= 2 else {
      throw .missingColumn(
        path: path, role: "annotators", flag: "--annotators", columns: columns)
    }
    return found.map { ValueColumn(content: .cell($0), annotator: columns[$0]) }
  }

  private func payloadColumns() throws(InterchangeError) -> PayloadColumns {
    switch mapping.payload {
    case .none: return usualPayload()
    case .text(let name): return .text(try named(name, "text", "--field"))
    case .image(let name): return .image(try named(name, "image", "--field"))
    case .fields(let names): return .fields(try all(names, "field", "--field"))
    case .conversation(let names): return .conversation(try all(names, "turn", "--conversation"))
    case .pair(let prompt, let first, let second):
      return .pair(
        prompt: try named(prompt, "prompt", "--pair"),
        first: try named(first, "first answer", "--pair"),
        second: try named(second, "second answer", "--pair"))
    }
  }

  /// Where nobody said what is shown: a prompt with two answers, or a text, by their usual names.
  private func usualPayload() -> PayloadColumns {
    let spoken = Set(
      mapping.item + mapping.slices + mapping.annotators + mapping.questions
        + [mapping.label, mapping.annotator, mapping.question, mapping.note].compactMap(\.self))
    let place = { (name: String) in
      spoken.contains(name) ? nil : columns.firstIndex { $0.lowercased() == name }
    }
    for (first, second) in Self.usualAnswers {
      if let prompt = place("prompt") ?? place("instruction"), let one = place(first),
        let other = place(second)
      {
        return .pair(prompt: prompt, first: one, second: other)
      }
    }
    return Self.usualTexts.lazy.compactMap(place).first.map { .text($0) } ?? .none
  }

  private static let usualTexts = ["text", "content", "sentence", "document", "utterance"]
  private static let usualAnswers = [
    ("answer_a", "answer_b"), ("response_a", "response_b"), ("response1", "response2"),
  ]

  private func optional(
    _ role: ColumnRole, _ name: String?, except taken: Set<Int>
  ) throws(InterchangeError) -> Int? {
    if let name { return try named(name, role.rawValue, role.flag) }
    return try search(role, except: taken)
  }

  private func all(
    _ names: [String], _ role: String, _ flag: String
  ) throws(InterchangeError) -> [Int] {
    var found: [Int] = []
    for name in names { found.append(try named(name, role, flag)) }
    return found
  }

  /// The column of exactly that name.
  private func named(
    _ name: String, _ role: String, _ flag: String
  ) throws(InterchangeError) -> Int {
    let found = columns.indices.filter { columns[$0].utf8.elementsEqual(name.utf8) }
    guard let first = found.first else {
      throw .missingColumn(
        path: path, role: "\(role) (there is no \(name))", flag: flag, columns: columns)
    }
    guard found.count == 1 else { throw .duplicateColumn(path: path, name: name) }
    return first
  }

  /// The one column that has one of a role's usual names.
  private func search(
    _ role: ColumnRole, except taken: Set<Int>
  ) throws(InterchangeError) -> Int? {
    for aliases in [role.aliases, role.lateAliases] {
      let found = columns.indices.filter {
        !taken.contains($0) && aliases.contains(columns[$0].lowercased())
      }
      guard found.count <= 1 else {
        throw .ambiguousColumn(
          path: path, role: role.rawValue, flag: flag(role), candidates: found.map { columns[$0] })
      }
      if let only = found.first { return only }
    }
    return nil
  }

  private func missing(_ role: ColumnRole) -> InterchangeError {
    .missingColumn(path: path, role: role.rawValue, flag: flag(role), columns: columns)
  }

  private func flag(_ role: ColumnRole) -> String {
    role == .label ? mapping.labelFlag : role.flag
  }
}

extension PayloadColumns {
  var columns: [Int] {
    switch self {
    case .none: []
    case .text(let column), .image(let column): [column]
    case .fields(let columns), .conversation(let columns): columns
    case .pair(let prompt, let first, let second): [prompt, first, second]
    }
  }
}
