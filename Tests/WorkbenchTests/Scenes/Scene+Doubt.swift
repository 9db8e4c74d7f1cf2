import Domain
import Workbench

extension Scene {
  /// The letters after a version that puts the ruling on the first of them in doubt.
  static var doubted: Scene { doubted(by: .version(3)) }

  /// The same where two batches changed its votes instead.
  static var newlyRated: Scene {
    doubted(
      by: .ratings(batch: 4),
      newRatings: [NewRatings(batch: 3, votes: 1), NewRatings(batch: 4, votes: 2)])
  }

  static func doubted(
    by cause: DoubtCause, newRatings: [NewRatings] = [],
    parts: [Doubt.Part] = [Doubt.Part(.clause("R-0001"), .changed)]
  ) -> Scene {
    var scene = Scene.past
    guard let dossier = scene.dossiers["L-031"], let unit = dossier.units.first else {
      return scene
    }
    let seat = SeatID(unit: unit.facts.id, seat: .main)
    var ruling = Decision(
      seatID: seat, base: 122, batch: 1, outcome: .value(.label("sick")))
    ruling.rationale = "She asks, but for the cure."
    ruling.cites = ["R-0001", "R-0003"]
    let standing = SeatStanding(status: .ruled, seq: 130, by: "jonas", outcome: ruling.outcome)
    var row = unit.row
    row.status = .doubted
    row.standing = standing
    row.doubt = cause
    row.newRatings = newRatings
    scene.rows[0] = row
    scene.summary.statuses[.doubted] = 1
    let facts = UnitFacts(
      id: unit.facts.id, newestBatch: newRatings.last?.batch ?? 1, raters: unit.facts.raters,
      kind: unit.facts.kind,
      labelsInUse: [], route: nil, seats: [.main: standing], doubt: cause)
    scene.dossiers["L-031"] = Dossier(
      item: dossier.item,
      units: [
        UnitDossier(
          facts: facts, row: row, rank: 1, ratings: unit.ratings, history: unit.history,
          precedents: unit.precedents,
          doubt: Doubt(
            cause: cause, decision: ruling, seq: 130,
            parts: parts,
            cites: ["R-0001"]))
      ])
    return scene
  }
}
