import Domain
import Screen

/// The text of an item with what belongs to it, laid out from the top down as far as it is asked for.
struct ItemReading {
  /// More lines than any text has.
  static let longest = 1 << 40

  /// One line as it is drawn.
  struct Line: Hashable {
    var text = SafeText()
    var indent = 0
    var role = Role.text
    var isHeading = false
    /// At the right end of a heading.
    var right = SafeText()
    /// Before the text, as the letter of an annotator.
    var margin = SafeText()
  }

  private enum Section {
    case line(Line)
    case flow(TextFlow, indent: Int, margin: SafeText)
  }

  private let sections: [Section]

  init(_ model: Model) {
    let layout = ItemLayout(model)
    self.init(model, width: layout.reading.width, isCramped: model.size.height < 20)
  }

  /// - Parameters:
  ///   - width: cells from the heading's column on.
  ///   - isCramped: whether headings are left out.
  init(_ model: Model, width: Int, isCramped: Bool) {
    guard let dossier = model.item?.opened?.dossier else {
      sections = []
      return
    }
    var sections: [Section] = []
    let indent = isCramped ? 0 : 2
    let lineWidth = min(72, width - indent)
    let parts = ItemParts(dossier.item)
    for (index, part) in parts.parts.enumerated() {
      if !isCramped {
        if index > 0, part.startsBlock { sections.append(.line(Line())) }
        sections.append(
          .line(
            Line(
              text: SafeText(part.name), role: .heading, isHeading: true,
              right: index == 0 ? parts.about : SafeText())))
      }
      sections.append(.flow(TextFlow(part.text, width: lineWidth), indent: indent, margin: ""))
    }
    if !model.hidesVotes {
      sections += Self.notes(model, dossier, width: width, isCramped: isCramped)
    }
    self.sections = sections
  }

  private static func notes(
    _ model: Model, _ dossier: Dossier, width: Int, isCramped: Bool
  ) -> [Section] {
    guard let item = model.item, let unit = item.dossier else { return [] }
    let noted = unit.ratings.filter { $0.isInForce && $0.rating.note?.isEmpty == false }
    guard !noted.isEmpty else { return [] }
    let blinding = unit.facts.route?.blind ?? model.configuration.blind
    let letters = Letters(
      dossier.units.flatMap { $0.ratings.map(\.rating) }, blinding: blinding,
      seed: item.contest.seed)
    var sections: [Section] = [.line(Line())]
    if !isCramped {
      sections.append(
        .line(Line(text: "notes by annotators", role: .heading, isHeading: true)))
    }
    let named = noted.map { (name: letters.name(of: $0.rating), note: $0.rating.note ?? "") }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let margin = min(16, max(3, (named.map { SafeText($0.name).width }.max() ?? 1) + 2))
    let indent = (isCramped ? 0 : 2) + margin
    for entry in named {
      let flow = TextFlow(entry.note, width: min(72 - margin, width - indent))
      sections.append(.flow(flow, indent: indent, margin: SafeText(entry.name)))
    }
    return sections
  }

  /// The number of lines, or `limit` where there are at least so many.
  func lineCount(upTo limit: Int) -> Int {
    var count = 0
    for section in sections where count < limit {
      switch section {
      case .line: count += 1
      case .flow(var flow, _, _): count += max(1, flow.lineCount(upTo: limit - count))
      }
    }
    return count
  }

  /// The lines in a range, fewer at the end.
  func lines(_ range: Range<Int>) -> [Line] {
    var lines: [Line] = []
    var passed = 0
    for section in sections where passed < range.upperBound {
      switch section {
      case .line(let line):
        if passed >= range.lowerBound { lines.append(line) }
        passed += 1
      case .flow(var flow, let indent, let margin):
        let from = max(0, range.lowerBound - passed)
        let upTo = range.upperBound - passed
        let count = max(1, flow.lineCount(upTo: upTo))
        if from < count {
          let texts = flow.lines(from..<min(count, upTo))
          for (index, text) in (texts.isEmpty ? [SafeText()] : texts).enumerated() {
            let isFirst = from + index == 0
            lines.append(
              Line(text: text, indent: indent, margin: isFirst ? margin : SafeText()))
          }
        }
        passed += count
      }
    }
    return lines
  }
}
