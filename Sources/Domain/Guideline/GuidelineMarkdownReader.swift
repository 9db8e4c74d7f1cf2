/// Reads a guideline's Markdown: the exact inverse of `GuidelineMarkdown`, line by line.
struct GuidelineMarkdownReader {
  private let lines: [String]
  private var next = 0

  init(_ text: String) throws(GuidelineMarkdownError) {
    var lines = MarkdownText.lines(text)
    guard lines.removeLast().isEmpty else {
      throw GuidelineMarkdownError(line: lines.count + 1, problem: .noFinalLineBreak)
    }
    self.lines = lines
  }

  mutating func contents() throws(GuidelineMarkdownError) -> (GuidelineContents, String) {
    try take("---")
    try take("format: " + GuidelineMarkdown.format)
    let versionText = try take(beginning: "version: ")
    let version = try number(versionText)
    try take("---")
    try takeBlank()
    let project = try title(version)
    var sections: [GuidelineContents.Section] = []
    var clauses: [GuidelineContents.NumberedClause] = []
    if try takeHeading(GuidelineMarkdown.labelsHeading) {
      sections += try self.sections { .label(LabelID($0)) }
    }
    if try takeHeading(GuidelineMarkdown.policiesHeading) {
      sections += try self.sections { .policy(PolicyID($0)) }
    }
    if try takeHeading(GuidelineMarkdown.clausesHeading) { clauses = try self.clauses() }
    var withdrawn: [GuidelineContents.WithdrawnClause] = []
    if try takeHeading(GuidelineMarkdown.withdrawnHeading) {
      try takeBlank()
      while !isAtEnd { withdrawn.append(try withdrawnClause()) }
    }
    guard isAtEnd else { throw failure(.expected("the end of the document")) }
    let contents = GuidelineContents(
      version: version, sections: sections, clauses: clauses, withdrawn: withdrawn)
    return (contents, project)
  }

  /// A clause that stands alone.
  mutating func clause() throws(GuidelineMarkdownError) -> (ClauseID?, ClauseText) {
    let (id, title) = try heading(numbered: false)
    let (text, _) = try clause(title: title, hasSince: false)
    guard isAtEnd else { throw failure(.expected("the end of the document")) }
    return (id, text)
  }

  private mutating func title(_ version: Int) throws(GuidelineMarkdownError) -> String {
    let rest = try take(beginning: "# ")
    let tail = ": guideline, version \(version)"
    guard rest.utf8.count >= tail.utf8.count,
      rest.utf8.suffix(tail.utf8.count).elementsEqual(tail.utf8),
      let name = MarkdownText.unescaped(
        String(decoding: rest.utf8.dropLast(tail.utf8.count), as: UTF8.self))
    else { throw failure(.expected("# PROJECT\(tail)"), back: 1) }
    return name
  }

  private mutating func sections(
    _ id: (String) -> SectionID
  ) throws(GuidelineMarkdownError) -> [GuidelineContents.Section] {
    var sections: [GuidelineContents.Section] = []
    while isHeadingNext("### ") {
      try takeBlank()
      let heading = try take(beginning: "### ")
      let name = try unescaped(heading)
      try takeBlank()
      sections.append(.init(id: id(name), text: try text()))
    }
    return sections
  }

  private mutating func clauses() throws(GuidelineMarkdownError)
    -> [GuidelineContents.NumberedClause]
  {
    var clauses: [GuidelineContents.NumberedClause] = []
    while isHeadingNext("### ") {
      try takeBlank()
      let (id, title) = try heading(numbered: true)
      let (text, since) = try clause(title: title, hasSince: true)
      clauses.append(.init(id: id ?? ClauseID(""), text: text, since: since))
    }
    return clauses
  }

  private mutating func heading(
    numbered: Bool
  ) throws(GuidelineMarkdownError) -> (ClauseID?, String) {
    let rest = try take(beginning: "### ")
    let word = ClauseID(String(rest.unicodeScalars.prefix { $0 != " " }))
    guard word.number != nil, rest.utf8.count > word.text.utf8.count else {
      if numbered { throw failure(.expected("### R-0001 TITLE"), back: 1) }
      return (nil, try unescaped(rest))
    }
    let title = String(rest.unicodeScalars.dropFirst(word.text.unicodeScalars.count + 1))
    return (word, try unescaped(title))
  }

