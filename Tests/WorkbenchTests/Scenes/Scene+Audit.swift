import Domain
import Workbench

extension Scene {
  /// The letters after an audit that drew the first of them, and one that all agree on.
  static var audited: Scene {
    var scene = Scene.past
    guard let dossier = scene.dossiers["L-031"], let unit = dossier.units.first else {
      return scene
    }
    var row = unit.row
    row.isDrawn = true
    row.wrong = 0
    row.gain = 0
    scene.rows[0] = row
    scene.rows[1].isDrawn = true
    scene.rows[1].status = .agreed
    scene.rows[1].groups = Array(scene.rows[1].groups.prefix(1))
    scene.rows[1].agreement = 1
    scene.rows[1].wrong = 0
    scene.rows[1].gain = 0
    scene.summary.drawn = 1
    let facts = UnitFacts(
      id: unit.facts.id, newestBatch: 1, raters: unit.facts.raters, kind: unit.facts.kind,
      labelsInUse: [], route: nil, seats: [:], audit: 140)
    scene.dossiers["L-031"] = Dossier(
      item: dossier.item,
      units: [
        UnitDossier(
          facts: facts, row: row, rank: nil, ratings: unit.ratings, history: unit.history,
          precedents: unit.precedents)
      ])
    return scene
  }

  /// What an audit of sixty letters says.
  static func audit(_ figures: inout ReleaseFigures) {
    var audit = AuditStanding(seq: 140, size: 60, ruled: 60, right: 57, missing: 0)
    audit.accuracy = 0.968_2
    audit.low = 0.913_1
    audit.high = 0.991_6
    audit.least = 0.921_4
    audit.rulingsSince = 40
    figures.audit = audit
  }

  /// The same while it is being ruled, after another.
  static func auditing(_ figures: inout ReleaseFigures) {
    var audit = AuditStanding(seq: 140, size: 60, ruled: 12, right: 12, missing: 45)
    audit.accuracy = 1
    audit.low = 0.819_7
    audit.high = 1
    audit.least = 0.851_2
    audit.batchesSince = 1
    audit.earlier = 2
    figures.audit = audit
  }
}
