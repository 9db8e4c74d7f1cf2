import Domain

/// Reads one table key by key. What is wrong goes to `problems`, and the value is then nil.
struct TableReader {
  let table: DocumentTable
  /// As people write it: `[project]`, `[tiers.high]`.
  let title: String
  let problems: ProblemCollector

  /// Reports every key that is not among `keys`.
  init(_ table: DocumentTable, title: String, keys: [String], problems: ProblemCollector) {
    self.table = table
    self.title = title
    self.problems = problems
    for entry in table.entries where !keys.contains(where: { Self.equal($0, entry.key) }) {
      let help =
        Suggestion.words(for: entry.key, among: keys)
        ?? "write \(Quotation.alternatives(keys)), or take it out"
      problems.report(
        "unknown key \(Quotation.quoted(entry.key)) in \(title); \(help)", at: entry.offset)
    }
  }

  /// Text that must not be empty.
  func text(_ key: String) -> Located<String>? {
    guard let text = anyText(key) else { return nil }
    guard !text.content.isEmpty else {
      problems.report(
        "\(key) in \(title) is empty; write something, or take it out", at: text.offset)
      return nil
    }
    return text
  }

  /// Text that may be empty.
  func anyText(_ key: String) -> Located<String>? {
    guard let value = table[key]?.value else { return nil }
    guard case .text(let text) = value.content else {
      mistyped(key, value, wanted: "text in quotation marks")
      return nil
    }
    return Located(content: text, offset: value.offset)
  }

  /// A list of texts, none of them empty.
  func texts(_ key: String) -> [Located<String>]? {
    guard let value = table[key]?.value else { return nil }
    let wanted = "a list of texts, as in \(key) = [\"…\"]"
    guard case .list(let list) = value.content else {
      mistyped(key, value, wanted: wanted)
      return nil
    }
    var texts: [Located<String>] = []
    for element in list.elements {
      guard case .text(let text) = element.content else {
        problems.report(
          "\(key) in \(title) holds \(element.kind); write \(wanted)", at: element.offset)
        continue
      }
      guard !text.isEmpty else {
        problems.report(
          "\(key) in \(title) holds an empty text; write something, or take it out",
          at: element.offset)
        continue
      }
      texts.append(Located(content: text, offset: element.offset))
    }
    return texts
  }

  /// One of a set of words.
  func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ key: String, _: Choice.Type = Choice.self
  ) -> Choice? {
    guard let text = anyText(key) else { return nil }
    if let choice = Choice(rawValue: text.content) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    let help =
      Suggestion.words(for: text.content, among: words)
      ?? "write \(Quotation.alternatives(words.map { "\"\($0)\"" }))"
    problems.report(
      "unknown \(key) \(Quotation.quoted(text.content)) in \(title); \(help)", at: text.offset)
    return nil
  }

  func truth(_ key: String) -> Bool? {
    guard let value = table[key]?.value else { return nil }
    guard case .truth(let truth) = value.content else {
      mistyped(key, value, wanted: "true or false, without quotation marks")
      return nil
    }
    return truth
  }

  /// An exact number.
  func amount(_ key: String, _ range: AmountRange) -> Number? {
    guard let value = table[key]?.value else { return nil }
    guard case .number(let digits) = value.content else {
      mistyped(key, value, wanted: range.words)
      return nil
    }
    guard let number = NumberText.number(digits), range.contains(number) else {
      outside(key, digits, value, wanted: range.words)
      return nil
    }
    return number
  }

  /// A whole number, written without a point.
  func whole(_ key: String, _ range: ClosedRange<Int>) -> Int? {
    guard let value = table[key]?.value else { return nil }
    let wanted = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    guard case .number(let digits) = value.content else {
      mistyped(key, value, wanted: wanted)
      return nil
    }
    guard let whole = NumberText.whole(digits), range.contains(whole) else {
      outside(key, digits, value, wanted: wanted)
      return nil
    }
    return whole
  }

  /// Reports that `key` is not there.
  ///
  /// - Parameter example: what a person could write.
  func reportMissing(_ key: String, example: String) {
    guard table[key] == nil else { return }
    problems.report("\(title) has no \(key); add \(key) = \(example)", at: table.offset)
  }

  private func mistyped(_ key: String, _ value: DocumentValue, wanted: String) {
    problems.report("\(key) in \(title) is \(value.kind); write \(wanted)", at: value.offset)
  }

  private func outside(_ key: String, _ digits: String, _ value: DocumentValue, wanted: String) {
    problems.report(
      "\(key) in \(title) is \(Quotation.escaped(digits)); write \(wanted)", at: value.offset)
  }

  private static func equal(_ a: String, _ b: String) -> Bool {
    a.utf8.elementsEqual(b.utf8)
  }
}
