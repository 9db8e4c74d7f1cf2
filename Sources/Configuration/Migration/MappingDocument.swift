package import Domain

/// A mapping file, read strictly: which labels become which, and where the file says so.
///
/// ```toml
/// rename = { angry = "anger" }
/// merge = { complaint = ["gripe", "grumble"] }
/// split = { other = ["billing", "refund"] }
/// retire = ["spam"]
/// ```
package struct MappingDocument: Sendable {
  package let mapping: LabelMapping
  private let places: [LabelID: ConfigurationProblem]
  private let file: String

  /// - Parameters:
  ///   - text: the whole of the file.
  ///   - file: its name in messages.
  /// - Throws: every problem of its form at once, in the order of the file; of a text that is no TOML the
  ///   first. What a mapping means for a project is not looked at.
  package static func read(
    _ text: String, file: String
  ) throws(ConfigurationError) -> MappingDocument {
    let document = try Document.read(text, file: file)
    let problems = ProblemCollector(document.source)
    var reader = MappingReader(document.root, problems)
    reader.read()
    try problems.throwIfAny()
    return MappingDocument(
      mapping: LabelMapping(reader.rules),
      places: reader.offsets.mapValues { document.source.problem("", at: $0) }, file: file)
  }

  /// A problem with a label, where the file names it; else at its beginning.
  package func error(_ message: String, about label: LabelID?) -> ConfigurationError {
    let place = label.flatMap { places[$0] }
    return ConfigurationError([
      ConfigurationProblem(
        file: file, line: place?.line ?? 1, column: place?.column ?? 1, message: message)
    ])
  }
}

/// Takes a mapping file's table apart.
private struct MappingReader {
  private(set) var rules: [LabelRule] = []
  /// Where the file names a label last among the old ones, else where it names it.
  private(set) var offsets: [LabelID: Int] = [:]
  private let root: TableReader
  private let problems: ProblemCollector

  init(_ table: DocumentTable, _ problems: ProblemCollector) {
    self.problems = problems
    root = TableReader(
      table, title: "the mapping", keys: LabelRule.Kind.allCases.map(\.rawValue),
      problems: problems)
  }

  mutating func read() {
    for entry in entries(of: .rename, example: "{ old = \"new\" }") {
      guard let target = text(entry.value, in: "rename") else { continue }
      add(.rename, from: [located(entry)], to: [target], at: entry.offset)
    }
    for entry in entries(of: .merge, example: "{ new = [\"a\", \"b\"] }") {
      guard let sources = texts(entry.value, of: entry.key, in: "merge") else { continue }
      add(.merge, from: sources, to: [located(entry)], at: entry.offset)
    }
    for entry in entries(of: .split, example: "{ old = [\"a\", \"b\"] }") {
      guard let targets = texts(entry.value, of: entry.key, in: "split") else { continue }
      add(.split, from: [located(entry)], to: targets, at: entry.offset)
    }
    for label in root.texts("retire") ?? [] {
      add(.retire, from: [label], to: [], at: label.offset)
    }
  }

  private func entries(
    of kind: LabelRule.Kind, example: String
  ) -> [DocumentTable.Entry] {
    let name = kind.rawValue
    guard let value = root.table[name]?.value else { return [] }
    guard case .table(let table) = value.content else {
      problems.report(
        "\(name) is \(value.kind), not a table; write it as \(name) = \(example)",
        at: value.offset)
      return []
    }
    return table.entries.filter { entry in
      if entry.key.isEmpty {
        problems.report("a label in \(name) has no name; write \(example)", at: entry.offset)
      }
      return !entry.key.isEmpty
    }
  }

  private func located(_ entry: DocumentTable.Entry) -> Located<String> {
    Located(content: entry.key, offset: entry.offset)
  }

  private func text(_ value: DocumentValue, in name: String) -> Located<String>? {
    guard case .text(let text) = value.content, !text.isEmpty else {
      problems.report(
        "\(name) holds \(value.kind); write the label's new name in quotation marks",
        at: value.offset)
      return nil
    }
    return Located(content: text, offset: value.offset)
  }

  private func texts(
    _ value: DocumentValue, of key: String, in name: String
  ) -> [Located<String>]? {
    guard case .list(let list) = value.content else {
      problems.report(
        "\(Quotation.quoted(key)) in \(name) is \(value.kind); write a list of labels, two or more",
        at: value.offset)
      return nil
    }
    var labels: [Located<String>] = []
    for element in list.elements {
      guard let label = text(element, in: name) else { return nil }
      if labels.contains(where: { $0.content.utf8.elementsEqual(label.content.utf8) }) {
        problems.report(
          "\(Quotation.quoted(label.content)) stands twice in \(name); take one out",
          at: label.offset)
        return nil
      }
      labels.append(label)
    }
    return labels
  }

  private mutating func add(
    _ kind: LabelRule.Kind, from: [Located<String>], to: [Located<String>], at offset: Int
  ) {
    let rule = LabelRule(
      from: from.map { LabelID($0.content) }, to: to.map { LabelID($0.content) })
    guard rule.kind == kind else {
      problems.report(Self.mistake(kind), at: offset)
      return
    }
    rules.append(rule)
    for label in to where offsets[LabelID(label.content)] == nil {
      offsets[LabelID(label.content)] = label.offset
    }
    for label in from { offsets[LabelID(label.content)] = label.offset }
  }

  private static func mistake(_ kind: LabelRule.Kind) -> String {
    switch kind {
    case .rename: "a label is renamed to itself; take it out"
    case .merge: "a merge makes one label of two or more; for one write rename"
    case .split: "a split makes two labels or more of one; for one write rename, for none retire"
    case .retire: "a label is retired by its name alone"
    }
  }
}
