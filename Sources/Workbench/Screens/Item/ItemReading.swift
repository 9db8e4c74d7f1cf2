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
    /// Cells of the text that differ from the text beside or below.
    var marks: [Range<Int>] = []
    /// What stands in the right one of two columns.
    var beside: Beside?
  }

  /// The right one of two columns.
  struct Beside: Hashable {
    var line: MarkedFlow.Line
    /// Cells from the left end of the reading to the text.
    var column: Int
    /// Cells from there to the rule between the columns.
    var rule: Int
  }

  private enum Section {
    case line(Line)
    case flow(MarkedFlow, indent: Int, margin: SafeText, bar: Role? = nil)
    case columns(MarkedFlow, MarkedFlow, Columns)
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
    let isSwapped = model.item?.contest.isSwapped ?? false
    let parts = ItemParts(dossier.item, isSwapped: isSwapped)
    let voices = Voices(dossier.item)
    let compared = Compared(model, isSwapped: isSwapped)
    let columns = isCramped ? nil : Columns(width: width)
    var index = 0
    while index < parts.parts.count {
      let part = parts.parts[index]
      let about = index == 0 ? parts.about : SafeText()
      if !isCramped, index > 0, part.startsBlock { sections.append(.line(Line())) }
      starts.append(sections.count)
      if let columns, index == compared.part {
        let other = parts.parts[index + 1]
        sections += Self.beside(part, other, about, compared, columns)
        index += 2
        continue
      }
      let voice = voices.role(of: part.name)
      let number: SafeText = voice == nil ? "" : "\(index + 1)"
      if !isCramped {
        sections.append(
          .line(
            Line(
              text: voice == nil ? SafeText(part.name) : number + "  " + SafeText(part.name),
              role: voice ?? .heading, isHeading: true, right: about)))
      }
      let margin = voice == nil ? 0 : isCramped ? 3 : 2
      sections.append(
        .flow(
          MarkedFlow(part.text, width: lineWidth - margin, marks: compared.marks(of: index)),
          indent: indent + margin, margin: isCramped ? number : "", bar: isCramped ? nil : voice))
      index += 1
    }
    if !model.hidesVotes {
      let notes = Self.notes(model, dossier, width: width, isCramped: isCramped)
      if !notes.isEmpty { starts.append(sections.count + 1) }
      sections += notes
    }
    self.sections = sections
    self.starts = starts
  }

  /// Which two parts are compared, and the words by which they differ, as the parts stand.
  private struct Compared {
    let part: Int?
    private let differences: WordDifferences

    init(_ model: Model, isSwapped: Bool) {
      let comparison = model.item?.comparison
      part = comparison?.part
      let found = comparison?.differences ?? .none
      differences = !model.marksDifferences ? .none : isSwapped ? found.swapped : found
    }

    func marks(of index: Int) -> Set<Int> {
      guard let part else { return [] }
      return index == part ? differences.first : index == part + 1 ? differences.second : []
    }
  }

  /// Two columns, where there is room for them.
  private struct Columns {
    let width: Int
    let indent = 2
    /// Where the second heading stands.
    var second: Int { indent + width + 3 }
    var rule: Int { indent + width + 1 }

    /// Fewer cells than these are no column to read.
    private static let least = 32

    init?(width: Int) {
      let each = min(72, (width - 2 * indent - 3) / 2)
      guard each >= Self.least else { return nil }
      self.width = each
    }

    func beside(_ line: MarkedFlow.Line, indent: Int) -> Beside {
      Beside(line: line, column: second + indent, rule: rule)
    }
  }

  private static func beside(
    _ part: ItemParts.Part, _ other: ItemParts.Part, _ about: SafeText, _ compared: Compared,
    _ columns: Columns
  ) -> [Section] {
    let place = compared.part ?? 0
    let heading = Line(
      text: SafeText(part.name).clipped(to: columns.width), role: .heading, isHeading: true,
      right: about,
      beside: columns.beside(
        MarkedFlow.Line(text: SafeText(other.name).clipped(to: columns.width), marks: []),
        indent: 0))
    return [
      .line(heading),
      .columns(
        MarkedFlow(part.text, width: columns.width, marks: compared.marks(of: place)),
        MarkedFlow(other.text, width: columns.width, marks: compared.marks(of: place + 1)),
        columns),
    ]
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
    case .columns(var first, var second, _):
      return max(1, first.lineCount(upTo: limit), second.lineCount(upTo: limit))
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
      let flow = MarkedFlow(entry.note, width: min(72 - margin, width - indent))
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
          for (index, text) in (texts.isEmpty ? [.empty] : texts).enumerated() {
            let isFirst = from + index == 0
            lines.append(
              Line(
                text: text.text, indent: indent, margin: isFirst ? margin : SafeText(), bar: bar,
                marks: text.marks))
          }
        }
        passed += count
      case .columns(var first, var second, let columns):
        let from = max(0, range.lowerBound - passed)
        let count = self.count(section, upTo: range.upperBound - passed)
        let left = first.lines(from..<max(from, count))
        let right = second.lines(from..<max(from, count))
        for index in 0..<max(0, count - from) {
          let one = index < left.count ? left[index] : .empty
          let other = index < right.count ? right[index] : .empty
          lines.append(
            Line(
              text: one.text, indent: columns.indent, marks: one.marks,
              beside: columns.beside(other, indent: columns.indent)))
        }
        passed += count
      }
    }
    return lines
  }
}
