package import Domain
package import Screen

/// Why a unit stands where it stands, in words: what would go out, how likely that is wrong, and what
/// each vote weighs. The factors of votes and rest multiply to the last.
package struct ReasonWords {
  package struct Line: Hashable, Sendable {
    /// The vote that it is about.
    package var vote: QueueReason.Vote?
    package let text: SafeText
    package let figure: SafeText
  }

  /// Votes that are told one by one; the others are taken together.
  private static let mostVotes = 12

  private let reason: QueueReason
  private let word: (Value) -> SafeText

  package init(_ reason: QueueReason, word: @escaping (Value) -> SafeText) {
    self.reason = reason
    self.word = word
  }

  /// How likely what would be released is wrong, and what that costs.
  package var figures: [Line] {
    var lines = [
      line(
        "chance that \(word(reason.released)), which would be released, is wrong",
        SafeText(Figures.share(reason.wrong))),
      line("the same by the shares of its votes alone", SafeText(Figures.share(reason.votesWrong))),
      line("what it costs where it is wrong", SafeText(Figures.fixed(reason.cost, places: 2))),
      line(
        "gain: expected cost, 4/5 by models and 1/5 by votes", SafeText(Figures.share(reason.gain))),
    ]
    if let rival = reason.rival, reason.factor < 1 {
      lines.insert(
        line("\(word(rival)) is likelier, but missing \(word(reason.released)) costs more", ""),
        at: 1)
    }
    return lines
  }

  /// What each vote weighs, the heaviest first.
  package var weights: [Line] {
    if case .waiting(let rulings) = reason.learning {
      let more = rulings == 1 ? "1 more ruling" : "\(Figures.count(rulings)) more rulings"
      return [line("models not trusted yet: votes alone count until \(SafeText(more))", "")]
    }
    let ordered = reason.votes.enumerated().sorted {
      (-$0.element.weight.magnitude, $0.offset) < (-$1.element.weight.magnitude, $1.offset)
    }.map(\.element)
    var lines = ordered.prefix(Self.mostVotes).map(told)
    let others = ordered.dropFirst(Self.mostVotes)
    if !others.isEmpty {
      let product = others.reduce(1) { $0 * $1.factor }
      lines.append(line("\(Figures.count(others.count)) more votes", factor(product)))
    }
    lines.append(line("shares of votes, common labels, how hard it is", factor(reason.restFactor)))
    if let rival = reason.rival {
      lines.append(line("together, against \(word(rival))", factor(reason.factor)))
    }
    return lines
  }

  private func told(_ vote: QueueReason.Vote) -> Line {
    let known = vote.evidence == 0 ? "like all" : "from \(Figures.count(vote.evidence))"
    return Line(
      vote: vote, text: "\(word(vote.value)): right \(Self.often(vote.rate)), \(known)",
      figure: factor(vote.factor))
  }

  /// "9 in 10" times; nearer to always or never by hundreds.
  static func often(_ rate: Double) -> String {
    guard rate >= 0.055, rate <= 0.945 else {
      return "\(Int((rate * 100).rounded())) in 100"
    }
    return "\(Int((rate * 10).rounded())) in 10"
  }

  /// "×2.4 for cyclist": how many times likelier it makes what would be released, or what stands
  /// against it.
  private func factor(_ factor: Double) -> SafeText {
    let times = factor < 1 ? 1 / factor : factor
    guard times >= 1.05 else { return "×1.0" }
    let text = times < 1000 ? Figures.fixed(times, places: 1) : "1000 and more"
    guard let rival = reason.rival else { return SafeText("×\(text)") }
    let value = factor > 1 ? reason.released : rival
    return "×\(text) for \(word(value).clipped(to: 20))"
  }

  private func line(_ text: SafeText, _ figure: SafeText) -> Line {
    Line(text: text, figure: figure)
  }
}