  private mutating func clause(
    title: String, hasSince: Bool
  ) throws(GuidelineMarkdownError) -> (ClauseText, Int) {
    try takeBlank()
    let labelsText = try take(beginning: GuidelineMarkdown.labelsLine)
    let labels = try self.labels(labelsText)
    var since = 0
    if hasSince {
      let sinceText = try take(beginning: GuidelineMarkdown.sinceLine)
      since = try number(sinceText)
    }
    var born: [Int] = []
    if peek?.utf8.starts(with: GuidelineMarkdown.bornLine.utf8) == true {
      for part in try take(beginning: GuidelineMarkdown.bornLine).split(separator: ", ") {
        born.append(try number(String(part)))
      }
    }
    try takeBlank()
    let statement = try text()
    let examples = try self.examples(under: MarkdownText.examplesHeading)
    let counterExamples = try self.examples(under: MarkdownText.counterExamplesHeading)
    let text = ClauseText(
      title: title, labels: labels, statement: statement, examples: examples,
      counterExamples: counterExamples, bornFrom: born)
    return (text, since)
  }

  private func labels(_ list: String) throws(GuidelineMarkdownError) -> [LabelID] {
    if list == GuidelineMarkdown.allLabels { return [] }
    let parts = Self.quotedParts(list[...])
    guard parts.count >= 3, parts.first == "", parts.last == "", parts.count % 2 == 1 else {
      throw failure(.expected("`LABEL`, `LABEL`"), back: 1)
    }
    var labels: [LabelID] = []
    for (index, part) in parts.enumerated().dropFirst().dropLast() {
      if index % 2 == 1 {
        labels.append(LabelID(try unescaped(part)))
      } else if part != ", " {
        throw failure(.expected("`LABEL`, `LABEL`"), back: 1)
      }
    }
    return labels
  }

  /// What stands before, between and behind the back quotes.
  private static func quotedParts(_ text: Substring) -> [String] {
    text.unicodeScalars.split(separator: "`", omittingEmptySubsequences: false)
      .map { String($0) }
  }

  private mutating func examples(
    under heading: String
  ) throws(GuidelineMarkdownError) -> [ClauseExample] {
    guard peek(1) == heading else { return [] }
    try takeBlank()
    try take(heading)
    try takeBlank()
    var examples: [ClauseExample] = []
    while let line = peek, !line.isEmpty {
      var lines = [try take(beginning: "- ")]
      while let more = peek, more.utf8.starts(with: "  ".utf8) {
        lines.append(try take(beginning: "  "))
      }
      examples.append(try example(lines))
    }
    guard !examples.isEmpty else { throw failure(.expected("- EXAMPLE")) }
    return examples
  }

  private func example(_ lines: [String]) throws(GuidelineMarkdownError) -> ClauseExample {
    var lines = lines
    var unit: UnitID?
    if lines.count > 1, let last = lines.last, last.utf8.starts(with: MarkdownText.unitMark.utf8) {
      lines.removeLast()
      let mark = MarkdownText.unitMark.utf8.count
      let names = Self.quotedParts(last[last.utf8.index(last.startIndex, offsetBy: mark)...])
      guard names.count == 5, names[0].isEmpty, names[2] == " ", names[4].isEmpty else {
        throw failure(.notReadable, back: 1)
      }
      unit = UnitID(
        item: ItemID(try unescaped(names[1])), question: QuestionID(try unescaped(names[3])))
    }
    var texts: [String] = []
    for line in lines {
      guard let text = MarkdownText.unescaped(line: line) else {
        throw failure(.notReadable, back: 1)
      }
      texts.append(text)
    }
    return ClauseExample(texts.joined(separator: "\n"), unit: unit)
  }

