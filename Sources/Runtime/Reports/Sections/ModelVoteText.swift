package import Agreement
import Screen

/// One model's votes beside people's, for people, at most 80 columns wide.
package enum ModelVoteText {
  private static let listed = 12

  package static func lines(
    _ report: ModelVoteReport, model: String, labels: [String], annotators: [String]
  ) -> [String] {
    var lines = headline(report, model)
    guard report.commonUnits > 0 else { return lines }
    lines += [""] + figures(report).lines() + notes(report)
    lines += people(report, annotators) + confusion(report, labels)
    if let calibration = report.calibration {
      lines += [""] + CalibrationText.lines(calibration, labels: labels)
    }
    return lines
  }

  private static func headline(_ report: ModelVoteReport, _ model: String) -> [String] {
    var text = "\(Words.plain(model)): \(Words.count(report.units, "vote")), "
    text += "\(Figures.count(report.commonUnits)) on items that people labelled"
    if report.tiedUnits > 0 {
      text += "; on \(Figures.count(report.tiedUnits)) people tie, so nothing is to be met"
    }
    return TextLines.wrapped(text + ".", indent: 0)
  }

  private static func figures(_ report: ModelVoteReport) -> TextTable {
    let test = report.substitute
    var table = TextTable([
      .init("figure"), .init("value", .right), .init("95 % interval", .right),
    ])
    let rows: [(String, Estimate)] = [
      ("meets the majority", report.accuracy), ("κ with the majority", report.kappa),
      ("agrees with people", test.modelWithPeople),
      ("people among themselves", test.peopleAmongThemselves), ("difference", test.difference),
    ]
    for (title, estimate) in rows { table.append([SafeText(title)] + EstimateText.cells(estimate)) }
    return table
  }

  private static func notes(_ report: ModelVoteReport) -> [String] {
    let test = report.substitute
    var sentences: [String] = []
    switch test.verdict {
    case .above: sentences.append("It agrees with people better than they do with each other.")
    case .alike:
      sentences.append("By its agreement it cannot be told from one more annotator.")
    case .below: sentences.append("It agrees with people less than they do with each other.")
    case nil: break
    }
    if let rate = test.winningRate, let advantage = test.advantage {
      let tested = test.places.count { $0.isWon != nil }
      sentences.append(
        "Put in the place of one annotator at a time it beats \(Figures.share(rate)) of "
          + "\(Figures.count(tested)) less a margin of \(Figures.share(test.margin)); it does at "
          + "least as well on \(Figures.share(advantage)) of items (Calderon et al. 2025).")
    } else {
      sentences.append(
        "Too few to test it in an annotator's place: \(SubstituteTest.enough) common items each.")
    }
    for (title, estimate) in [("κ", report.kappa), ("majority", report.accuracy)] {
      if let explanation = estimate.explanation { sentences.append("\(title): \(explanation)") }
    }
    return [""] + sentences.flatMap { TextLines.wrapped($0, indent: 2) }
  }

  private static func people(_ report: ModelVoteReport, _ annotators: [String]) -> [String] {
    guard !report.people.isEmpty else { return [] }
    var table = TextTable([
      .init("beside whom", widest: 24), .init("items", .right), .init("agreement", .right),
      .init("95 % interval", .right), .init("κ", .right),
    ])
    let ordered = report.people.sorted {
      $0.units == $1.units ? $0.annotator < $1.annotator : $0.units > $1.units
    }
    for person in ordered.prefix(listed) {
      table.append(
        [name(person.annotator, annotators), SafeText(Figures.count(person.units))]
          + EstimateText.cells(person.agreement)
          + [SafeText(person.kappa.value.map { Figures.share($0) } ?? "·")])
    }
    return [""] + table.lines() + more(ordered.count - listed)
  }

  private static func confusion(_ report: ModelVoteReport, _ labels: [String]) -> [String] {
    let apart = report.confusion.cells.filter { $0.row != $0.column }
      .sorted { ($1.count, $0.row, $0.column) < ($0.count, $1.row, $1.column) }
    guard !apart.isEmpty else { return [] }
    var table = TextTable([
      .init("the model says", widest: 28), .init("where most say", widest: 28),
      .init("items", .right),
    ])
    for cell in apart.prefix(listed) {
      table.append([
        name(cell.row, labels), name(cell.column, labels), SafeText(Figures.count(cell.count)),
      ])
    }
    return [""] + table.lines() + more(apart.count - listed)
  }

  private static func more(_ count: Int) -> [String] {
    count > 0 ? ["  and \(Figures.count(count)) more: --json"] : []
  }

  private static func name(_ code: Int, _ names: [String]) -> SafeText {
    SafeText(code < names.count ? names[code] : String(code))
  }
}
