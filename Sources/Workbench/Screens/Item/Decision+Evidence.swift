package import Domain
import Screen

extension Decision {
  /// Says again what was said for a ruling that is kept: what it cites and its words, where nothing
  /// else is said now.
  mutating func keep(_ doubt: Doubt) {
    if cites.isEmpty { cites = doubt.cites }
    if reason == nil { reason = doubt.decision.reason }
    if rationale == nil { rationale = doubt.decision.rationale }
  }

  /// Notes which ratings the outcome adopts, and where the unit stood in the queue: the same whether
  /// somebody ruled on a screen or by a script.
  package mutating func takeEvidence(of dossier: UnitDossier) {
    if let value = outcome.value {
      chose = dossier.ratings.filter { $0.isInForce && $0.rating.value == value }
        .filter { $0.rating.origin == .person || $0.rating.origin == .model }.map(\.reference)
    }
    // What an audit drew has no figures: the event says that it was drawn.
    guard !dossier.row.isDrawn else { return }
    if let wrong = Number(Self.decimal(dossier.row.wrong)),
      let gain = Number(Self.decimal(dossier.row.gain)), let rank = dossier.rank
    {
      queue = QueuePlace(
        policy: dossier.row.policy, wrong: wrong, gain: gain, rank: rank)
    }
  }

  /// A figure of the queue with six places, as decisions carry it.
  private static func decimal(_ figure: Double) -> String {
    let text = Figures.fixed(figure, places: 6)
    return text.hasPrefix("−") ? "-" + text.dropFirst() : text
  }
}