  private mutating func withdrawnClause() throws(GuidelineMarkdownError)
    -> GuidelineContents.WithdrawnClause
  {
    let rest = try take(beginning: "- ")
    let id = ClauseID(String(rest.unicodeScalars.prefix { $0 != "," }))
    let parts = rest.unicodeScalars.dropFirst(id.text.unicodeScalars.count)
    let opening = ", in version ".unicodeScalars
    guard id.number != nil, parts.starts(with: opening) else {
      throw failure(.expected("- R-0001, in version 2: TITLE"), back: 1)
    }
    let tail = parts.dropFirst(opening.count)
    let digits = tail.prefix { $0 != ":" }
    let title = tail.dropFirst(digits.count)
    guard title.starts(with: ": ".unicodeScalars) else { throw failure(.notReadable, back: 1) }
    return .init(
      id: id, title: try unescaped(String(String.UnicodeScalarView(title.dropFirst(2)))),
      version: try number(String(String.UnicodeScalarView(digits))))
  }

  private var isAtEnd: Bool { next == lines.count }

  private var peek: String? { peek(0) }

  private func peek(_ ahead: Int) -> String? {
    next + ahead < lines.count ? lines[next + ahead] : nil
  }

  /// Whether a blank line and a heading of this level follow.
  private func isHeadingNext(_ mark: String) -> Bool {
    peek == "" && peek(1)?.utf8.starts(with: mark.utf8) == true
  }

  private mutating func takeHeading(_ heading: String) throws(GuidelineMarkdownError) -> Bool {
    guard peek == "", peek(1) == heading else { return false }
    next += 2
    return true
  }

  private mutating func take(_ line: String) throws(GuidelineMarkdownError) {
    guard let found = peek, found.utf8.elementsEqual(line.utf8) else {
      throw failure(.expected(line))
    }
    next += 1
  }

  private mutating func takeBlank() throws(GuidelineMarkdownError) {
    guard peek == "" else { throw failure(.expected("a blank line")) }
    next += 1
  }

  /// The rest of a line that begins so.
  private mutating func take(
    beginning mark: String
  ) throws(GuidelineMarkdownError) -> String {
    guard let line = peek, line.utf8.starts(with: mark.utf8) else {
      throw failure(.expected(mark + "…"))
    }
    next += 1
    return String(line.unicodeScalars.dropFirst(mark.unicodeScalars.count))
  }

  /// A text of several lines: up to the blank line before the next structure, or to the end.
  private mutating func text() throws(GuidelineMarkdownError) -> String {
    var end = next
    while end < lines.count, !MarkdownText.isStructure(lines[end]) { end += 1 }
    if end < lines.count {
      guard end > next, lines[end - 1].isEmpty else {
        next = end
        throw failure(.expected("a blank line"))
      }
      end -= 1
    }
    guard end > next else { throw failure(.expected("a text")) }
    var texts: [String] = []
    while next < end {
      guard let text = MarkdownText.unescaped(line: lines[next]) else {
        throw failure(.notReadable)
      }
      texts.append(text)
      next += 1
    }
    return texts.joined(separator: "\n")
  }

  private func number(_ text: String) throws(GuidelineMarkdownError) -> Int {
    guard let number = Int(text), number >= 0, String(number) == text else {
      throw failure(.notReadable, back: 1)
    }
    return number
  }

  private func unescaped(_ text: String) throws(GuidelineMarkdownError) -> String {
    guard let plain = MarkdownText.unescaped(text) else { throw failure(.notReadable, back: 1) }
    return plain
  }

  private func failure(
    _ problem: GuidelineMarkdownError.Problem, back: Int = 0
  ) -> GuidelineMarkdownError {
    GuidelineMarkdownError(line: next + 1 - back, problem: problem)
  }
}

extension GuidelineMarkdown {
  /// Reads a version's document.
  public static func contents(
    of text: String
  ) throws(GuidelineMarkdownError) -> (contents: GuidelineContents, project: String) {
    var reader = try GuidelineMarkdownReader(text)
    return try reader.contents()
  }

  /// Reads one clause; its id is nil where the heading names none.
  public static func clause(
    of text: String
  ) throws(GuidelineMarkdownError) -> (id: ClauseID?, text: ClauseText) {
    var reader = try GuidelineMarkdownReader(text)
    return try reader.clause()
  }
}
