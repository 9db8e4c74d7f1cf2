package import Agreement
import Screen

/// Replays as text of at most 80 columns.
package enum SimulationText {
  package static func lines(_ input: SimulationInput, _ replays: [GoldReplay]) -> [String] {
    guard let first = replays.first else { return [] }
    let errors = Figures.fixed(first.majorityErrors, places: first.majorityErrors < 10 ? 1 : 0)
    var lines = TextLines.wrapped(
      "Gold ruled on \(Words.count(first.units, "item")) of \(Words.name(input.votes.source)); "
        + "the majority is wrong on \(errors) of them. Of these errors are gone after rulings on",
      indent: 0)
    lines += table(replays).lines()
    lines += TextLines.wrapped(
      "half: rulings until half of the errors are gone for good. ece: how far probabilities are "
        + "off, at 20 %, on items not ruled yet.", indent: 0)
    if input.unknownGold > 0 {
      lines += TextLines.wrapped(
        "\(Words.count(input.unknownGold, "item")) have gold that nobody gave; they are left out.",
        indent: 0)
    }
    return lines
  }

  private static func table(_ replays: [GoldReplay]) -> TextTable {
    let budgets = GoldReplay.budgets.map { budget in
      TextTable.Column(SafeText("\(Int((budget * 100).rounded())) %"), .right)
    }
    var table = TextTable(
      [.init("policy")] + budgets + [.init("half", .right), .init("ece", .right)])
    for replay in replays {
      var cells = [SafeText(replay.policy.rawValue)]
      cells += GoldReplay.budgets.map { budget in
        SafeText(replay.removed(at: budget).map { Figures.share($0) } ?? "·")
      }
      cells.append(SafeText(replay.rulingsUntilHalf.map { Figures.count($0) } ?? "·"))
      cells.append(SafeText(replay.calibrationError.map { Figures.share($0) } ?? "·"))
      table.append(cells)
    }
    return table
  }
}
