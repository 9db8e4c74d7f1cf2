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
    /// The line before the words of somebody in a conversation.
    var bar: Role?
  }

  private enum Section {
    case line(Line)
    case flow(TextFlow, indent: Int, margin: SafeText, bar: Role? = nil)
  }

  private let sections: [Section]
  /// The sections with which parts begin: turns, fields, the notes.
  private let starts: [Int]

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
      starts = []
      return
    }
    var sections: [Section] = []
    var starts: [Int] = []
    let indent = isCramped ? 0 : 2
    let lineWidth = min(72, width - indent)
    let parts = ItemParts(dossier.item, isSwapped: model.item?.contest.isSwapped ?? false)
    let voices = Voices(dossier.item)
    for (index, part) in parts.parts.enumerated() {
      let voice = voices.role(of: part.name)
      let number: SafeText = voice == nil ? "" : "\(index + 1)"
      if !isCramped {
        if index > 0, part.startsBlock { sections.append(.line(Line())) }
        sections.append(
          .line(
            Line(
              text: voice == nil ? SafeText(part.name) : number + "  " + SafeText(part.name),
              role: voice ?? .heading, isHeading: true,
              right: index == 0 ? parts.about : SafeText())))
      }
      starts.append(sections.count - (isCramped ? 0 : 1))
      let margin = voice == nil ? 0 : isCramped ? 3 : 2
      sections.append(
        .flow(
          TextFlow(part.text, width: lineWidth - margin), indent: indent + margin,
          margin: isCramped ? number : "", bar: isCramped ? nil : voice))
    }
    if !model.hidesVotes {
      let notes = Self.notes(model, dossier, width: width, isCramped: isCramped)
      if !notes.isEmpty { starts.append(sections.count + 1) }
      sections += notes
    }
    self.sections = sections
    self.starts = starts
  }

  /// How the speakers of a conversation are told apart: by their names and the line before their words.
  private struct Voices {
    private let names: [String]

    init(_ item: Item) {
      guard case .conversation(let turns) = item.payload else {
        names = []
        return
      }
      var names: [String] = []
      for turn in turns where !names.contains(turn.speaker) { names.append(turn.speaker) }
      self.names = names
    }

    /// nil where nobody speaks. The first speaker is the one who asks.
    func role(of name: String) -> Role? {
      guard let place = names.firstIndex(of: name) else { return nil }
      return place == 0 ? .info : .dim
    }
  }

  /// The first line of the next part, or of the one before; nil where there is none.
  func part(from offset: Int, step: Int) -> Int? {
    var lines: [Int] = []
    var passed = 0
    for (index, section) in sections.enumerated() {
      if starts.contains(index) {
        lines.append(passed)
        if passed > offset { break }
      }
      passed += count(section, upTo: Self.longest)
    }
    return step > 0 ? lines.first { $0 > offset } : lines.last { $0 < offset }
  }

  private func count(_ section: Section, upTo limit: Int) -> Int {
    switch section {
    case .line: return 1
    case .flow(var flow, _, _, _): return max(1, flow.lineCount(upTo: limit))
    }
  }

  private static func notes(
    _ model: Model, _ dossier: Dossier, width: Int, isCramped: Bool
  ) -> [Section] {
    guard let item = model.item, let unit = item.dossier else { return [] }
    let noted = unit.ratings.filter { $0.isInForce && $0.rating.note?.isEmpty == false }
    guard !noted.isEmpty else { return [] }
    let letters = Letters(
      of: unit, in: dossier, configuration: model.configuration, seed: item.contest.seed)
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
      count += self.count(section, upTo: limit - count)
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
      case .flow(var flow, let indent, let margin, let bar):
        let from = max(0, range.lowerBound - passed)
        let upTo = range.upperBound - passed
        let count = max(1, flow.lineCount(upTo: upTo))
        if from < count {
          let texts = flow.lines(from..<min(count, upTo))
          for (index, text) in (texts.isEmpty ? [SafeText()] : texts).enumerated() {
            let isFirst = from + index == 0
            lines.append(
              Line(
                text: text, indent: indent, margin: isFirst ? margin : SafeText(), bar: bar))
          }
        }
        passed += count
      }
    }
    return lines
  }
}
