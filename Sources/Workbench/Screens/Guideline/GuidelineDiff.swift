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
      lines.append(
        GuidelineLine(
          text: title(part), attributes: .bold, right: SafeText(part.kind.rawValue),
          rightRole: part.kind == .changed ? .dim : .warn))
      let shown = part.lines.filter { line in
        switch line.place {
        // The heading has the title, and labels that stay are no news.
        case .title: part.kind == .changed && line.change != .kept
        case .labels: line.change != .kept
        case .statement, .example, .counterExample: true
        }
      }
      lines += shown.flatMap(self.lines)
    }
    return lines.isEmpty
      ? [GuidelineLine(text: "They say the same.", role: .dim)] : lines
  }

  private func title(_ part: GuidelineDifference.Part) -> SafeText {
    guard case .clause(let id) = part.part else { return GuidelineWords.title(part.part, page) }
    return "\(id.text)  \(part.title)"
  }

  private func lines(_ line: DifferenceLine) -> [GuidelineLine] {
    let sign: SafeText
    let role: Role
    switch line.change {
    case .kept: (sign, role) = (" ", .dim)
    case .added: (sign, role) = ("+", .diffAdd)
    case .removed: (sign, role) = ("−", .diffRemove)
    }
    return TextFlow.lines(of: words(line), width: width - 4).map { text in
      GuidelineLine(
        glyph: sign, glyphRole: role, text: text,
        role: role, isPainted: line.change != .kept)
    }
  }

  private func words(_ line: DifferenceLine) -> String {
    switch line.place {
    case .title: "title: \(line.text)"
    case .labels: "label: \(look.name(LabelID(line.text)).plain)"
    case .statement: line.text
    case .example: "+ \(line.text)"
    case .counterExample: "− \(line.text)"
    }
  }
}
