import Domain
import Screen
import Workbench

/// `forecast` as text: what stands, then a row a number of further rulings.
package enum ForecastText {
  package static func lines(_ answer: ForecastAnswer) -> [String] {
    guard let outlook = answer.outlook, outlook.now != nil else {
      return [
        "There is nothing to forecast with."
      ] + TextLines.wrapped(answer.learning.sentence, indent: 0) + [
        "An audit measures without models: tiebreak audit draw"
      ]
    }
    let words = OutlookWords(outlook)
    var table = TextTable([
      .init("further rulings", .right), .init("right", .right), .init("at least", .right),
      .init("at most", .right), .init("worth", .right),
    ])
    for point in outlook.points {
      table.append([
        SafeText(Figures.count(point.rulings)), SafeText(OutlookWords.percent(point.accuracy)),
        SafeText(OutlookWords.percent(point.low)), SafeText(OutlookWords.percent(point.high)),
        outlook.worth(of: point.rulings).filter { _ in point.rulings > 0 }.map {
          SafeText(OutlookWords.points($0))
        } ?? "",
      ])
    }
    var lines = TextLines.wrapped(words.now, indent: 0) + [""] + table.lines() + [""]
    if let bound = answer.bound, let needed = words.needed(for: bound) { lines.append(needed) }
    lines += TextLines.wrapped(answer.learning.sentence, indent: 0)
    return lines + TextLines.wrapped(OutlookWords.note, indent: 0)
  }
}

extension Optional {
  fileprivate func filter(_ isWanted: (Wrapped) -> Bool) -> Wrapped? {
    flatMap { isWanted($0) ? $0 : nil }
  }
}
