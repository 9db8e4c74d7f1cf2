import Domain
import Workbench

extension Scene {
  /// The letters after a version that puts the ruling on the first of them in doubt.
  static var doubted: Scene {
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
    row.doubt = .version(3)
    scene.rows[0] = row
    scene.summary.statuses[.doubted] = 1
    let facts = UnitFacts(
      id: unit.facts.id, newestBatch: 1, raters: unit.facts.raters, kind: unit.facts.kind,
      labelsInUse: [], route: nil, seats: [.main: standing], doubt: .version(3))
    scene.dossiers["L-031"] = Dossier(
      item: dossier.item,
      units: [
        UnitDossier(
          facts: facts, row: row, rank: 1, ratings: unit.ratings, history: unit.history,
          precedents: unit.precedents,
          doubt: Doubt(
            cause: .version(3), decision: ruling, seq: 130, parts: [.clause("R-0001")],
            cites: ["R-0001"]))
      ])
    return scene
  }
}
