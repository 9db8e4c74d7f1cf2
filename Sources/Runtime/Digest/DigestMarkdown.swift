/// A digest as Markdown. Nothing that came from outside means anything in it.
package enum DigestMarkdown {
  package static func text(_ digest: AnnotatorDigest) -> String {
    let blocks = DigestDocument(digest).blocks.map(text)
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static func text(_ block: DigestDocument.Block) -> String {
    switch block {
    case .heading(let level, let spans):
      String(repeating: "#", count: level) + " " + text(spans)
    case .paragraph(let spans): text(spans)
    case .list(let items): items.map { "- " + text($0) }.joined(separator: "\n")
    case .quote(let text): "> " + escaped(text)
    }
  }

  private static func text(_ spans: [DigestDocument.Span]) -> String {
    spans.map { span in
      switch span {
      case .plain(let text): escaped(text)
      case .strong(let text): "**\(escaped(text))**"
      // A span of code would end at a mark of its own within it; escaped text cannot.
      case .code(let text): "“\(escaped(text))”"
      case .added(let text): "**now:** \(escaped(text))"
      case .removed(let text): "**no longer:** \(escaped(text))"
      }
    }.joined()
  }

  /// Text that is read as it stands: marks of the language get a `\` in front, those of lists and
  /// headings where the text begins, and `:` before `/`, so that nothing becomes a link. (CommonMark 0.31,
  /// section 2.4.)
  static func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let digits = scalars.prefix { ("0"..."9").contains($0) }.count
    var output = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let isMark =
        marks.contains(scalar) || (index == 0 && leadingMarks.contains(scalar))
        || (index == digits && digits > 0 && (scalar == "." || scalar == ")"))
        || (scalar == ":" && index + 1 < scalars.count && scalars[index + 1] == "/")
      if isMark { output.append("\\") }
      output.append(scalar == "\n" || scalar == "\r" ? " " : scalar)
    }
    return String(output)
  }

  private static let marks = Set("\\`*_{}[]<>&~$@|".unicodeScalars)
  private static let leadingMarks = Set("#+-=".unicodeScalars)
}
