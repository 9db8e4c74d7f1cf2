/// A digest as one page of HTML that loads nothing and runs nothing.
package enum DigestHTML {
  package static func text(_ digest: AnnotatorDigest) -> String {
    let document = DigestDocument(digest)
    let head = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width">
      <title>\(Markup.escaped(document.title))</title>
      <style>
      body { font: 1em/1.5 sans-serif; max-width: 44em; margin: 2em auto; padding: 0 1em; }
      code { background: #eee; color: #111; padding: 0 .2em; }
      blockquote { border-left: .2em solid #888; margin-left: 0; padding-left: 1em; }
      @media (prefers-color-scheme: dark) { body { background: #111; color: #ddd; } }
      </style>
      </head>
      <body>

      """
    return head + document.blocks.map(text).joined(separator: "\n") + "\n</body>\n</html>\n"
  }

  private static func text(_ block: DigestDocument.Block) -> String {
    switch block {
    case .heading(let level, let spans): "<h\(level)>\(text(spans))</h\(level)>"
    case .paragraph(let spans): "<p>\(text(spans))</p>"
    case .list(let items):
      (["<ul>"] + items.map { "<li>\(text($0))</li>" } + ["</ul>"]).joined(separator: "\n")
    case .quote(let text): "<blockquote><p>\(Markup.escaped(text))</p></blockquote>"
    }
  }

  private static func text(_ spans: [DigestDocument.Span]) -> String {
    spans.map { span in
      switch span {
      case .plain(let text): Markup.escaped(text)
      case .strong(let text): "<strong>\(Markup.escaped(text))</strong>"
      case .code(let text): "<code>\(Markup.escaped(text))</code>"
      case .added(let text): "<ins>\(Markup.escaped(text))</ins>"
      case .removed(let text): "<del>\(Markup.escaped(text))</del>"
      }
    }.joined()
  }
}
