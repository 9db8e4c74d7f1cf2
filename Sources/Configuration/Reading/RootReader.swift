/// Reads the outermost level of a file: which tables stand there, and in which form.
struct RootReader {
  let problems: ProblemCollector
  private let root: DocumentTable

  /// A table below a table: `[tiers.high]`.
  struct Named {
    let name: Located<String>
    let reader: TableReader
  }

  /// Reports every table or key that is neither among `tables` nor among `values`, which stand in no
  /// table.
  init(
    _ document: Document, tables: [String], values: [String] = [], problems: ProblemCollector
  ) {
    root = document.root
    self.problems = problems
    let known = tables + values
    for entry in root.entries
    where !known.contains(where: { $0.utf8.elementsEqual(entry.key.utf8) }) {
      let name = Quotation.quoted(entry.key)
      if case .table = entry.value.content {
        let help =
          Suggestion.words(for: entry.key, among: tables)
          ?? "the tables are \(Quotation.list(tables))"
        problems.report("unknown table \(name); \(help)", at: entry.offset)
      } else if let words = Suggestion.words(for: entry.key, among: tables) {
        problems.report("unknown table \(name); \(words)", at: entry.offset)
      } else {
        problems.report(
          "\(name) stands in no table; move it below the table it belongs to", at: entry.offset)
      }
    }
  }

  private init(_ root: DocumentTable, problems: ProblemCollector) {
    self.root = root
    self.problems = problems
  }

  /// The same level, with what is wrong going elsewhere.
  func reporting(to problems: ProblemCollector) -> RootReader {
    RootReader(root, problems: problems)
  }

  /// A text that stands in no table.
  func text(_ name: String) -> Located<String>? {
    guard let value = root[name]?.value else { return nil }
    guard case .text(let text) = value.content else {
      problems.report(
        "\(name) is \(value.kind); write text in quotation marks", at: value.offset)
      return nil
    }
    return Located(content: text, offset: value.offset)
  }

  /// `[name]`.
  func table(_ name: String, keys: [String]) -> TableReader? {
    plainTable(name, form: "[\(name)]").map {
      TableReader($0, title: "[\(name)]", keys: keys, problems: problems)
    }
  }

  /// `[name]` with keys that are not looked at here.
  func plainTable(_ name: String, form: String) -> DocumentTable? {
    guard let value = root[name]?.value else { return nil }
    guard case .table(let table) = value.content else {
      problems.report(
        "\(name) is \(value.kind), not a table; write it as \(form)", at: value.offset)
      return nil
    }
    return table
  }

  /// Reports that `[name]` is not there.
  func reportMissingTable(_ name: String, example: String) {
    guard root[name] == nil else { return }
    problems.report("there is no [\(name)]; add it with \(example)", at: root.offset)
  }

  /// `[[name]]`.
  func tables(_ name: String, keys: [String]) -> [TableReader] {
    guard let value = root[name]?.value else { return [] }
    guard case .list(let list) = value.content else {
      let what = if case .table = value.content { "one table" } else { value.kind }
      problems.report(
        "\(name) is \(what); write each as a block that begins with [[\(name)]]",
        at: value.offset)
      return []
    }
    return list.elements.compactMap { element in
      guard case .table(let table) = element.content else {
        problems.report(
          "\(name) holds \(element.kind); write each as a block that begins with [[\(name)]]",
          at: element.offset)
        return nil
      }
      return TableReader(table, title: "[[\(name)]]", keys: keys, problems: problems)
    }
  }

  /// `[name.X]`, `[name.Y]`.
  func namedTables(_ name: String, keys: [String]) -> [Named] {
    let form = "[\(name).NAME]"
    guard let table = plainTable(name, form: form) else { return [] }
    return table.entries.compactMap { entry in
      guard !entry.key.isEmpty else {
        problems.report("a name in [\(name)] is empty; write \(form)", at: entry.offset)
        return nil
      }
      guard case .table(let inner) = entry.value.content else {
        problems.report(
          "\(Quotation.quoted(entry.key)) in [\(name)] is \(entry.value.kind), not a table; "
            + "write it as \(form)", at: entry.value.offset)
        return nil
      }
      let title = "[\(name).\(SettingText.key(entry.key, limit: Quotation.limit))]"
      let reader = TableReader(inner, title: title, keys: keys, problems: problems)
      return Named(name: Located(content: entry.key, offset: entry.offset), reader: reader)
    }
  }

  /// The names of `[name.X]`, `[name.Y]`, without a look at what is in them.
  func names(below name: String) -> [String] {
    guard case .table(let table)? = root[name]?.value.content else { return [] }
    return table.entries.map(\.key)
  }

  /// The texts that `key` has in each `[[name]]`, without a look at anything else.
  func texts(of key: String, in name: String) -> [String] {
    guard case .list(let list)? = root[name]?.value.content else { return [] }
    return list.elements.compactMap { element in
      guard case .table(let table) = element.content,
        case .text(let text)? = table[key]?.value.content
      else { return nil }
      return text
    }
  }
}
