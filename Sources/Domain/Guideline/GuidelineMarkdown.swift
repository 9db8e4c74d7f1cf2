/// A version as a document: Markdown with a small front matter, readable in any viewer. The same
/// contents give the same bytes on every machine; their SHA-256 is the version's digest.
public enum GuidelineMarkdown {
  static let format = "tiebreak-guideline/1"
  static let labelsHeading = "## Labels"
  static let policiesHeading = "## Policies"
  static let clausesHeading = "## Clauses"
  static let withdrawnHeading = "## Withdrawn"
  static let labelsLine = "- Labels: "
  static let sinceLine = "- Since: version "
  static let bornLine = "- From rulings: "
  /// For a clause that concerns no label in particular.
  static let allLabels = "all"

  /// The document of a version.
  ///
  /// - Parameter project: the project's name, as its first event says.
  public static func text(of contents: GuidelineContents, project: String) -> String {
    let name = MarkdownText.escaped(inline: project)
    var blocks = [
      ["---", "format: \(format)", "version: \(contents.version)", "---"],
      ["# \(name): guideline, version \(contents.version)"],
    ]
    blocks += sections(contents) {
      if case .label = $0 { labelsHeading } else { nil }
    }
    blocks += sections(contents) {
      if case .policy = $0 { policiesHeading } else { nil }
    }
    if !contents.clauses.isEmpty { blocks.append([clausesHeading]) }
    for clause in contents.clauses {
      blocks += self.blocks(of: clause.text, id: clause.id, since: clause.since)
    }
    if !contents.withdrawn.isEmpty {
      blocks.append([withdrawnHeading])
      blocks.append(
        contents.withdrawn.map { clause in
          let title = MarkdownText.escaped(inline: clause.title)
          return "- \(clause.id.text), in version \(clause.version): \(title)"
        })
    }
    return text(of: blocks)
  }

  /// One clause as a document: what `$EDITOR` shows.
  ///
  /// - Parameter id: nil for a clause that has none yet.
  public static func text(of clause: ClauseText, id: ClauseID?) -> String {
    text(of: blocks(of: clause, id: id, since: nil))
  }

  private static func sections(
    _ contents: GuidelineContents, _ heading: (SectionID) -> String?
  ) -> [[String]] {
    var blocks: [[String]] = []
    for section in contents.sections {
      guard let heading = heading(section.id) else { continue }
      if blocks.isEmpty { blocks.append([heading]) }
      blocks.append(["### " + MarkdownText.escaped(inline: section.id.name)])
      blocks.append(lines(section.text))
    }
    return blocks
  }

  private static func blocks(
    of clause: ClauseText, id: ClauseID?, since: Int?
  ) -> [[String]] {
    let title = MarkdownText.escaped(inline: clause.title)
    var facts = [labelsLine + (clause.labels.isEmpty ? allLabels : names(clause.labels))]
    if let since { facts.append(sinceLine + String(since)) }
    if !clause.bornFrom.isEmpty {
      facts.append(bornLine + clause.bornFrom.map { String($0) }.joined(separator: ", "))
    }
    var blocks = [
      ["### " + (id.map { $0.text + " " } ?? "") + title], facts, lines(clause.statement),
    ]
    for (heading, examples) in [
      (MarkdownText.examplesHeading, clause.examples),
      (MarkdownText.counterExamplesHeading, clause.counterExamples),
    ] where !examples.isEmpty {
      blocks.append([heading])
      blocks.append(examples.flatMap { lines(of: $0) })
    }
    return blocks
  }

  private static func lines(_ text: String) -> [String] {
    MarkdownText.lines(text).map { MarkdownText.escaped(line: $0) }
  }

  private static func lines(of example: ClauseExample) -> [String] {
    var lines = self.lines(example.text)
    if let unit = example.unit {
      let names = [unit.item.text, unit.question.text].map(quoted)
      lines.append(MarkdownText.unitMark + names.joined(separator: " "))
    }
    return lines.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
  }

  static func names(_ labels: [LabelID]) -> String {
    labels.map { quoted($0.text) }.joined(separator: ", ")
  }

  private static func quoted(_ name: String) -> String {
    "`" + MarkdownText.escaped(inline: name) + "`"
  }

  /// Blocks with a blank line between them, and a line feed at the end.
  private static func text(of blocks: [[String]]) -> String {
    blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }
}
