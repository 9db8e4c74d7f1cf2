import Domain
import Screen

/// The plan of a publication, line by line: each change with what it says and the rulings behind it, and
/// then the rulings that it puts in doubt.
struct PublishLines {
  private let plan: PublishPage
  private let page: GuidelinePage
  private let look: LabelLook
  private let width: Int
  private let hasSide: Bool

  /// - Parameters:
  ///   - width: cells of a line.
  ///   - hasSide: whether the rulings in doubt stand beside the changes.
  init(_ plan: PublishPage, _ model: Model, _ page: GuidelinePage, width: Int, hasSide: Bool) {
    self.plan = plan
    self.page = page
    look = model.look
    self.width = width
    self.hasSide = hasSide
  }

  var lines: [GuidelineLine] {
    var lines = plan.difference.changed.flatMap { part in
      GuidelineDiff.lines(of: part, page, look, width: width, right: right(part.part)).map {
        line in
        var line = line
        line.part = part.part
        return line
      } + behind(part) + [.blank]
    }
    if lines.isEmpty {
      lines = [GuidelineLine(text: "Nothing is chosen for the next version.", role: .dim), .blank]
    }
    if !plan.leftOut.isEmpty {
      lines.append(.heading("left out", SafeText(Figures.count(plan.leftOut.count))))
      lines += plan.leftOut.map { part in
        var line = GuidelineLine(text: GuidelineWords.title(part, page), role: .dim)
        line.part = part
        return line
      }
      lines.append(.blank)
    }
    return hasSide ? lines : lines + doubts
  }

  /// `semantic · 2 in doubt`
  private func right(_ part: GuidelinePart) -> (SafeText, Role) {
    let kind = plan.kind(of: part)
    let count = plan.doubts.count { $0.part == part }
    let word: SafeText = "\(kind?.rawValue ?? "")"
    return kind == .editorial
      ? (word, .dim) : (count == 0 ? word : "\(word) · \(count) in doubt", .warn)
  }

  /// The rulings that a clause rests on.
  private func behind(_ part: GuidelineDifference.Part) -> [GuidelineLine] {
    guard !part.bornFrom.isEmpty else { return [] }
    let seqs = part.bornFrom.prefix(12).map { Figures.count($0) }.joined(separator: ", ")
    let more = part.bornFrom.count > 12 ? " and \(part.bornFrom.count - 12) more" : ""
    return TextFlow.lines(of: "from the rulings at \(seqs)\(more)", width: width - 4).map {
      var line = GuidelineLine(text: $0, role: .dim, indent: 2)
      line.part = part.part
      return line
    }
  }

  /// Those that settle the same labels another way, where a lead leaves them alone.
  private var spared: [GuidelineLine] {
    guard plan.spared > 0 else { return [] }
    let count = Figures.count(plan.spared)
    return [
      GuidelineLine(
        text: "\(count) more on the same labels \(plan.spared == 1 ? "is" : "are") left alone",
        role: .dim)
    ]
  }

  /// What they will cost whoever rules again.
  private var cost: [GuidelineLine] {
    guard let minutes = plan.minutes else { return [] }
    let time: SafeText = minutes < 60 ? "\(minutes) min" : "\(Figures.clock(minutes: minutes)) h"
    return [
      GuidelineLine(text: "about \(time) to rule again, as long as they took", role: .dim)
    ]
  }

  /// The rulings that are put in doubt.
  var doubts: [GuidelineLine] {
    let count = plan.doubts.count
    let heading = GuidelineLine.heading(
      "put in doubt", count == 1 ? "1 ruling" : "\(Figures.count(count)) rulings")
    guard count > 0 else {
      let nothing: SafeText =
        plan.spared == 0 ? "No ruling rests on what changes." : "None but those left alone."
      return [heading, GuidelineLine(text: nothing, role: .dim)] + spared
    }
    return [heading] + spared + cost
      + plan.doubts.map { doubt in
        let outcome = doubt.ruling.outcome
        var line = GuidelineLine(
          glyph: "?", glyphRole: .info, text: SafeText(doubt.ruling.unit.item.text).clipped(to: 12),
          right: "\(doubt.part.key) \(doubt.reason.rawValue)", unit: doubt.ruling.unit)
        if case .value(.label(let label)) = outcome {
          line.labels = [label]
        } else {
          line.text = "\(line.text)  \(look.text(outcome))"
        }
        line.part = doubt.part
        return line
      }
  }
}
