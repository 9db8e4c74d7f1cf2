import Domain
import Screen

/// What changed between two versions, part by part.
struct GuidelineDiff {
  private let difference: GuidelineDifference
  private let page: GuidelinePage
  private let look: LabelLook
  private let width: Int

  /// - Parameter width: cells of a line.
  init(
    _ page: GuidelinePage, _ versions: GuidelineModel.Versions, _ look: LabelLook, width: Int
  ) {
    let guideline = page.guideline
    let new =
      versions.new.map { guideline.contents(of: $0) }
      ?? guideline.contents(publishing: guideline.pending)
    difference = GuidelineDifference(from: guideline.contents(of: versions.old), to: new)
    self.page = page
    self.look = look
    self.width = max(16, width)
  }

  var changed: Int { difference.changed.count }
  var added: Int { count(.added) }
  var removed: Int { count(.removed) }

  private func count(_ change: DifferenceLine.Change) -> Int {
    difference.changed.reduce(0) { $0 + $1.lines.count { $0.change == change } }
  }

  var lines: [GuidelineLine] {
    var lines: [GuidelineLine] = []
    for part in difference.changed {
      if !lines.isEmpty { lines.append(.blank) }
      let right = (SafeText(part.kind.rawValue), part.kind == .changed ? Role.dim : .warn)
      lines += Self.lines(of: part, page, look, width: width, right: right)
    }
    return lines.isEmpty
      ? [GuidelineLine(text: "They say the same.", role: .dim)] : lines
  }

  /// One part that changed: its name, and what of it went and came.
  static func lines(
    of part: GuidelineDifference.Part, _ page: GuidelinePage, _ look: LabelLook, width: Int,
    right: (text: SafeText, role: Role)
  ) -> [GuidelineLine] {
    var title = GuidelineWords.title(part.part, page)
    if case .clause(let id) = part.part { title = "\(id.text)  \(part.title)" }
    let shown = part.lines.filter { line in
      switch line.place {
      // The heading has the title, and labels that stay are no news.
      case .title: part.kind == .changed && line.change != .kept
      case .labels: line.change != .kept
      case .statement, .example, .counterExample: true
      }
    }
    return [
      GuidelineLine(
        text: title, attributes: .bold, right: right.text, rightRole: right.role)
    ] + shown.flatMap { lines($0, look, width: width) }
  }

  private static func lines(
    _ line: DifferenceLine, _ look: LabelLook, width: Int
  ) -> [GuidelineLine] {
    let sign: SafeText
    let role: Role
    switch line.change {
    case .kept: (sign, role) = (" ", .dim)
    case .added: (sign, role) = ("+", .diffAdd)
    case .removed: (sign, role) = ("−", .diffRemove)
    }
    let item = line.unit.map { SafeText($0.item.text).clipped(to: 12) } ?? SafeText()
    let room = width - 4 - (item.isEmpty ? 0 : item.width + 2)
    return TextFlow.lines(of: words(line, look), width: max(8, room)).enumerated().map {
      index, text in
      GuidelineLine(
        glyph: sign, glyphRole: role, text: text, role: role,
        right: index == 0 ? item : SafeText(), rightRole: line.change == .kept ? .dim : role,
        unit: index == 0 ? line.unit : nil, isPainted: line.change != .kept)
    }
  }

  private static func words(_ line: DifferenceLine, _ look: LabelLook) -> String {
    switch line.place {
    case .title: "title: \(line.text)"
    case .labels: "label: \(look.name(LabelID(line.text)).plain)"
    case .statement: line.text
    case .example: "+ \(line.text)"
    case .counterExample: "− \(line.text)"
    }
  }
}
