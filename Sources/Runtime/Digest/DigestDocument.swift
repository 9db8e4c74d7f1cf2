import Domain
import Screen
import Store

/// A digest as headings, paragraphs and lists, before it is Markdown or HTML. Every text in it is safe to
/// show; that it means nothing to the language it is written in is the writer's business.
struct DigestDocument {
  enum Block {
    /// Level 1 to 3.
    case heading(Int, [Span])
    case paragraph([Span])
    case list([[Span]])
    case quote(String)
  }

  enum Span {
    case plain(String)
    case strong(String)
    /// Something that stands there as it is: a label, an id.
    case code(String)
    case added(String)
    case removed(String)
  }

  /// Corrections beyond this are only counted.
  static let correctionLimit = 100
  private static let excerptLimit = 400

  let title: String
  let blocks: [Block]

  init(_ digest: AnnotatorDigest) {
    let name = Words.plain(digest.project, limit: 80)
    title = "\(name): what changed since version \(digest.since)"
    var blocks: [Block] = [.heading(1, [.plain(title)])]
    if let annotator = digest.annotator {
      blocks.append(.paragraph([.plain("For "), .strong(Self.text(annotator.text))]))
    }
    blocks += Self.changes(digest)
    blocks += digest.annotator == nil ? Self.counts(digest) : Self.corrections(digest)
    self.blocks = blocks
  }

  private static func changes(_ digest: AnnotatorDigest) -> [Block] {
    guard digest.version > digest.since else {
      return [.paragraph([.plain("The guideline is still at version \(digest.version).")])]
    }
    var blocks: [Block] = [.heading(2, [.plain("The guideline, version \(digest.version)")])]
    guard !digest.changes.isEmpty else {
      return blocks + [.paragraph([.plain("Nothing in it changed.")])]
    }
    for change in digest.changes {
      let key = change.part.part.key
      var heading: [Span] = [.code(text(key))]
      if !change.part.title.isEmpty { heading.append(.plain(" " + text(change.part.title))) }
      blocks.append(.heading(3, heading))
      let kind = kind(change.part.kind)
      blocks.append(
        .paragraph([
          .plain(
            change.isSemantic ? "\(kind); it means something else now." : "\(kind); in other words."
          )
        ]))
      blocks.append(.list(change.part.lines.filter { !$0.text.isEmpty }.map(line)))
      for pair in change.confused {
        blocks.append(.paragraph([.plain(GuidelineText.sentence(pair))]))
      }
    }
    return blocks
  }

  private static func kind(_ kind: GuidelineDifference.Kind) -> String {
    switch kind {
    case .new: "New"
    case .withdrawn: "Withdrawn"
    case .changed: "Changed"
    case .unchanged: "Unchanged"
    }
  }

  private static func line(_ line: DifferenceLine) -> [Span] {
    let lead =
      switch line.place {
      case .title: "Title: "
      case .labels: "Label: "
      case .statement: ""
      case .example: "Example: "
      case .counterExample: "Not: "
      }
    let words = text(line.text)
    return switch line.change {
    case .kept: [.plain(lead + words)]
    case .added: [.added(lead + words)]
    case .removed: [.removed(lead + words)]
    }
  }

  private static func corrections(_ digest: AnnotatorDigest) -> [Block] {
    var blocks: [Block] = [.heading(2, [.plain("Your labels that were over-ruled")])]
    guard digest.overRuled > 0 else {
      let text =
        digest.judged == 0
        ? "None of your labels was ruled on since."
        : "All \(Words.count(digest.judged, "label")) of yours that were ruled on since were upheld."
      return blocks + [.paragraph([.plain(text)])]
    }
    blocks.append(
      .paragraph([
        .plain(
          "\(Figures.count(digest.overRuled)) of your \(Words.count(digest.judged, "label")) that "
            + "were ruled on since.")
      ]))
    for correction in digest.corrections.prefix(correctionLimit) {
      blocks += self.blocks(of: correction)
    }
    let left = digest.overRuled - correctionLimit
    if left > 0 { blocks.append(.paragraph([.plain("And \(Figures.count(left)) more.")])) }
    return blocks
  }

  private static func blocks(of correction: AnnotatorDigest.Correction) -> [Block] {
    var heading: [Span] = [.plain("Item "), .code(text(correction.item.id.text))]
    if correction.question != .label {
      heading += [.plain(", "), .code(text(correction.question.text))]
    }
    var verdict: [Span] = [.plain("You said "), .code(Words.value(correction.said)), .plain("; ")]
    if let ruled = correction.ruled {
      verdict += [.plain("ruled "), .code(Words.value(ruled))]
    } else {
      verdict.append(.plain("ruled that none of the labels fits"))
    }
    var blocks: [Block] = [.heading(3, heading), .paragraph(verdict + [.plain(".")])]
    let shown = excerpt(correction.item.payload)
    if !shown.isEmpty { blocks.append(.quote(shown)) }
    var why: [[Span]] = correction.clauses.map { clause in
      [.plain("Clause "), .code(text(clause.id.text)), .plain(" " + text(clause.title))]
    }
    why += [correction.reason, correction.rationale].compactMap(\.self).filter { !$0.isEmpty }
      .map { [.plain(text($0))] }
    if !why.isEmpty { blocks.append(.list(why)) }
    return blocks
  }

  private static func counts(_ digest: AnnotatorDigest) -> [Block] {
    let blocks: [Block] = [.heading(2, [.plain("Labels that were over-ruled")])]
    let judged = Words.count(digest.judged, "label")
    guard digest.overRuled > 0 else {
      return blocks + [.paragraph([.plain("None of the \(judged) that were ruled on since.")])]
    }
    let rows = digest.counts.map { count -> [Span] in
      let ruled: Span = count.ruled.map { .code(Words.value($0)) } ?? .plain("none of the labels")
      return [
        .plain("\(Words.count(count.ratings, "label")) "), .code(Words.value(count.said)),
        .plain(", ruled "), ruled,
      ]
    }
    return blocks + [
      .paragraph([
        .plain("\(Figures.count(digest.overRuled)) of \(judged) that were ruled on since.")
      ]),
      .list(rows),
    ]
  }

  /// What annotators saw of an item, cut to a few lines.
  private static func excerpt(_ payload: Payload) -> String {
    let parts: [String] =
      switch payload {
      case .none: []
      case .text(let text): [text]
      case .fields(let fields): fields.map { "\($0.name): \($0.text)" }
      case .image(let image): [image.path]
      case .pair(let pair): [pair.prompt, pair.first, pair.second]
      case .conversation(let turns): turns.map { "\($0.speaker): \($0.text)" }
      }
    return Words.plain(parts.joined(separator: " / "), limit: excerptLimit)
  }

  private static func text(_ text: String) -> String {
    SafeText(text).plain
  }
}
